import type { LocalizedText } from '../../kernel/localized-text.ts';
import { ProviderLevel } from '../../modules/catalog/index.ts';
import { Gender, TravelMode } from '../../modules/providers/index.ts';
import { text } from './demo-context.ts';
import type { WeekPlan } from './week-plans.ts';

/** What a provider of the demo does for a living; it decides items, documents and words. */
export type Trade = 'CLEANER' | 'HAIRDRESSER' | 'NAIL_ARTIST' | 'PLUMBER' | 'ELECTRICIAN' | 'COMPANION' | 'NANNY';

/** Why nobody can book this provider at present. */
export type Obstacle =
  | 'PAUSED'
  | 'SUSPENDED'
  | 'APPLICANT'
  | 'JUST_APPLIED'
  | 'APPLICATION_SENT'
  | 'CREDENTIAL_EXPIRED'
  | 'CREDENTIAL_REVOKED'
  | 'COURSE_MISSING';

/** How much a provider is asked for: the number of visits of the last three months follows from it. */
export type Demand = 'NONE' | 'NEW' | 'STEADY' | 'SOUGHT';

export interface ProviderProfile {
  readonly name: LocalizedText;
  readonly trade: Trade;
  readonly gender: Gender;
  readonly level: ProviderLevel;
  readonly years: number;
  readonly travelMode: TravelMode;
  readonly radiusKm: number;
  /** English name of the place the provider starts from. */
  readonly place: string;
  readonly languages: readonly string[];
  readonly plan: WeekPlan;
  readonly demand: Demand;
  readonly headline: LocalizedText;
  readonly hasStudio?: boolean;
  readonly onRequest?: boolean;
  /** A yearly document runs out within days, so that later dates vanish from the calendar. */
  readonly expiresSoon?: boolean;
  readonly obstacle?: Obstacle;
}

const LEVELS: Readonly<Record<string, ProviderLevel>> = {
  T: ProviderLevel.TRAINEE,
  C: ProviderLevel.CERTIFIED,
  S: ProviderLevel.SENIOR,
  M: ProviderLevel.MASTER,
};
const MODES: Readonly<Record<string, TravelMode>> = {
  walk: TravelMode.WALK,
  bike: TravelMode.BICYCLE,
  bus: TravelMode.TRANSIT,
  car: TravelMode.CAR,
};
const GENDERS: Readonly<Record<string, Gender>> = { f: Gender.FEMALE, m: Gender.MALE, x: Gender.OTHER };

/**
 * A profile from its name, one line of facts and a headline, so that sixty of them stay readable. The facts are
 * `gender level years mode radius-km languages plan demand`, for example `f S 8 bike 9 zh-CN,en DAYS SOUGHT`.
 */
export function profile(
  trade: Trade,
  [en, zh]: readonly [en: string, zh: string],
  place: string,
  facts: string,
  headline: readonly [en: string, zh: string],
  particular: Pick<ProviderProfile, 'hasStudio' | 'onRequest' | 'expiresSoon' | 'obstacle'> = {},
): ProviderProfile {
  const [gender = '', level = '', years = '', mode = '', radius = '', languages = '', plan = '', demand = ''] =
    facts.split(' ');
  return {
    name: text(en, zh),
    trade,
    place,
    gender: meaning(GENDERS, gender),
    level: meaning(LEVELS, level),
    years: Number(years),
    travelMode: meaning(MODES, mode),
    radiusKm: Number(radius),
    languages: languages.split(','),
    plan: plan as WeekPlan,
    demand: demand as Demand,
    headline: text(headline[0], headline[1]),
    ...particular,
  };
}

function meaning<T>(words: Readonly<Record<string, T>>, word: string): T {
  const found = words[word];
  if (found === undefined) throw new RangeError(`"${word}" is no word of the facts of a profile`);
  return found;
}
