import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../api/kernel/ids.ts';
import { buildGraphQLSchema } from '../../api/app/graphql-schema.ts';
import {
  Delivery,
  DeliveryChannel,
  DeliveryStatus,
  SEALED_DELIVERY,
} from '../../api/modules/notifications/delivery.entity.ts';
import type { Unsealed } from '../../api/platform/vault.ts';
import { CALLERS, secretOf } from '../support/authorization/callers.ts';
import type { Person } from '../support/authorization/callers.ts';
import { documentOf, pathsTo } from '../support/authorization/field-paths.ts';
import type { TypePath } from '../support/authorization/field-paths.ts';
import { putId } from '../support/authorization/id-arguments.ts';
import { MATRIX } from '../support/authorization/matrix-rows.ts';
import type { Variables } from '../support/authorization/matrix-rows.ts';
import { buildMatrixScene } from '../support/authorization/matrix-scene.ts';
import type { MatrixScene } from '../support/authorization/matrix-scene.ts';
import { NOT_SENSITIVE, SENSITIVE_FIELDS, listTellingFields } from '../support/authorization/sensitive-fields.ts';
import type { SensitiveField } from '../support/authorization/sensitive-fields.ts';
import { takeDownRowSecurity } from '../support/authorization/row-security.ts';
import { SUBJECTS, subjectOf } from '../support/authorization/subjects.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';
import { TEST_VAULT } from '../support/test-keys.ts';

type UnsealedDelivery = Unsealed<Delivery, 'recipient' | 'subject' | 'body'>;

const schema = buildGraphQLSchema();

/** Sensitive fields of each type, by their names. */
const SENSITIVE_TYPES = new Map(
  [...Map.groupBy(Object.entries(SENSITIVE_FIELDS), ([name]) => name.split('.')[0] ?? '')].map(
    ([type, rows]) => [type, new Map(rows.map(([name, row]) => [name.split('.')[1] ?? '', row]))] as const,
  ),
);

function ownerOf(fields: ReadonlyMap<string, SensitiveField>): SensitiveField['owner'] {
  return [...fields.values()][0]?.owner ?? 'household';
}

it('every field whose name tells of a person is in the table, or said not to be sensitive', () => {
  const known = [...Object.keys(SENSITIVE_FIELDS), ...Object.keys(NOT_SENSITIVE)];

  expect(listTellingFields(schema).filter((name) => !known.includes(name))).toEqual([]);
});

describe.each([
  ['both walls', false],
  ['the resolvers alone', true],
])('by every path, behind %s,', (_, takeDown) => {
  let api: TestApi;
  let scene: MatrixScene;
  let asked = 0;
  beforeAll(async () => {
    api = await startTestApi({ environment: { RATE_LIMIT_SCALE: '1000' } });
    scene = await buildMatrixScene(api);
    for (const subject of Object.values(SUBJECTS)) await subject.make(scene, scene.strangers[subject.stranger]);
    await writeDelivery(scene);
    if (takeDown) await takeDownRowSecurity(api);
  });
  afterAll(async () => {
    clients.clear();
    await api.close();
    process.stdout.write(`sensitive fields: ${Object.keys(SENSITIVE_FIELDS).length}, ${asked} answers looked at\n`);
  });

  /** Sends the path as somebody, to what belongs to strangers: the same for all where nothing changes by asking. */
  function follower(path: TypePath, fields: readonly string[]): (person: Person | null) => Promise<string> {
    const shared = path.root.kind === 'query' ? variablesOf(path) : null;
    return async (person) => {
      asked += 1;
      const client = await clientOf(person);
      return (await client.send(documentOf(path, fields), await (shared ?? variablesOf(path)))).body;
    };
  }

  async function variablesOf({ operation }: TypePath): Promise<Variables> {
    const row = MATRIX[operation];
    let variables = (await row?.variables?.(scene, 'provider')) ?? {};
    for (const [at, names] of Object.entries(row?.ids ?? {})) {
      if (names === 'public') continue;
      const subject = subjectOf(names.a);
      variables = putId(variables, at, await subject.make(scene, scene.strangers[subject.stranger]));
    }
    return variables;
  }

  const clients = new Map<Person | null, GraphQLClient>();
  async function clientOf(person: Person | null): Promise<GraphQLClient> {
    const known = clients.get(person);
    if (known) return known;
    const client = person === null ? api.visitor() : await api.as(person.account);
    clients.set(person, client);
    return client;
  }

  it.each([...SENSITIVE_TYPES])(
    '%s shows only to whom it may',
    async (type, fields) => {
      const told: string[] = [];
      const shown = new Set<string>();
      const paths = pathsTo(schema, type).filter(({ root }) => root.kind !== 'subscription');

      for (const path of paths) {
        const follow = follower(path, [...fields.keys()]);
        for (const caller of [...CALLERS, 'owner'] as const) {
          const person = caller === 'owner' ? scene.strangers[ownerOf(fields)] : scene.people[caller];
          const body = await follow(person);
          for (const [name, { secret, by }] of fields) {
            if (!body.includes(secret(scene))) continue;
            shown.add(name);
            if (caller !== 'owner' && !by.includes(caller)) told.push(`${caller}: ${documentOf(path, [name])}`);
          }
        }
      }

      expect(paths.length).toBeGreaterThan(0);
      expect(told).toEqual([]);
      // What nobody is ever shown could not be missed above.
      expect([...shown].sort()).toEqual([...fields].flatMap(([name, { isHidden }]) => (isHidden ? [] : [name])).sort());
    },
    120_000,
  );
});

async function writeDelivery({ api, strangers: { household } }: MatrixScene): Promise<void> {
  const delivery: UnsealedDelivery = {
    id: newId(),
    dedupeKey: newId(),
    account: household.account.id,
    channel: DeliveryChannel.EMAIL,
    kind: 'booking-confirmed',
    recipient: household.account.email,
    subject: secretOf(household, 'subject'),
    body: secretOf(household, 'body'),
    status: DeliveryStatus.SENT,
    transport: 'outbox',
    secret: false,
    bookingId: null,
    createdAt: TEST_NOW,
    sentAt: null,
    error: null,
  };
  await api.em.insert(Delivery, TEST_VAULT.sealRow(SEALED_DELIVERY, delivery));
}
