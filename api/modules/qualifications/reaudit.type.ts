import { Field, Float, ID, Int, ObjectType, createUnionType } from 'type-graphql';
import { connectionType } from '../../platform/connection.ts';
import { CredentialReaudit } from './credential-reaudit.entity.ts';
import { CredentialType } from './credential-type.entity.ts';
import { ReauditNotClaimableError, ReauditNotDecidableError } from './qualifications.errors.ts';

@ObjectType({ description: 'A page of re-audits.' })
export class ReauditConnection extends connectionType(CredentialReaudit, 'Reaudit') {}

@ObjectType({ description: 'The re-audit is yours for 30 minutes.' })
export class ReauditClaimed {
  @Field(() => CredentialReaudit, { description: 'The re-audit.' })
  reaudit!: CredentialReaudit;
}

@ObjectType({ description: 'The vote is kept.' })
export class ReauditDecided {
  @Field(() => CredentialReaudit, { description: 'The re-audit.' })
  reaudit!: CredentialReaudit;
}

const failureOr =
  <S, F>(success: S, failure: F) =>
  (value: object): S | F =>
    'reaudit' in value ? success : failure;

export const ClaimReauditResult = createUnionType({
  name: 'ClaimReauditResult',
  description: 'What comes of claiming a re-audit.',
  types: () => [ReauditClaimed, ReauditNotClaimableError] as const,
  resolveType: failureOr(ReauditClaimed, ReauditNotClaimableError),
});

export const DecideReauditResult = createUnionType({
  name: 'DecideReauditResult',
  description: 'What comes of a vote on a re-audit.',
  types: () => [ReauditDecided, ReauditNotDecidableError] as const,
  resolveType: failureOr(ReauditDecided, ReauditNotDecidableError),
});

@ObjectType({ description: 'How far auditors agree beyond chance, over votes that were blind to each other.' })
export class AgreementFigure {
  @Field(() => Int, { description: 'Credentials that two people judged.' })
  pairs!: number;

  @Field(() => Float, { nullable: true, description: 'Share on which they agree, 0 to 1; null without any.' })
  observed!: number | null;

  @Field(() => Float, { nullable: true, description: 'Share on which chance alone would make them agree.' })
  expected!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Cohen's kappa, -1 to 1; null where it is not defined: no pairs, or everybody always votes the same.",
  })
  kappa!: number | null;
}

@ObjectType({ description: 'How far one auditor agrees with the others.' })
export class AuditorAgreement {
  @Field(() => ID, { description: "The auditor's account." })
  auditorId!: string;

  @Field(() => String, { description: 'Name of the auditor.' })
  name!: string;

  @Field(() => AgreementFigure, { description: 'Their votes against those of the others.' })
  figure!: AgreementFigure;
}

@ObjectType({ description: 'How far auditors agree on one type of credentials.' })
export class TypeAgreement {
  @Field(() => CredentialType, { description: 'The type.' })
  type!: CredentialType;

  @Field(() => AgreementFigure, { description: 'First votes against second ones.' })
  figure!: AgreementFigure;
}

@ObjectType({ description: 'Agreement between auditors over a span of days (UTC), from double reviews and re-audits.' })
export class AuditAgreement {
  @Field(() => AgreementFigure, { description: 'Over everything.' })
  overall!: AgreementFigure;

  @Field(() => [AuditorAgreement], { description: 'Per auditor, by name.' })
  auditors!: AuditorAgreement[];

  @Field(() => [TypeAgreement], { description: 'Per type of credentials.' })
  types!: TypeAgreement[];
}

@ObjectType({ description: 'The draw of re-audits of a month, so that it can be checked.' })
export class ReauditDraw {
  @Field(() => String, { description: 'Month in UTC, YYYY-MM.' })
  period!: string;

  @Field(() => Float, { description: 'Share of approvals that is drawn, 0 to 1.' })
  share!: number;

  @Field(() => String, {
    description: 'SHA-256 of the seed, shown from the first draw on: the seed cannot be changed later.',
  })
  commitment!: string;

  @Field(() => String, { nullable: true, description: 'The seed; null until the month is over.' })
  seed!: string | null;

  @Field(() => Int, { description: 'Approvals of the month.' })
  approvals!: number;

  @Field(() => Int, { description: 'Those that were drawn.' })
  drawn!: number;

  @Field(() => Boolean, { description: 'Whether drawing again, with the seed, gives exactly those.' })
  isConsistent!: boolean;
}
