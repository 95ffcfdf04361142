import { ArrayMaxSize, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { ProviderStatus } from '../providers/index.ts';

@InputType({ description: 'Whom a decision is about, and why.' })
class DecisionInput {
  @Field(() => ID, { description: 'Whom it is about.' })
  providerId!: string;

  @MaxLength(40)
  @Field(() => String, { description: 'Code of the reason, one of providerReasons.' })
  reasonCode!: string;

  @MaxLength(1_000)
  @Field(() => String, { nullable: true, description: 'More about it; the provider reads it.' })
  note?: string | null;
}

@InputType({ description: 'An approval.' })
export class ApproveProviderInput extends DecisionInput {}

@InputType({ description: 'What is sent back, and why.' })
export class DeclineApplicationInput extends DecisionInput {}

@InputType({ description: 'Who is suspended, and why.' })
export class SuspendProviderInput extends DecisionInput {}

@InputType({ description: 'Whose suspension is upheld, and why.' })
export class UpholdSuspensionInput extends DecisionInput {}

@InputType({ description: 'Whose suspension is lifted, and why.' })
export class ReinstateProviderInput extends DecisionInput {}

@InputType({ description: 'Which providers; what is left out does not matter.' })
export class OverseenProviderFilter {
  @ArrayMaxSize(5)
  @Field(() => [ProviderStatus], { nullable: true, description: 'In one of these statuses.' })
  statuses?: ProviderStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'Of that region.' })
  regionId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those who wait for an answer.' })
  waiting?: boolean | null;

  @MaxLength(80)
  @Field(() => String, { nullable: true, description: 'Part of the public name, in either language.' })
  name?: string | null;
}
