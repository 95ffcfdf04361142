import { Field, ObjectType, createUnionType } from 'type-graphql';
import { connectionType } from '../../platform/connection.ts';
import { LocalDateScalar } from '../../platform/scalars.ts';
import { CredentialDecision } from './credential-decision.entity.ts';
import { Credential } from './credential.entity.ts';
import {
  CredentialNotClaimableError,
  CredentialNotDecidableError,
  InvalidCredentialError,
} from './qualifications.errors.ts';

@ObjectType({ description: 'A page of credentials.' })
export class CredentialConnection extends connectionType(Credential, 'Credential') {}

@ObjectType({ description: 'A reason that a decision can name.' })
export class ReasonCode {
  @Field(() => String, { description: 'Stable name.' })
  code!: string;

  @Field(() => CredentialDecision, { description: 'The decision it goes with.' })
  decision!: CredentialDecision;

  @Field(() => String, { description: 'What the provider reads.' })
  label!: string;
}

@ObjectType({ description: 'What anyone may know of a credential, by its code.' })
export class CredentialVerification {
  @Field(() => String, { description: 'What was checked.' })
  typeName!: string;

  @Field(() => String, { description: 'Public name of the holder.' })
  holderName!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last valid day; null: no end.' })
  validUntil!: string | null;

  @Field(() => String, {
    description: 'GREEN valid; AMBER expired or missing; RED identity or background check failed, or holder suspended.',
  })
  light!: string;
}

@ObjectType({ description: 'The credential is yours to decide for 30 minutes.' })
export class CredentialClaimed {
  @Field(() => Credential, { description: 'The credential.' })
  credential!: Credential;
}

@ObjectType({ description: 'The vote is kept, and decides where no other is needed; the state says which.' })
export class CredentialDecided {
  @Field(() => Credential, { description: 'The credential.' })
  credential!: Credential;
}

@ObjectType({ description: 'The credential is begun: evidence can be attached to it.' })
export class CredentialStarted {
  @Field(() => Credential, { description: 'The credential.' })
  credential!: Credential;
}

@ObjectType({ description: 'The credential waits for an auditor.' })
export class CredentialSubmitted {
  @Field(() => Credential, { description: 'The credential.' })
  credential!: Credential;
}

const failureOr =
  <S, F>(success: S, failure: F) =>
  (value: object): S | F =>
    'credential' in value ? success : failure;

export const ClaimCredentialResult = createUnionType({
  name: 'ClaimCredentialResult',
  description: 'What comes of claiming.',
  types: () => [CredentialClaimed, CredentialNotClaimableError] as const,
  resolveType: failureOr(CredentialClaimed, CredentialNotClaimableError),
});

export const DecideCredentialResult = createUnionType({
  name: 'DecideCredentialResult',
  description: 'What comes of deciding.',
  types: () => [CredentialDecided, CredentialNotDecidableError] as const,
  resolveType: failureOr(CredentialDecided, CredentialNotDecidableError),
});

export const StartCredentialResult = createUnionType({
  name: 'StartCredentialResult',
  description: 'What comes of beginning a credential.',
  types: () => [CredentialStarted, InvalidCredentialError] as const,
  resolveType: failureOr(CredentialStarted, InvalidCredentialError),
});

export const SubmitCredentialResult = createUnionType({
  name: 'SubmitCredentialResult',
  description: 'What comes of handing in.',
  types: () => [CredentialSubmitted, InvalidCredentialError] as const,
  resolveType: failureOr(CredentialSubmitted, InvalidCredentialError),
});
