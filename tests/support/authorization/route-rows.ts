import { newId } from '../../../api/kernel/ids.ts';
import { EVIDENCE_SOURCE } from '../../../api/modules/qualifications/evidence-source.ts';
import { Evidence } from '../../../api/modules/qualifications/index.ts';
import { buildCertificate } from '../builders/credential.builder.ts';
import { TEST_VAULT } from '../test-keys.ts';
import type { CallerName, Person } from './callers.ts';
import { personOf } from './matrix-scene.ts';
import type { MatrixScene } from './matrix-scene.ts';
import { subjectOf } from './subjects.ts';

/** One request of a route. */
export interface Trial {
  readonly what: string;
  readonly path: string;
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** `unknown`: answers byte for byte as the trial `nonexistent` of the same caller. */
  readonly expect: 'through' | 'unknown';
}

/** What is to be asked of a route as a caller; one trial that is `nonexistent` where any is `unknown`. */
export type RouteRow = (scene: MatrixScene, caller: CallerName) => Promise<readonly Trial[]>;

const open =
  (path: string, rest: Partial<Trial> = {}): RouteRow =>
  async () => [{ what: 'nothing', path, expect: 'through', ...rest }];

const minutesFromNow = ({ api }: MatrixScene, minutes: number): Date =>
  new Date(api.clock.now().getTime() + minutes * 60_000);

/** The address of a file, signed for whoever. */
function readUrl(scene: MatrixScene, id: string, person: Person): string {
  return scene.api.files.signReadUrl({
    source: EVIDENCE_SOURCE,
    id,
    accountId: person.account.id,
    expiresAt: minutesFromNow(scene, 15),
  });
}

/** Evidence of that person's credential whose file is really kept. */
async function keepEvidence(scene: MatrixScene, person: Person): Promise<string> {
  const { api } = scene;
  const id = await subjectOf('evidence').make(scene, person);
  const { documentKey, ...kept } = await api.files.keep(api.files.newKey(), Buffer.from('%PDF-1.7 canary'));
  const sealed = TEST_VAULT.seal('evidence.document_key', id, documentKey);
  await api.em.nativeUpdate(Evidence, { id }, { fileKey: kept.fileKey, documentKey: sealed });
  return id;
}

const evidence: RouteRow = async (scene, caller) => {
  const stranger = scene.strangers.provider;
  const theirs = await keepEvidence(scene, stranger);
  const nonexistent: Trial = { what: 'nonexistent', path: '/files/made-up', expect: 'unknown' };
  const another: Trial = { what: "another's address", path: readUrl(scene, theirs, stranger), expect: 'unknown' };
  if (caller === 'visitor') return [nonexistent, another];
  const person = personOf(scene, caller);
  // Drafts are their provider's alone; an address that was signed for the caller does not make one theirs.
  const signed: Trial = { what: "another's file", path: readUrl(scene, theirs, person), expect: 'unknown' };
  const gone: Trial = { what: 'no file', path: readUrl(scene, newId(), person), expect: 'unknown' };
  if (person.provider === null) return [nonexistent, another, signed, gone];
  const own = await keepEvidence(scene, person);
  return [
    nonexistent,
    another,
    signed,
    gone,
    { what: 'own', path: readUrl(scene, own, person), expect: 'through' },
    { what: 'own file, address of another', path: readUrl(scene, own, stranger), expect: 'unknown' },
  ];
};

const BYTES = 'not looked into before it is finished';

async function uploadUrl(scene: MatrixScene, person: Person): Promise<string> {
  const { api } = scene;
  const target = await api.files.signUpload(
    {
      key: api.files.stagedKey(newId()),
      bytes: BYTES.length,
      contentType: 'image/jpeg',
      accountId: person.account.id,
      expiresAt: minutesFromNow(scene, 15),
    },
    api.clock.now(),
  );
  return new URL(target.url, api.url).pathname;
}

const upload: RouteRow = async (scene, caller) => {
  const put = { method: 'PUT', headers: { 'content-type': 'image/jpeg' }, body: BYTES } as const;
  const trials: Trial[] = [
    { ...put, what: 'nonexistent', path: '/uploads/made-up', expect: 'unknown' },
    { ...put, what: "another's", path: await uploadUrl(scene, scene.strangers.provider), expect: 'unknown' },
  ];
  if (caller !== 'visitor')
    trials.push({ ...put, what: 'own', path: await uploadUrl(scene, personOf(scene, caller)), expect: 'through' });
  return trials;
};

/** The code on a certificate is all it takes: whoever holds it may look. */
const certificate: RouteRow = async (scene) => {
  const { verificationCode } = await buildCertificate(scene.api.em, {
    provider: scene.strangers.provider.provider.id,
    courseCode: scene.course.course.code,
  });
  return [
    { what: 'a code', path: `/certificates/${verificationCode}.pdf`, expect: 'through' },
    { what: 'nonexistent', path: `/certificates/${newId()}.pdf`, expect: 'unknown' },
  ];
};

const unsigned = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' } as const;

/** Every route of the HTTP host. What GraphQL lets whom do is in the table of operations. */
export const ROUTES: Readonly<Record<string, RouteRow>> = {
  'GET /health/live': open('/health/live'),
  'GET /health/ready': open('/health/ready'),
  // From this machine; what others get is in the tests of the protection of HTTP.
  'GET /metrics': open('/metrics'),
  'GET /certificates/:code.pdf': certificate,
  'GET /graphql': open('/graphql?query={regions{id}}', { headers: { 'apollo-require-preflight': '1' } }),
  'POST /graphql': open('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ regions { id } }"}',
  }),
  'GET /files/*': evidence,
  'PUT /uploads/*': upload,
  // Stripe is not configured here; what it may do where it is, is in the tests of its messages.
  'POST /webhooks/stripe': async () => [
    { ...unsigned, what: 'nonexistent', path: '/webhooks/other', expect: 'unknown' },
    { ...unsigned, what: 'unsigned', path: '/webhooks/stripe', expect: 'unknown' },
  ],
};
