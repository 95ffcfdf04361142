import { MaxLength, MinLength } from 'class-validator';
import { Field, ID, InputType, ObjectType, createUnionType } from 'type-graphql';
import { connectionType } from '../../platform/connection.ts';
import { UserError } from '../../platform/user-error.type.ts';
import { SupportCase } from './support-case.entity.ts';

@ObjectType({ description: 'A page of cases.' })
export class SupportCaseConnection extends connectionType(SupportCase, 'SupportCase') {}

@InputType({ description: 'A case that is settled.' })
export class CloseSupportCaseInput {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @MinLength(1)
  @MaxLength(1000)
  @Field(() => String, { description: 'What came of it.' })
  outcome!: string;
}

@ObjectType({ description: 'The case is closed.' })
export class SupportCaseClosed {
  @Field(() => SupportCase, { description: 'The case.' })
  supportCase!: SupportCase;
}

@ObjectType({ implements: UserError, description: 'There is no such case that is open.' })
export class CaseNotOpenError extends UserError {}

export const CloseSupportCaseResult = createUnionType({
  name: 'CloseSupportCaseResult',
  description: 'What comes of closing a case.',
  types: () => [SupportCaseClosed, CaseNotOpenError] as const,
  resolveType: (value) => ('supportCase' in value ? SupportCaseClosed : CaseNotOpenError),
});
