import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { signedIn } from '../support/evidence-scene.ts';
import type { Person } from '../support/evidence-scene.ts';
import { addPhoto, buildTalk, reportMessage, sendMessage } from '../support/message-operations.ts';
import type { Talk } from '../support/message-operations.ts';
import { photo } from '../support/sample-files.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
let operator: Person;
beforeAll(async () => {
  api = await startTestApi();
  operator = await signedIn(api, Role.OPERATOR);
});
afterAll(() => api.close());

interface ReportView {
  readonly id: string;
  readonly reason: string;
  readonly state: string;
  readonly note: string | null;
  readonly booking: { readonly id: string };
  readonly message?: {
    readonly id: string;
    readonly text: string;
    readonly photos: readonly { readonly url: string }[];
  };
  readonly context?: readonly { readonly text: string }[];
}

const LIST = '{ messageReports(first: 100) { edges { node { id reason state note booking { id } } } } }';
const ONE =
  'query ($id: ID!) { messageReport(id: $id) { id state message { id text photos { url } } context { text } } }';
const CLOSE = `mutation ($input: CloseMessageReportInput!) { closeMessageReport(input: $input) {
  __typename ... on UserError { code } ... on MessageReportClosed { report { id state closedAt } } } }`;

async function listReports({ client }: Person, bookingId: string): Promise<ReportView[]> {
  const { messageReports } = await client.ask<{ messageReports: { edges: { node: ReportView }[] } }>(LIST);
  return messageReports.edges.map(({ node }) => node).filter(({ booking }) => booking.id === bookingId);
}

async function close({ client }: Person, input: object): Promise<{ __typename: string; code?: string }> {
  return (await client.ask<{ closeMessageReport: { __typename: string; code?: string } }>(CLOSE, { input }))
    .closeMessageReport;
}

async function auditsOf(bookingId: string, action: string): Promise<{ actor_id: string; reason: string | null }[]> {
  return api.sql('select actor_id, reason from audit_entry where subject_id = $1 and action = $2', [bookingId, action]);
}

/** A talk in which the provider wrote something that the household reported. */
async function buildReported(): Promise<Talk & { readonly report: ReportView }> {
  const talk = await buildTalk(api);
  await sendMessage(talk.household.client, talk.booking.id, 'When do you come?');
  const photoIds = [await addPhoto(api, talk.provider, talk.booking.id, await photo())];
  const { message } = await sendMessage(talk.provider.client, talk.booking.id, 'Pay me in cash', { photoIds });
  const reported = await reportMessage(talk.household.client, message!.id, 'Wants cash');
  expect(reported).toMatchObject({ __typename: 'MessageReported', message: { isReported: true } });
  return { ...talk, report: (await listReports(operator, talk.booking.id))[0]! };
}

describe('reportMessage', () => {
  it('shows operators the message among those around it, and records each reading', async () => {
    const { booking, report, household } = await buildReported();
    expect(report).toMatchObject({ reason: 'ABUSE', state: 'OPEN', note: 'Wants cash' });
    expect(await auditsOf(booking.id, 'message.reported')).toMatchObject([
      { actor_id: household.account.id, reason: 'ABUSE' },
    ]);
    expect(await auditsOf(booking.id, 'messages.read')).toEqual([]);

    const { messageReport } = await operator.client.ask<{ messageReport: ReportView }>(ONE, { id: report.id });

    expect(messageReport.message!.text).toBe('Pay me in cash');
    expect(messageReport.context!.map(({ text }) => text)).toEqual(['When do you come?', 'Pay me in cash']);
    expect(await auditsOf(booking.id, 'messages.read')).toMatchObject([{ actor_id: operator.account.id }]);
    const answer = await fetch(new URL(messageReport.message!.photos[0]!.url, api.url), { headers: operator.headers });
    expect(answer.status).toBe(200);
  });

  it('is done once by each, and only about what the other side wrote', async () => {
    const { household, provider, booking } = await buildTalk(api);
    const own = await sendMessage(household.client, booking.id, 'Mine');
    const theirs = await sendMessage(provider.client, booking.id, 'Theirs');

    const atOnce = await Promise.all(
      Array.from({ length: 5 }, () => reportMessage(household.client, theirs.message!.id)),
    );

    expect(atOnce.filter(({ __typename }) => __typename === 'MessageReported')).toHaveLength(1);
    expect(atOnce.filter(({ code }) => code === 'ALREADY_REPORTED')).toHaveLength(4);
    expect(await reportMessage(household.client, own.message!.id)).toMatchObject({
      __typename: 'NotReportableError',
      code: 'UNKNOWN_MESSAGE',
    });
  });

  it.each([Role.HOUSEHOLD, Role.PROVIDER, Role.OPERATOR])(
    'answers a %s who has nothing to do with it as for a message that there is not',
    async (role) => {
      const { provider, booking } = await buildTalk(api);
      const { message } = await sendMessage(provider.client, booking.id, 'Hello');
      const stranger = await signedIn(api, role);

      expect(await reportMessage(stranger.client, message!.id)).toEqual(
        await reportMessage(stranger.client, randomUUID()),
      );
    },
  );
});

describe('closeMessageReport', () => {
  it('decides once, with its reason in the audit log', async () => {
    const { booking, report } = await buildReported();

    const closed = await close(operator, { reportId: report.id, outcome: 'UPHELD', reason: 'Asks for cash' });
    const again = await close(operator, { reportId: report.id, outcome: 'DISMISSED', reason: 'Changed my mind' });

    expect(closed).toMatchObject({ __typename: 'MessageReportClosed', report: { state: 'UPHELD' } });
    expect(again).toMatchObject({ __typename: 'ReportNotOpenError', code: 'REPORT_NOT_OPEN' });
    expect(await close(operator, { reportId: randomUUID(), outcome: 'UPHELD', reason: 'x' })).toEqual(again);
    expect(await auditsOf(booking.id, 'message-report.closed')).toMatchObject([{ reason: 'Asks for cash' }]);
    expect(await listReports(operator, booking.id)).toEqual([]);
    await expect(close(operator, { reportId: report.id, outcome: 'OPEN', reason: 'x' })).rejects.toThrow();
    await expect(close(operator, { reportId: report.id, outcome: 'UPHELD', reason: '' })).rejects.toThrow();
  });

  it('and all reports are for operators alone', async () => {
    const { report, household, provider } = await buildReported();

    for (const { client } of [household, provider, await signedIn(api, Role.ADMINISTRATOR)]) {
      for (const [query, variables] of [
        [LIST, {}],
        [ONE, { id: report.id }],
        [CLOSE, { input: { reportId: report.id, outcome: 'UPHELD', reason: 'x' } }],
      ] as const)
        expect((await client.send(query, variables)).errors[0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    }
  });

  it('leaves operators without a word of conversations in which nothing was reported', async () => {
    const { household, booking } = await buildTalk(api);
    await sendMessage(household.client, booking.id, 'Between us');

    const { data } = await operator.client.send<{ booking: { unreadMessages: null } }>(
      'query ($id: ID!) { booking(id: $id) { id unreadMessages } conversation(bookingId: $id) { state } }',
      { id: booking.id },
    );

    expect(data).toMatchObject({ booking: { id: booking.id, unreadMessages: null }, conversation: null });
  });
});
