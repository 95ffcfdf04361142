import { newId } from '../../kernel/ids.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import { publish } from '../../platform/outbox.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { Account, endSessions, confirmPassword, tellAccount } from '../accounts/index.ts';
import type { InvalidCredentialsError, TooManyAttemptsError } from '../accounts/index.ts';
import { AccountErasure } from './account-erasure.entity.ts';
import { UNDO_DAYS, listOwnObstacles } from './erasure-preview.ts';
import { ERASE_ACCOUNT } from './job-topics.ts';
import { ConfirmationError, ErasureBlockedError } from './privacy.errors.ts';
import type { EraseMyAccountInput } from './privacy.inputs.ts';
import type { ErasureScheduled } from './privacy.type.ts';
import { personalDataRegister } from './register.ts';

type Outcome =
  ErasureScheduled | ErasureBlockedError | ConfirmationError | InvalidCredentialsError | TooManyAttemptsError;

/**
 * Has the viewer's account erased in seven days. Until then it is signed out everywhere and out of sight, and whoever signs in
 * again can take it back. Asking again keeps the day.
 */
export async function eraseMyAccount(
  context: RequestContext,
  viewer: ViewerIdentity,
  input: EraseMyAccountInput,
): Promise<Outcome> {
  const wrong = await confirmPassword(context, viewer, input.password);
  if (wrong !== null) return wrong;
  const account = await context.loaders.get(Account, viewer.accountId);
  if (input.confirmation.trim() !== account.displayName.trim()) {
    return new ConfirmationError(
      'WRONG_WORDS',
      say(context, {
        en: 'Type the name of your account exactly as it stands there.',
        'zh-CN': '请准确输入您的账号名称。',
      }),
    );
  }
  const obstacles = await listOwnObstacles(context, viewer.accountId);
  const outcome = await inUnitOfWork(context.em, async (em): Promise<ErasureScheduled | ErasureBlockedError> => {
    const pending = await em.findOne(
      AccountErasure,
      { accountId: viewer.accountId, cancelledAt: null },
      { disableIdentityMap: true },
    );
    if (pending) {
      await endSessions(em, viewer.accountId);
      return { erasure: pending };
    }
    // A visit booked at this very moment is found by the job, which looks again and waits.
    if (obstacles.length > 0) {
      return new ErasureBlockedError(
        'BLOCKED',
        say(context, { en: 'Something has to be settled first.', 'zh-CN': '请先处理以下事项。' }),
        obstacles,
      );
    }
    return { erasure: await schedule(em, context, viewer.accountId) };
  });
  if ('erasure' in outcome) context.sessionCookie.clear();
  return outcome;
}

/** Takes the person out of sight, has the rest done in seven days, and signs them out everywhere. */
async function schedule(em: EntityManager, context: RequestContext, accountId: string): Promise<AccountErasure> {
  const { clock } = context;
  const hidden: Record<string, string> = {};
  for (const [name, handler] of personalDataRegister().handlers) {
    const memo = await handler.hide?.(em, accountId);
    if (memo != null) hidden[name] = memo;
  }
  const now = clock.now();
  const erasure: AccountErasure = {
    id: newId(),
    accountId,
    requestedAt: now,
    dueAt: new Date(now.getTime() + UNDO_DAYS * 86_400_000),
    cancelledAt: null,
    begunAt: null,
    erasedAt: null,
    hidden,
  };
  await em.insert(AccountErasure, erasure);
  await publish(em, clock, [{ topic: ERASE_ACCOUNT, payload: { erasureId: erasure.id }, dueAt: erasure.dueAt }]);
  await tellAccount(em, context, { accountId, kind: 'erasure-requested' });
  await recordAudit(em, context, {
    action: 'account.erasure-requested',
    subjectType: 'account',
    subjectId: accountId,
  });
  await endSessions(em, accountId);
  return erasure;
}
