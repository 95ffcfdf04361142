import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions } from 'smtp-server';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and body, as they came over the wire. */
  readonly raw: string;
}

/** What the server says to the next message instead of taking it. */
export interface MailAnswer {
  readonly code: number;
  readonly message: string;
}

export interface FakeMailServer {
  /** For SMTP_URL. */
  readonly url: string;
  readonly received: readonly ReceivedMail[];
  /** What is answered to the next recipients, one each; after them everything is taken. */
  answerNext(...answers: readonly MailAnswer[]): void;
  stop(): Promise<void>;
}

/** A local inbox that speaks SMTP, with the user `doorstep` and the password `secret`. */
export async function startFakeMailServer(): Promise<FakeMailServer> {
  const received: ReceivedMail[] = [];
  const answers: MailAnswer[] = [];
  const options: SMTPServerOptions = {
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === 'doorstep' && password === 'secret'
        ? done(null, { user: username })
        : done(Object.assign(new Error('who are you?'), { responseCode: 535 })),
    onRcptTo: (_address, _session, done) => {
      const answer = answers.shift();
      done(answer ? Object.assign(new Error(answer.message), { responseCode: answer.code }) : null);
    },
    onData: (stream, session, done) => {
      let raw = '';
      stream.setEncoding('utf8');
      stream.on('data', (chunk: string) => (raw += chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), raw });
        done();
      });
    },
  };
  const server = new SMTPServer(options);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://doorstep:secret@127.0.0.1:${port}`,
    received,
    answerNext: (...next) => void answers.push(...next),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}
