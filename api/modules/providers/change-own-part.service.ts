import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { lockProvider, moveProvider } from './move-provider.ts';
import type { ProviderMove } from './move-provider.ts';
import type { ProviderMoved } from './own-profile.type.ts';
import { ProviderActName } from './provider-act.type.ts';
import type { Provider } from './provider.entity.ts';
import { ProviderNotMovedError } from './providers.errors.ts';

const REFUSALS = {
  EMPTY: { en: 'Say why, in a sentence at least.', 'zh-CN': '请至少用一句话说明理由。' },
  NOT_NOW: { en: 'That is not possible from where you stand now.', 'zh-CN': '当前状态下不能这样操作。' },
} as const satisfies Record<string, LocalizedText>;

/** Takes a break: no new bookings from now on; what is agreed stays. */
export async function pauseMyProfile(
  context: RequestContext,
  provider: Provider,
): Promise<ProviderMoved | ProviderNotMovedError> {
  return changeOwnPart(context, provider, { act: ProviderActName.PAUSE, actor: 'PROVIDER' });
}

/** Ends the break. */
export async function resumeMyProfile(
  context: RequestContext,
  provider: Provider,
): Promise<ProviderMoved | ProviderNotMovedError> {
  return changeOwnPart(context, provider, { act: ProviderActName.RESUME, actor: 'PROVIDER' });
}

/** Says why the suspension should be lifted; an operator answers. */
export async function appealSuspension(
  context: RequestContext,
  provider: Provider,
  text: string,
): Promise<ProviderMoved | ProviderNotMovedError> {
  if (text.trim() === '') return new ProviderNotMovedError('EMPTY', say(context, REFUSALS.EMPTY), provider.status);
  return changeOwnPart(context, provider, { act: ProviderActName.APPEAL, actor: 'PROVIDER', note: text });
}

async function changeOwnPart(
  context: RequestContext,
  { id }: Provider,
  move: ProviderMove,
): Promise<ProviderMoved | ProviderNotMovedError> {
  return inUnitOfWork(context.em, async (em) => {
    const provider = await lockProvider(em, id);
    const moved = provider === null ? null : await moveProvider(em, context, provider, move);
    if (moved === null || 'refusal' in moved)
      return new ProviderNotMovedError('NOT_POSSIBLE_NOW', say(context, REFUSALS.NOT_NOW), provider?.status ?? null);
    return { profile: { provider: moved.provider } };
  });
}
