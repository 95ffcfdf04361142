import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { Reservation } from '../availability/index.ts';
import { ProviderActName, ProviderNotMovedError, lockProvider, moveProvider } from '../providers/index.ts';
import type { Provider } from '../providers/index.ts';
import { gapsBeforeApproval } from './domain/checklist.ts';
import { ApplicationIncompleteError } from './onboarding.errors.ts';
import type { ApplicationSubmitted, ProviderLeft } from './onboarding.type.ts';
import { readChecklist } from './read-checklist.ts';

const REFUSALS = {
  INCOMPLETE: {
    en: 'Some steps are not done yet. Nothing was sent.',
    'zh-CN': '还有步骤未完成，申请未提交。',
  },
  NOT_POSSIBLE_NOW: { en: 'That is not possible from where you stand now.', 'zh-CN': '当前状态下不能这样操作。' },
  VISITS_AHEAD: {
    en: 'Visits lie ahead of you. Do them or cancel them first.',
    'zh-CN': '您还有未完成的上门预约，请先完成或取消。',
  },
} as const satisfies Record<string, LocalizedText>;

/** Hands the application in, if every step before the approval is done (P2). */
export async function submitApplication(
  context: RequestContext,
  { id }: Provider,
): Promise<ApplicationSubmitted | ApplicationIncompleteError | ProviderNotMovedError> {
  return inUnitOfWork(context.em, async (em) => {
    const provider = await lockProvider(em, id);
    if (provider === null) return notMoved(context, 'NOT_POSSIBLE_NOW', null);
    const missing = gapsBeforeApproval(await readChecklist(em, context.clock, provider));
    const moved = await moveProvider(em, context, provider, {
      act: ProviderActName.SUBMIT,
      actor: 'PROVIDER',
      facts: { checklistDone: missing.length === 0 },
    });
    if (!('refusal' in moved)) return { profile: { provider: moved.provider } };
    const { refusal } = moved;
    return refusal.because === 'guard' && refusal.guard === 'checklist-done'
      ? new ApplicationIncompleteError(say(context, REFUSALS.INCOMPLETE), missing, provider.region)
      : notMoved(context, 'NOT_POSSIBLE_NOW', provider);
  });
}

/** Stops taking part. Whoever has visits ahead must see to them first; one can apply again later. */
export async function leaveAsProvider(
  context: RequestContext,
  { id }: Provider,
): Promise<ProviderLeft | ProviderNotMovedError> {
  return inUnitOfWork(context.em, async (em) => {
    const provider = await lockProvider(em, id);
    if (provider === null) return notMoved(context, 'NOT_POSSIBLE_NOW', null);
    const moved = await moveProvider(em, context, provider, {
      act: ProviderActName.LEAVE,
      actor: 'PROVIDER',
      facts: { diaryEmpty: await hasEmptyDiary(em, context, id) },
    });
    if (!('refusal' in moved)) return { profile: { provider: moved.provider } };
    return notMoved(context, moved.refusal.because === 'guard' ? 'VISITS_AHEAD' : 'NOT_POSSIBLE_NOW', provider);
  });
}

/** A hold does not count: it cannot be confirmed once its provider has left. */
async function hasEmptyDiary(em: EntityManager, { clock }: RequestContext, provider: string): Promise<boolean> {
  return (await em.count(Reservation, { provider, state: 'BOOKED', endsAt: { $gt: clock.now() } })) === 0;
}

function notMoved(
  context: RequestContext,
  code: 'NOT_POSSIBLE_NOW' | 'VISITS_AHEAD',
  provider: Provider | null,
): ProviderNotMovedError {
  return new ProviderNotMovedError(code, say(context, REFUSALS[code]), provider?.status ?? null);
}
