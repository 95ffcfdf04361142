import { Role } from '../../../api/modules/accounts/index.ts';
import type { UnsealedAccount } from '../../../api/modules/accounts/index.ts';
import { buildAccount } from '../builders/account.builder.ts';
import { buildProvider } from '../builders/provider.builder.ts';
import type { BuiltProvider } from '../builders/provider.builder.ts';
import type { TestApi } from '../test-api.ts';

/** Everybody who can ask: a visitor, and an account of each role that has no other. */
export const CALLERS = [
  'visitor',
  'household',
  'provider',
  'business',
  'auditor',
  'operator',
  'administrator',
] as const;
export type CallerName = (typeof CALLERS)[number];

/** All who are signed in. */
export const ACCOUNTS = CALLERS.filter((name) => name !== 'visitor');

/** An account; `provider` for one that has the role, and the résumé that goes with it. */
export interface Person {
  readonly account: UnsealedAccount;
  readonly provider: BuiltProvider | null;
}

export async function buildPerson(
  api: TestApi,
  role: Role,
  items: readonly BuiltProvider['items'][number][],
  overrides: Partial<UnsealedAccount> = {},
): Promise<Person> {
  const account = await buildAccount(api.em, { roles: [role], ...overrides });
  const provider = role === Role.PROVIDER ? await buildProvider(api.em, { account: account.id, items }) : null;
  return { account, provider };
}

const ROLES: Readonly<Record<Exclude<CallerName, 'visitor'>, Role>> = {
  household: Role.HOUSEHOLD,
  provider: Role.PROVIDER,
  business: Role.BUSINESS,
  auditor: Role.AUDITOR,
  operator: Role.OPERATOR,
  administrator: Role.ADMINISTRATOR,
};

export type People = Readonly<Record<Exclude<CallerName, 'visitor'>, Person>> & { readonly visitor: null };

export async function buildPeople(api: TestApi, items: readonly BuiltProvider['items'][number][]): Promise<People> {
  const entries: [string, Person][] = [];
  for (const [name, role] of Object.entries(ROLES)) entries.push([name, await buildPerson(api, role, items)]);
  return { visitor: null, ...(Object.fromEntries(entries) as Omit<People, 'visitor'>) };
}

/** A text of that person's that nobody else has, so that it can be found wherever it turns up. */
export function secretOf({ account }: Person, what: string): string {
  return `${what} ${account.id.slice(-12)}`;
}
