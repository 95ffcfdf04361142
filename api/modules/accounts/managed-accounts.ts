import { isId } from '../../kernel/ids.ts';
import { decodeKeyset, encodeKeyset, requirePageSize, toConnection } from '../../platform/connection.ts';
import type { Connection } from '../../platform/connection.ts';
import { asSystem } from '../../platform/database-identity.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { Account } from './account.entity.ts';
import type { AccountDesk, AccountRefusal } from './account-desk.ts';
import { countAccounts, countSessions, listAccounts } from './account-list.queries.ts';
import type { SessionFigures } from './account-list.queries.ts';
import { AccountNotChangeableError } from './accounts.errors.ts';
import { AccountChanged } from './managed-account.type.ts';
import type { AccountFilter } from './managed-accounts.inputs.ts';
import { Role } from './role.ts';
import { requireRole } from './viewer.ts';

const REFUSALS = {
  UNKNOWN_ACCOUNT: { en: 'There is no such account.', 'zh-CN': '没有此账号。' },
  LAST_ADMINISTRATOR: {
    en: 'Nobody else administers this installation. Give the role to somebody else first.',
    'zh-CN': '没有其他管理员，请先将管理员角色授予他人。',
  },
  NOTHING_TO_CHANGE: { en: 'There is nothing to change: look again.', 'zh-CN': '没有可更改的内容，请刷新后再看。' },
} as const;

export interface AccountPage {
  readonly filter: AccountFilter | null | undefined;
  readonly first: number;
  readonly after: string | null | undefined;
}

/** A page of accounts. @throws FORBIDDEN for whoever is no administrator. */
export async function readAccounts(context: RequestContext, page: AccountPage): Promise<Connection<Account>> {
  requireRole(context, Role.ADMINISTRATOR);
  const { filter, first, after } = page;
  requirePageSize(first);
  const question = {
    search: filter?.search ?? null,
    role: filter?.role ?? null,
    isBanned: filter?.isBanned ?? null,
  };
  const from = after ? (decodeKeyset(after, ['id'])[0] as string) : null;
  const { em, vault } = context;
  const rows = await listAccounts(em, vault, question, { limit: first + 1, after: from });
  const total = await countAccounts(em, vault, question);
  return toConnection(rows, first, total, after, ({ id }) => encodeKeyset([id]));
}

/** One account, or null. @throws FORBIDDEN for whoever is no administrator. */
export async function readAccount(context: RequestContext, id: string): Promise<Account | null> {
  requireRole(context, Role.ADMINISTRATOR);
  return isId(id) ? context.loaders.find(Account, id) : null;
}

/** Sessions of an account, read for a whole page at once. */
export async function loadSessionFigures(context: RequestContext, accountId: string): Promise<SessionFigures> {
  requireRole(context, Role.ADMINISTRATOR);
  return context.loaders
    .batch<SessionFigures>('session-figures', async (ids) => {
      const figures = await asSystem(() => countSessions(context.em, ids, context.clock.now()));
      return ids.map((id) => figures.get(id) ?? { sessions: 0, lastUsedAt: null });
    })
    .load(accountId);
}

/** Lets an administrator do something to an account. @throws FORBIDDEN for anybody else. */
export async function manageAccount(
  context: RequestContext,
  act: (desk: AccountDesk) => Promise<Account | AccountRefusal>,
): Promise<AccountChanged | AccountNotChangeableError> {
  requireRole(context, Role.ADMINISTRATOR);
  const { em, vault, clock } = context;
  const outcome = await asSystem(() => act({ em, vault, clock, who: context }));
  return typeof outcome === 'string'
    ? new AccountNotChangeableError(outcome, say(context, REFUSALS[outcome]))
    : new AccountChanged(outcome);
}
