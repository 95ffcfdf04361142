import { MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CredentialDecision } from './credential-decision.entity.ts';

@InputType({ description: "An auditor's vote on what was drawn to be audited again." })
export class DecideReauditInput {
  @Field(() => ID, { description: 'The re-audit, claimed by you.' })
  reauditId!: string;

  @Field(() => CredentialDecision, { description: 'APPROVE or REJECT: how you would have decided.' })
  decision!: CredentialDecision;

  @MaxLength(40)
  @Field(() => String, { description: 'One of credentialReasonCodes that fits.' })
  reasonCode!: string;

  @MaxLength(500)
  @Field(() => String, { nullable: true, description: 'Words for the record; the provider does not read them.' })
  note?: string | null;

  @Field(() => Int, { description: 'The version you looked at.' })
  version!: number;
}
