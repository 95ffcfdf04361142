import { Field, ObjectType, createUnionType } from 'type-graphql';
import { connectionType } from '../../platform/connection.ts';
import { type Credential } from './credential.entity.ts';
import { CredentialNotRevocableError } from './qualifications.errors.ts';

/**
 * A credential as operators see it. It is the same row, but another type: operators have no business with numbers and
 * evidence, so there is no field that leads to them.
 */
@ObjectType({ description: 'A credential as operators see it: never its number or evidence.' })
export class OverseenCredential {
  credential!: Credential;
}

@ObjectType({ description: 'A page of credentials.' })
export class OverseenCredentialConnection extends connectionType(OverseenCredential, 'OverseenCredential') {}

@ObjectType({ description: 'The credential does not count any more.' })
export class CredentialRevoked {
  credential!: Credential;
}

@ObjectType({ description: 'A reason that a revocation can name.' })
export class RevocationReasonCode {
  @Field(() => String, { description: 'Stable name.' })
  code!: string;

  @Field(() => String, { description: 'What the provider reads.' })
  label!: string;
}

export const RevokeCredentialResult = createUnionType({
  name: 'RevokeCredentialResult',
  description: 'What comes of taking a credential back.',
  types: () => [CredentialRevoked, CredentialNotRevocableError] as const,
  resolveType: (value) => ('credential' in value ? CredentialRevoked : CredentialNotRevocableError),
});
