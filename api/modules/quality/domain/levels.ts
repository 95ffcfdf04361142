import { daysBetween } from '../../../kernel/local-date.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';

/** The levels of a provider, lowest first (P4). */
export const LEVELS = ['TRAINEE', 'CERTIFIED', 'SENIOR', 'MASTER'] as const;

/** One of the levels. */
export type LevelName = (typeof LEVELS)[number];

/** What a level can ask for. */
export type CriterionName = 'COMPLETED_VISITS' | 'RATING' | 'ON_TIME' | 'COURSES';

/** What is known of a provider on the matter. */
export interface LevelFigures {
  /** Visits completed so far. */
  readonly completedVisits: number;
  /** Lower end of the 95 % interval of the published rating, 1 to 5; null before the first review. */
  readonly ratingLower: number | null;
  /** Share of visits of the last 90 days that began on time, 0 to 1; null where none was measured. */
  readonly onTimeShare: number | null;
  /** Courses that their services require or that they were assigned, and that they have not passed. */
  readonly openCourses: number;
}

/** What a level asks for, each at least, open courses at most. */
export interface LevelRule {
  readonly level: LevelName;
  readonly completedVisits: number;
  readonly ratingLower: number;
  readonly onTimeShare: number;
  readonly openCourses: number;
}

/** The published rules (P4). Each level asks for no less than the one below it; everybody is a trainee at first. */
export const LEVEL_RULES: readonly LevelRule[] = [
  { level: 'CERTIFIED', completedVisits: 5, ratingLower: 3.5, onTimeShare: 0.8, openCourses: 0 },
  { level: 'SENIOR', completedVisits: 30, ratingLower: 4, onTimeShare: 0.85, openCourses: 0 },
  { level: 'MASTER', completedVisits: 100, ratingLower: 4.3, onTimeShare: 0.9, openCourses: 0 },
];

/** A demotion needs that many days below in a row: two windows of 30. */
export const DAYS_BELOW_TO_DEMOTE = 60;

/** One criterion of a level and where somebody stands with it. */
export interface CriterionStanding {
  readonly criterion: CriterionName;
  readonly required: number;
  readonly actual: number | null;
  readonly met: boolean;
}

/**
 * Every criterion of a level with where the provider stands; empty for trainees. A rating that does not exist yet is not met.
 * Punctuality that nobody measured speaks neither for nor against anybody, so it counts as met.
 */
export function standingFor(level: LevelName, figures: LevelFigures): CriterionStanding[] {
  const rule = LEVEL_RULES.find((one) => one.level === level);
  if (rule === undefined) return [];
  const { completedVisits, ratingLower, onTimeShare, openCourses } = figures;
  return [
    {
      criterion: 'COMPLETED_VISITS',
      required: rule.completedVisits,
      actual: completedVisits,
      met: completedVisits >= rule.completedVisits,
    },
    {
      criterion: 'RATING',
      required: rule.ratingLower,
      actual: ratingLower,
      met: ratingLower !== null && ratingLower >= rule.ratingLower,
    },
    {
      criterion: 'ON_TIME',
      required: rule.onTimeShare,
      actual: onTimeShare,
      met: onTimeShare === null || onTimeShare >= rule.onTimeShare,
    },
    { criterion: 'COURSES', required: rule.openCourses, actual: openCourses, met: openCourses <= rule.openCourses },
  ];
}

/** The highest level of which every criterion is met. */
export function earnedLevel(figures: LevelFigures): LevelName {
  return LEVELS.findLast((level) => standingFor(level, figures).every(({ met }) => met)) ?? 'TRAINEE';
}

/** Where a provider stands between two nights. */
export interface LevelStandingState {
  readonly level: LevelName;
  /** First day of the present run of days below the level; null while it is met. */
  readonly belowSince: LocalDate | null;
}

/** What one night makes of a standing. */
export interface LevelOutcome extends LevelStandingState {
  readonly change: 'PROMOTED' | 'DEMOTED' | null;
}

/**
 * One night's recomputation. Promoted at once, to whatever was earned; demoted by one level only after 60 days below in a row,
 * and one day that meets the level again ends the run. Done twice on a day it is as if done once.
 */
export function nextStanding(state: LevelStandingState, figures: LevelFigures, today: LocalDate): LevelOutcome {
  const held = LEVELS.indexOf(state.level);
  const earned = LEVELS.indexOf(earnedLevel(figures));
  if (earned > held) return { level: levelAt(earned), belowSince: null, change: 'PROMOTED' };
  if (earned === held) return { level: state.level, belowSince: null, change: null };
  const belowSince = state.belowSince ?? today;
  if (daysBetween(belowSince, today) < DAYS_BELOW_TO_DEMOTE) return { level: state.level, belowSince, change: null };
  return { level: levelAt(held - 1), belowSince: earned < held - 1 ? today : null, change: 'DEMOTED' };
}

/** The level after that one; null for the highest. */
export function levelAfter(level: LevelName): LevelName | null {
  return LEVELS[LEVELS.indexOf(level) + 1] ?? null;
}

function levelAt(index: number): LevelName {
  return LEVELS[index] ?? 'TRAINEE';
}
