import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDateScalar } from '../../platform/scalars.ts';
import { ProviderLevel } from '../providers/index.ts';
import { type Provider } from '../providers/index.ts';
import { LevelChange } from './level-change.entity.ts';

export enum LevelCriterionName {
  COMPLETED_VISITS = 'COMPLETED_VISITS',
  RATING = 'RATING',
  ON_TIME = 'ON_TIME',
  COURSES = 'COURSES',
}
registerEnumType(LevelCriterionName, {
  name: 'LevelCriterionName',
  description: 'What a level can ask for.',
  valuesConfig: {
    COMPLETED_VISITS: { description: 'Visits completed so far.' },
    RATING: { description: 'Lower end of the 95 % interval of the rating, 1 to 5.' },
    ON_TIME: { description: 'Share of visits of the last 90 days that began on time, 0 to 1.' },
    COURSES: { description: 'Courses that are required or assigned and not passed; at most so many.' },
  },
});

export enum ProviderMetricName {
  ACCEPTANCE = 'ACCEPTANCE',
  ON_TIME = 'ON_TIME',
  COMPLETION = 'COMPLETION',
  RATING = 'RATING',
  REBOOKING = 'REBOOKING',
}
registerEnumType(ProviderMetricName, {
  name: 'ProviderMetricName',
  description: 'A figure of the last 90 days.',
  valuesConfig: {
    ACCEPTANCE: { description: 'Share of requests that were accepted.' },
    ON_TIME: { description: 'Share of visits that began within 15 minutes of the agreed start.' },
    COMPLETION: {
      description: 'Share of agreed visits that took place, of those that took place or failed by the provider.',
    },
    RATING: { description: 'Mean of the reviews.' },
    REBOOKING: { description: 'Share of households that booked again.' },
  },
});

@ObjectType('LevelRule', { description: 'What a level asks for.' })
export class LevelRuleType {
  @Field(() => ProviderLevel, { description: 'The level.' })
  level!: ProviderLevel;

  @Field(() => Int, { description: 'Completed visits, at least.' })
  completedVisits!: number;

  @Field(() => Float, { description: 'Lower end of the interval of the rating, at least.' })
  ratingLower!: number;

  @Field(() => Float, { description: 'Share of visits on time, at least, where it was measured.' })
  onTimeShare!: number;

  @Field(() => Int, { description: 'Courses that are not passed, at most.' })
  openCourses!: number;
}

@ObjectType({ description: 'One criterion of a level and where you stand with it.' })
export class LevelCriterion {
  @Field(() => LevelCriterionName, { description: 'Which criterion.' })
  criterion!: LevelCriterionName;

  @Field(() => Float, { description: 'What the level asks for.' })
  required!: number;

  @Field(() => Float, { nullable: true, description: 'Where you stand; null: nothing was measured yet.' })
  actual!: number | null;

  @Field(() => Boolean, { description: 'Whether it is met.' })
  met!: boolean;
}

@ObjectType({ description: 'A figure of the last 90 days.' })
export class ProviderMetric {
  @Field(() => ProviderMetricName, { description: 'Which figure.' })
  metric!: ProviderMetricName;

  @Field(() => Float, {
    nullable: true,
    description: 'A share from 0 to 1, or a mean from 1 to 5; null: too few cases.',
  })
  value!: number | null;

  @Field(() => Int, { description: 'How many cases it is made of.' })
  cases!: number;
}

@ObjectType({ description: 'Agreed visits of the last 90 days that did not take place, by cause.' })
export class CancellationCounts {
  @Field(() => Int, { description: 'Called off by the household.' })
  byHousehold!: number;

  @Field(() => Int, { description: 'Called off by you.' })
  byProvider!: number;

  @Field(() => Int, { description: 'Called off by an operator.' })
  byOperator!: number;

  @Field(() => Int, { description: 'The household says that nobody came.' })
  missedByProvider!: number;

  @Field(() => Int, { description: 'You say that nobody was there.' })
  missedByHousehold!: number;
}

@ObjectType({ description: 'Your level, how it comes about, and what the next one asks for.' })
export class LevelStanding {
  provider!: Provider;

  @Field(() => ProviderLevel, { description: 'Your level.' })
  level!: ProviderLevel;

  @Field(() => [LevelCriterion], { description: 'What your level asks for; empty for trainees.' })
  criteria!: LevelCriterion[];

  @Field(() => ProviderLevel, { nullable: true, description: 'The next level; null: there is none above.' })
  nextLevel!: ProviderLevel | null;

  @Field(() => [LevelCriterion], { description: 'What the next level asks for.' })
  nextCriteria!: LevelCriterion[];

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Since when you are below your level; null: you are not.',
  })
  belowSince!: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'When the level goes down by one, unless a day that meets it comes before.',
  })
  demotionOn!: string | null;

  @Field(() => [LevelChange], { description: 'Changes so far, latest first.' })
  history!: LevelChange[];

  @Field(() => [ProviderMetric], { description: 'Figures of the last 90 days.' })
  metrics!: ProviderMetric[];

  @Field(() => CancellationCounts, { description: 'Visits of the last 90 days that did not take place.' })
  cancellations!: CancellationCounts;
}
