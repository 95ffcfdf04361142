import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../platform/connection.ts';
import { LocalDateScalar } from '../../platform/scalars.ts';
import { CredentialState, CredentialType } from '../qualifications/index.ts';
import { Booking } from './booking.entity.ts';

export enum SubstitutionReason {
  CREDENTIAL = 'CREDENTIAL',
  PROVIDER = 'PROVIDER',
}
registerEnumType(SubstitutionReason, {
  name: 'SubstitutionReason',
  description: 'Why a coming visit needs somebody else.',
  valuesConfig: {
    CREDENTIAL: { description: 'A credential that it needs does not hold on its day.' },
    PROVIDER: { description: 'Its provider is suspended or has left.' },
  },
});

@ObjectType({ description: 'A coming visit that its provider cannot do.' })
class Substitution {
  @Field(() => Booking, { description: 'The visit.' })
  booking!: Booking;

  @Field(() => SubstitutionReason, { description: 'Why.' })
  reason!: SubstitutionReason;

  @Field(() => CredentialType, {
    nullable: true,
    description: 'What does not hold on its day; null where it is not about a credential.',
  })
  credentialType!: CredentialType | null;

  @Field(() => CredentialState, {
    nullable: true,
    description: "State of the provider's latest credential of that type; null: there never was one.",
  })
  credentialState!: CredentialState | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Its last valid day; null: none stated.' })
  validUntil!: string | null;

  @Field(() => CredentialState, {
    nullable: true,
    description: 'State of a new one that auditors have; once approved in time, the visit can stay.',
  })
  renewalState!: CredentialState | null;

  @Field(() => Int, { description: 'Local days from today to the visit.' })
  daysLeft!: number;
}

@ObjectType({ description: 'A page of visits that need somebody else.' })
export class SubstitutionConnection extends connectionType(Substitution, 'Substitution') {}
