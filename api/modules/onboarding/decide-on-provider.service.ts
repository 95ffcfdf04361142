import { isId } from '../../kernel/ids.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import {
  ProviderActName,
  ProviderNotMovedError,
  findProviderReason,
  lockProvider,
  moveProvider,
} from '../providers/index.ts';
import type { Provider } from '../providers/index.ts';
import { findConflict } from '../qualifications/index.ts';
import { gapsBeforeApproval } from './domain/checklist.ts';
import { ApplicationIncompleteError } from './onboarding.errors.ts';
import type { ProviderDecided } from './onboarding.type.ts';
import { readChecklist } from './read-checklist.ts';

type OperatorAct =
  | ProviderActName.APPROVE
  | ProviderActName.DECLINE
  | ProviderActName.SUSPEND
  | ProviderActName.UPHOLD
  | ProviderActName.REINSTATE;

interface Decision {
  readonly providerId: string;
  readonly reasonCode: string;
  readonly note?: string | null;
}

const REFUSALS = {
  UNKNOWN: { en: 'There is no such provider.', 'zh-CN': '没有这位服务者。' },
  REASON_UNKNOWN: { en: 'Choose one of the reasons.', 'zh-CN': '请选择一项理由。' },
  CONFLICT_OF_INTEREST: {
    en: 'You have to do with this person: another operator decides.',
    'zh-CN': '您与此人有利害关系，须由其他运营人员处理。',
  },
  NOTHING_WAITS: { en: 'Nothing of theirs waits for an answer.', 'zh-CN': '此人没有待处理的申请或申诉。' },
  NOT_POSSIBLE_NOW: {
    en: 'That is not possible from where they stand now. Look again.',
    'zh-CN': '对方当前状态下不能这样操作，请重新查看。',
  },
  INCOMPLETE: {
    en: 'Something is missing by now. Send the application back instead.',
    'zh-CN': '申请现已不完整，请退回补充。',
  },
} as const satisfies Record<string, LocalizedText>;

/** Approves an applicant, who is public and bookable from then on. What was complete when it was handed in is looked at again. */
export async function approveProvider(
  context: RequestContext,
  viewer: ViewerIdentity,
  decision: Decision,
): Promise<ProviderDecided | ApplicationIncompleteError | ProviderNotMovedError> {
  return decideOnProvider(context, viewer, ProviderActName.APPROVE, decision);
}

/** Sends back, suspends, upholds or reinstates; each by the transition table, with a reason that the provider reads. */
export async function decideWithoutChecklist(
  context: RequestContext,
  viewer: ViewerIdentity,
  act: Exclude<OperatorAct, ProviderActName.APPROVE>,
  decision: Decision,
): Promise<ProviderDecided | ProviderNotMovedError> {
  const outcome = await decideOnProvider(context, viewer, act, decision);
  if (outcome instanceof ApplicationIncompleteError) throw new Error(`${act} does not look at the checklist`);
  return outcome;
}

async function decideOnProvider(
  context: RequestContext,
  viewer: ViewerIdentity,
  act: OperatorAct,
  { providerId, reasonCode, note }: Decision,
): Promise<ProviderDecided | ApplicationIncompleteError | ProviderNotMovedError> {
  const refuse = (code: keyof typeof REFUSALS, provider: Provider | null = null): ProviderNotMovedError =>
    new ProviderNotMovedError(code, say(context, REFUSALS[code]), provider?.status ?? null);
  if (findProviderReason(act, reasonCode) === null) return refuse('REASON_UNKNOWN');
  return inUnitOfWork(context.em, async (em) => {
    const provider = isId(providerId) ? await lockProvider(em, providerId) : null;
    if (provider === null) return refuse('UNKNOWN');
    const missing =
      act === ProviderActName.APPROVE ? gapsBeforeApproval(await readChecklist(em, context.clock, provider)) : [];
    const moved = await moveProvider(em, context, provider, {
      act,
      actor: 'OPERATOR',
      reasonCode,
      note: note ?? null,
      facts: {
        checklistDone: missing.length === 0,
        impartial: (await findConflict(em, viewer.accountId, provider)) === null,
      },
    });
    if (!('refusal' in moved)) return { provider: { provider: moved.provider } };
    const guard = moved.refusal.because === 'guard' ? moved.refusal.guard : null;
    if (guard === 'checklist-done')
      return new ApplicationIncompleteError(say(context, REFUSALS.INCOMPLETE), missing, provider.region);
    if (guard === 'impartial') return refuse('CONFLICT_OF_INTEREST', provider);
    return refuse(guard === 'waiting' ? 'NOTHING_WAITS' : 'NOT_POSSIBLE_NOW', provider);
  });
}
