import { Field, ObjectType, createUnionType } from 'type-graphql';
import { MoneyType } from '../../platform/money.type.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { ServiceItem } from '../catalog/index.ts';
import { PayoutKind } from './payout-account.entity.ts';
import { type Provider } from './provider.entity.ts';
import { AlreadyProviderError, InvalidProviderError, ProviderNotMovedError } from './providers.errors.ts';

/** The same row as a Provider, but another type: what only its owner may see has no way to anybody else. */
@ObjectType({ description: 'Your own résumé with all that others do not see of it.' })
export class OwnProfile {
  provider!: Provider;
}

@ObjectType({ description: 'Where your earnings go, as far as it is shown again.' })
export class PayoutSummary {
  @Field(() => PayoutKind, { description: 'What kind of account it is.' })
  kind!: PayoutKind;

  @Field(() => String, { description: 'Name that the account is held in.' })
  holder!: string;

  @Field(() => String, { description: 'The last four characters of its number.' })
  ending!: string;

  @Field(() => DateTimeScalar, { description: 'When it was given.' })
  savedAt!: Date;
}

@ObjectType({ description: 'A service of your region and whether you offer it.' })
export class OwnService {
  provider!: Provider;

  @Field(() => ServiceItem, { description: 'The service.' })
  item!: ServiceItem;

  @Field(() => Boolean, { description: 'Whether you offer it at present.' })
  enabled!: boolean;

  @Field(() => MoneyType, { description: 'Your price, or the usual one where you have given none.' })
  price!: MoneyType;

  @Field(() => MoneyType, { description: 'The lowest price that is allowed.' })
  lowestPrice!: MoneyType;

  @Field(() => MoneyType, { description: 'The highest price that is allowed.' })
  highestPrice!: MoneyType;

  @Field(() => Boolean, { description: 'Whether your level is high enough for it.' })
  levelSuffices!: boolean;
}

@ObjectType({ description: 'You are an applicant now.' })
export class ProviderApplied {
  @Field(() => OwnProfile, { description: 'Your résumé so far.' })
  profile!: OwnProfile;
}

@ObjectType({ description: 'The part of your résumé is saved.' })
export class ProviderProfileSaved {
  @Field(() => OwnProfile, { description: 'Your résumé as it is now.' })
  profile!: OwnProfile;
}

@ObjectType({ description: 'Your part has changed.' })
export class ProviderMoved {
  @Field(() => OwnProfile, { description: 'Your résumé as it is now.' })
  profile!: OwnProfile;
}

export const ApplyAsProviderResult = createUnionType({
  name: 'ApplyAsProviderResult',
  description: 'What comes of asking to become a provider.',
  types: () => [ProviderApplied, InvalidProviderError, AlreadyProviderError] as const,
  resolveType: (value) => {
    if ('profile' in value) return ProviderApplied;
    return value instanceof AlreadyProviderError ? AlreadyProviderError : InvalidProviderError;
  },
});

const saved = (name: string, description: string) =>
  createUnionType({
    name,
    description,
    types: () => [ProviderProfileSaved, InvalidProviderError] as const,
    resolveType: (value) => ('profile' in value ? ProviderProfileSaved : InvalidProviderError),
  });

export const SaveProviderProfileResult = saved('SaveProviderProfileResult', 'What comes of saving the résumé.');
export const SaveOfferingsResult = saved('SaveOfferingsResult', 'What comes of saving services and prices.');
export const SaveServiceAreaResult = saved('SaveServiceAreaResult', 'What comes of saving the service area.');
export const SavePayoutDetailsResult = saved('SavePayoutDetailsResult', 'What comes of saving payout details.');

const moved = (name: string, description: string) =>
  createUnionType({
    name,
    description,
    types: () => [ProviderMoved, ProviderNotMovedError] as const,
    resolveType: (value) => ('profile' in value ? ProviderMoved : ProviderNotMovedError),
  });

export const PauseMyProfileResult = moved('PauseMyProfileResult', 'What comes of taking a break.');
export const ResumeMyProfileResult = moved('ResumeMyProfileResult', 'What comes of ending a break.');
export const AppealSuspensionResult = moved('AppealSuspensionResult', 'What comes of an appeal.');
