import { randomInt } from 'node:crypto';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { isId, newId } from '../../kernel/ids.ts';
import type { InputProblem } from '../../kernel/input-problem.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { Role, grantRole, requireViewer } from '../accounts/index.ts';
import { ProviderLevel, Region } from '../catalog/index.ts';
import { PROFILE_LIMITS, findTextProblem } from './domain/profile-rules.ts';
import { bringProvider, lockProvider, moveProvider } from './move-provider.ts';
import type { ProviderApplied } from './own-profile.type.ts';
import { ProviderActName } from './provider-act.type.ts';
import type { ApplyAsProviderInput } from './provider-profile.inputs.ts';
import { Provider } from './provider.entity.ts';
import { Gender, ProviderStatus, TravelMode } from './provider.enums.ts';
import { AlreadyProviderError, InvalidProviderError } from './providers.errors.ts';

/**
 * Makes an applicant of an account: neither public nor bookable until an operator approves what the checklist asks for.
 * Whoever left comes back as an applicant too, with the résumé they had.
 */
export async function applyAsProvider(
  context: RequestContext,
  input: ApplyAsProviderInput,
): Promise<ProviderApplied | InvalidProviderError | AlreadyProviderError> {
  const { accountId } = requireViewer(context);
  const region = isId(input.regionId) ? await context.loaders.find(Region, input.regionId) : null;
  const words = { displayName: inBoth(input.displayName), headline: inBoth(input.headline) };
  const problem =
    region === null
      ? UNKNOWN_REGION
      : (findTextProblem('displayName', words.displayName, PROFILE_LIMITS.displayName) ??
        findTextProblem('headline', words.headline, PROFILE_LIMITS.headline));
  if (region === null || problem !== null) return toError(context, problem ?? UNKNOWN_REGION);
  try {
    return await inUnitOfWork(context.em, async (em) => {
      const known = await em.findOne(Provider, { account: accountId }, { disableIdentityMap: true });
      if (known !== null && known.status !== ProviderStatus.LEFT) return alreadyProvider(context);
      await grantRole(em, accountId, Role.PROVIDER);
      if (known === null) {
        const provider = await bringProvider(em, context, newApplicant(context, accountId, region, words));
        return { profile: { provider } };
      }
      const provider = await lockProvider(em, known.id);
      const moved =
        provider === null
          ? null
          : await moveProvider(em, context, provider, { act: ProviderActName.APPLY, actor: 'PROVIDER' });
      return moved === null || 'refusal' in moved
        ? alreadyProvider(context)
        : { profile: { provider: moved.provider } };
    });
  } catch (error) {
    // Of two applications at once, the second finds the first.
    if (error instanceof UniqueConstraintViolationException) return alreadyProvider(context);
    throw error;
  }
}

const UNKNOWN_REGION: InputProblem = {
  field: 'regionId',
  code: 'UNKNOWN_REGION',
  message: { en: 'There is no such region.', 'zh-CN': '没有这个地区。' },
};

function inBoth(text: string): LocalizedText {
  return { en: text.trim(), 'zh-CN': text.trim() };
}

function toError(context: RequestContext, { code, message, field }: InputProblem): InvalidProviderError {
  return new InvalidProviderError(code, say(context, message), field);
}

function alreadyProvider(context: RequestContext): AlreadyProviderError {
  return new AlreadyProviderError(
    'ALREADY_PROVIDER',
    say(context, {
      en: 'Your account takes part as a provider already.',
      'zh-CN': '您的账号已经入驻。',
    }),
  );
}

/** Whoever begins: nothing is said yet of what, where and when they work, so that the checklist finds it missing. */
function newApplicant(
  { clock }: RequestContext,
  account: string,
  region: Region,
  words: Pick<Provider, 'displayName' | 'headline'>,
): Provider {
  return {
    id: newId(),
    account,
    region: region.id,
    business: null,
    ...words,
    about: inBoth(''),
    specialities: [],
    portraitSeed: randomInt(1, 1_000_000),
    languages: [],
    yearsExperience: 0,
    gender: Gender.OTHER,
    level: ProviderLevel.TRAINEE,
    status: ProviderStatus.APPLICANT,
    awaitingSince: null,
    travelMode: TravelMode.TRANSIT,
    startPlace: null,
    latitude: region.latitude,
    longitude: region.longitude,
    serviceRadiusMetres: 0,
    hasStudio: false,
    instantBooking: true,
    noticeMinutes: null,
    maxVisitsPerDay: null,
    maxMinutesPerDay: null,
    completedVisits: 0,
    onTimeShare: null,
    ratingCount: 0,
    ratingSum: 0,
    ratingSumOfSquares: 0,
    ratingMean: null,
    ratingLower: null,
    ratingUpper: null,
    createdAt: clock.now(),
  };
}
