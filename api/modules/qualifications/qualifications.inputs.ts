import { ArrayMaxSize, Length, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDateScalar } from '../../platform/scalars.ts';
import { CredentialDecision } from './credential-decision.entity.ts';
import { CredentialState } from './credential.entity.ts';

@InputType({ description: 'Which credentials of the queue.' })
export class AuditQueueFilter {
  @Field(() => ID, { nullable: true, description: 'Of this type only.' })
  typeId?: string | null;

  @ArrayMaxSize(10)
  @Field(() => [CredentialState], { nullable: true, description: 'In one of these states only.' })
  states?: CredentialState[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those whose decision is overdue.' })
  overdue?: boolean | null;
}

@InputType({ description: "An auditor's decision." })
export class DecideCredentialInput {
  @Field(() => ID, { description: 'The credential, claimed by you.' })
  credentialId!: string;

  @Field(() => CredentialDecision, { description: 'What you decide.' })
  decision!: CredentialDecision;

  @MaxLength(40)
  @Field(() => String, { description: 'One of credentialReasonCodes that fits the decision.' })
  reasonCode!: string;

  @MaxLength(500)
  @Field(() => String, { nullable: true, description: 'Words to the provider.' })
  note?: string | null;

  @Field(() => Int, { description: 'The version you looked at.' })
  version!: number;
}

@InputType({ description: 'A credential to begin.' })
export class StartCredentialInput {
  @Field(() => ID, { description: 'Its type.' })
  typeId!: string;
}

@InputType({ description: 'A document handed in.' })
export class SubmitCredentialInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A draft of yours, or one that was sent back, to hand in; a new one is made when it is left out.',
  })
  credentialId?: string | null;

  @Field(() => ID, { description: 'Its type.' })
  typeId!: string;

  @Length(3, 60)
  @Field(() => String, { description: 'The number on it.' })
  number!: string;

  @Length(2, 120)
  @Field(() => String, { description: 'Who issued it.' })
  issuedBy!: string;

  @Field(() => LocalDateScalar, { description: 'The day it was issued.' })
  issuedOn!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day it is valid, if it states one.' })
  validUntil?: string | null;
}

@InputType({ description: 'Which credentials, for operators.' })
export class OverseenCredentialFilter {
  @Field(() => ID, { nullable: true, description: 'Of this type only.' })
  typeId?: string | null;

  @ArrayMaxSize(10)
  @Field(() => [CredentialState], { nullable: true, description: 'In one of these states only.' })
  states?: CredentialState[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what a re-audit would have rejected.' })
  disputed?: boolean | null;

  @MaxLength(80)
  @Field(() => String, { nullable: true, description: "Part of the holder's name." })
  name?: string | null;
}

@InputType({ description: 'A credential to take back.' })
export class RevokeCredentialInput {
  @Field(() => ID, { description: 'The credential.' })
  credentialId!: string;

  @MaxLength(40)
  @Field(() => String, { description: 'One of credentialRevocationReasons; the provider reads it.' })
  reasonCode!: string;

  @Field(() => Int, { description: 'The version you looked at.' })
  version!: number;
}
