import { Field, ID, InputType, Int, ObjectType, createUnionType } from 'type-graphql';
import { UserError } from '../../platform/user-error.type.ts';

@ObjectType({ description: 'What cancelling costs up to a time before the start.' })
export class PolicyStep {
  @Field(() => Int, {
    nullable: true,
    description: 'Up to and including so many elapsed hours before the start; null for the last step.',
  })
  hoursBefore!: number | null;

  @Field(() => Int, { description: 'Share of the total, 0 to 100.' })
  percent!: number;
}

@ObjectType({ description: 'What cancelling and moving cost in a region, for bookings made from now on.' })
export class RegionPolicy {
  @Field(() => ID, { description: 'The region.' })
  regionId!: string;

  @Field(() => String, { description: 'Its name, in your language.' })
  regionName!: string;

  @Field(() => [PolicyStep], { description: 'Earliest first.' })
  steps!: PolicyStep[];

  @Field(() => Int, { description: 'For so many minutes after booking cancelling is free.' })
  graceMinutes!: number;

  @Field(() => Int, { description: 'Moving is free up to so many hours before the start.' })
  freeMoveHours!: number;

  @Field(() => Int, { description: 'One later move is free up to so many hours before the start.' })
  onceFreeMoveHours!: number;

  @Field(() => String, { description: 'Names these terms: send it along when you change them.' })
  revision!: string;
}

@InputType({ description: 'One step of a policy.' })
export class PolicyStepInput {
  @Field(() => Int, { nullable: true, description: 'Whole hours before the start; null for the last step.' })
  hoursBefore?: number | null;

  @Field(() => Int, { description: 'Share of the total, 0 to 100.' })
  percent!: number;
}

@InputType({ description: 'New terms of a region. Bookings that are made keep the terms they were made with.' })
export class SaveRegionPolicyInput {
  @Field(() => ID, { description: 'The region.' })
  regionId!: string;

  @Field(() => [PolicyStepInput], { description: 'One to six, earliest first; the last without hours.' })
  steps!: PolicyStepInput[];

  @Field(() => Int, { description: 'Minutes after booking in which cancelling is free.' })
  graceMinutes!: number;

  @Field(() => Int, { description: 'Hours before the start until which moving is free.' })
  freeMoveHours!: number;

  @Field(() => Int, { description: 'Hours before the start until which one later move is free.' })
  onceFreeMoveHours!: number;

  @Field(() => String, { description: 'The revision you saw.' })
  revision!: string;
}

@ObjectType({ description: 'The terms hold from now on.' })
export class RegionPolicySaved {
  @Field(() => RegionPolicy, { description: 'The terms as they are now.' })
  policy!: RegionPolicy;
}

@ObjectType({ implements: UserError, description: 'These terms make no sense; nothing was changed.' })
export class InvalidPolicyError extends UserError {
  @Field(() => String, { description: 'Where: a path within the input.' })
  readonly field: string;

  constructor(code: string, message: string, field: string) {
    super(code, message);
    this.field = field;
  }
}

@ObjectType({ implements: UserError, description: 'Somebody else changed the terms meanwhile; yours are not saved.' })
export class PolicyChangedError extends UserError {
  @Field(() => RegionPolicy, { description: 'The terms as they are now.' })
  readonly policy: RegionPolicy;

  constructor(message: string, policy: RegionPolicy) {
    super('POLICY_CHANGED', message);
    this.policy = policy;
  }
}

export const SaveRegionPolicyResult = createUnionType({
  name: 'SaveRegionPolicyResult',
  description: 'What comes of changing the terms of a region.',
  types: () => [RegionPolicySaved, InvalidPolicyError, PolicyChangedError] as const,
  resolveType: (value) => (value instanceof UserError ? value.constructor : RegionPolicySaved) as never,
});
