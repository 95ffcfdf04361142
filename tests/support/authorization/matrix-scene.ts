import { Role } from '../../../api/modules/accounts/index.ts';
import type { ServiceItem } from '../../../api/modules/catalog/index.ts';
import type { CredentialType } from '../../../api/modules/qualifications/index.ts';
import { required } from '../../../api/kernel/required.ts';
import { buildCourse } from '../builders/course.builder.ts';
import type { BuiltCourse } from '../builders/course.builder.ts';
import { buildCredentialType } from '../builders/credential.builder.ts';
import { buildServiceItem } from '../builders/service-item.builder.ts';
import type { TestApi } from '../test-api.ts';
import { buildPeople, buildPerson } from './callers.ts';
import type { CallerName, People, Person } from './callers.ts';

/** Whose provider every person of the scene can be sure of. */
export interface ProvidingPerson extends Person {
  readonly provider: NonNullable<Person['provider']>;
}

/** One caller of each kind, a household and a provider who are strangers to all of them, and the public things they share. */
export interface MatrixScene {
  readonly api: TestApi;
  readonly people: People;
  readonly strangers: { readonly household: Person; readonly provider: ProvidingPerson };
  readonly item: ServiceItem;
  readonly course: BuiltCourse;
  readonly credentialType: CredentialType;
  /** A day further on at each call, so that no two visits meet. */
  nextDay(): Date;
}

const FIRST_DAY = Date.parse('2027-03-12T10:00:00Z');

export async function buildMatrixScene(api: TestApi): Promise<MatrixScene> {
  const item = await buildServiceItem(api.em);
  const stranger = await buildPerson(api, Role.PROVIDER, [item], { displayName: 'Strange Provider' });
  let days = 0;
  return {
    api,
    item,
    people: await buildPeople(api, [item]),
    strangers: {
      household: await buildPerson(api, Role.HOUSEHOLD, [item], { displayName: 'Strange Household' }),
      provider: { ...stranger, provider: required(stranger.provider, 'the provider of the scene') },
    },
    course: await buildCourse(api.em),
    credentialType: await buildCredentialType(api.em),
    nextDay: () => new Date(FIRST_DAY + days++ * 86_400_000),
  };
}

/** The account behind a caller. @throws for a visitor, who has none */
export function personOf(scene: MatrixScene, caller: CallerName): Person {
  return required(scene.people[caller], `the account of ${caller}`);
}
