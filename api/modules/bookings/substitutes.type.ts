import { Field, ObjectType, createUnionType } from 'type-graphql';
import { connectionType } from '../../platform/connection.ts';
import { MoneyType } from '../../platform/money.type.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { Provider } from '../providers/index.ts';
import { Booking } from './booking.entity.ts';
import { SubstituteSearch } from './substitute-search.entity.ts';
import { SubstituteUnavailableError, SubstitutionOverError } from './substitutes.errors.ts';

@ObjectType({ description: 'Somebody who can do the visit in place of its provider: as qualified at least, and free.' })
export class SubstituteCandidate {
  @Field(() => Provider, { description: 'Who.' })
  provider!: Provider;

  @Field(() => MoneyType, { description: 'What you pay: the price as agreed, whatever theirs is.' })
  price!: MoneyType;
}

@ObjectType({ description: 'A page of searches for substitutes.' })
export class SubstituteSearchConnection extends connectionType(SubstituteSearch, 'SubstituteSearch') {}

@ObjectType({ description: 'Somebody else comes.' })
export class SubstituteAccepted {
  @Field(() => Booking, { description: 'The visit with its new provider.' })
  substituted!: Booking;
}

@ObjectType({ description: 'The visit is called off and paid back in full.' })
export class SubstituteDeclined {
  @Field(() => Booking, { description: 'The visit.' })
  declined!: Booking;

  @Field(() => MoneyType, { description: 'What is given back.' })
  refund!: MoneyType;
}

@ObjectType({
  description: 'You drop out of the visit. Others are proposed to the household, or it is paid back in full.',
})
export class SubstituteSought {
  @Field(() => Booking, { description: 'The visit, still agreed.' })
  sought!: Booking;

  @Field(() => DateTimeScalar, { description: 'Until when the household can choose.' })
  until!: Date;
}

export const AcceptSubstituteResult = createUnionType({
  name: 'AcceptSubstituteResult',
  description: 'What comes of accepting a substitute.',
  types: () => [SubstituteAccepted, SubstituteUnavailableError, SubstitutionOverError] as const,
  resolveType: (value) =>
    ('substituted' in value ? SubstituteAccepted : value.constructor) as typeof SubstituteAccepted,
});

export const DeclineSubstituteResult = createUnionType({
  name: 'DeclineSubstituteResult',
  description: 'What comes of asking for the money back instead.',
  types: () => [SubstituteDeclined, SubstitutionOverError] as const,
  resolveType: (value) => ('declined' in value ? SubstituteDeclined : value.constructor) as typeof SubstituteDeclined,
});
