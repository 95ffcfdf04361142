/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type EmptySearchReason =
  | 'ALL_BUSY'
  | 'FILTERED_OUT'
  | 'NO_ONE_QUALIFIED'
  | 'OUTSIDE_AREA';

export type Gender =
  | 'FEMALE'
  | 'MALE'
  | 'OTHER';

export type PlaceInput = {
  addressId?: string | null | undefined;
  latitude?: number | null | undefined;
  longitude?: number | null | undefined;
};

export type PriceModel =
  | 'FIXED'
  | 'PER_HOUR'
  | 'PER_UNIT';

export type ProviderFilter = {
  gender?: Gender | null | undefined;
  instantBooking?: boolean | null | undefined;
  languages?: Array<string> | null | undefined;
  levels?: Array<ProviderLevel> | null | undefined;
  maxPrice?: number | null | undefined;
  minRating?: number | null | undefined;
};

export type ProviderLevel =
  | 'CERTIFIED'
  | 'MASTER'
  | 'SENIOR'
  | 'TRAINEE';

export type ProviderSort =
  | 'NEAREST'
  | 'PRICE'
  | 'RATING'
  | 'RECOMMENDED'
  | 'SOONEST';

export type Role =
  | 'ADMINISTRATOR'
  | 'AUDITOR'
  | 'BUSINESS'
  | 'HOUSEHOLD'
  | 'OPERATOR'
  | 'PROVIDER';

export type SearchProvidersInput = {
  earliest?: string | null | undefined;
  filter?: ProviderFilter | null | undefined;
  from: string;
  items: Array<VisitItemInput>;
  latest?: string | null | undefined;
  place?: PlaceInput | null | undefined;
  regionId: string;
  sort?: ProviderSort | null | undefined;
  to: string;
};

export type SignInInput = {
  email: string;
  password: string;
};

export type SignUpInput = {
  displayName: string;
  email: string;
  locale: string;
  password: string;
};

export type TravelMode =
  | 'BICYCLE'
  | 'CAR'
  | 'TRANSIT'
  | 'WALK';

export type VisitItemInput = {
  itemId: string;
  optionIds?: Array<string> | null | undefined;
  units?: number | null | undefined;
};

export type AddressFieldsFragment = { id: string, label: string, line: string, district: string, regionId: string, latitude: number, longitude: number, doorNote: string | null };

export type ViewerFieldsFragment = { id: string, email: string, displayName: string, locale: string, roles: Array<Role>, addresses: Array<{ id: string, label: string, line: string, district: string, regionId: string, latitude: number, longitude: number, doorNote: string | null }>, provider: { id: string, displayName: string, portraitSeed: number } | null };

export type CurrentViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type CurrentViewerQuery = { viewer: { id: string, email: string, displayName: string, locale: string, roles: Array<Role>, addresses: Array<{ id: string, label: string, line: string, district: string, regionId: string, latitude: number, longitude: number, doorNote: string | null }>, provider: { id: string, displayName: string, portraitSeed: number } | null } | null };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: boolean };

export type SetLocaleMutationVariables = Exact<{
  locale: string;
}>;


export type SetLocaleMutation = { setLocale: { id: string, locale: string } };

export type DemoAccountsQueryVariables = Exact<{ [key: string]: never; }>;


export type DemoAccountsQuery = { demoAccounts: Array<{ email: string, displayName: string, roles: Array<Role> }> };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn:
    | { __typename: 'InvalidCredentialsError', code: string, message: string }
    | { __typename: 'SecondFactorRequired', code: string, message: string }
    | { __typename: 'SignedIn', viewer: { id: string, email: string, displayName: string, locale: string, roles: Array<Role>, addresses: Array<{ id: string, label: string, line: string, district: string, regionId: string, latitude: number, longitude: number, doorNote: string | null }>, provider: { id: string, displayName: string, portraitSeed: number } | null } }
    | { __typename: 'TooManyAttemptsError', message: string, retryAfterSeconds: number, code: string }
   };

export type SignUpMutationVariables = Exact<{
  input: SignUpInput;
}>;


export type SignUpMutation = { signUp:
    | { __typename: 'SignedIn', viewer: { id: string, email: string, displayName: string, locale: string, roles: Array<Role>, addresses: Array<{ id: string, label: string, line: string, district: string, regionId: string, latitude: number, longitude: number, doorNote: string | null }>, provider: { id: string, displayName: string, portraitSeed: number } | null } }
    | { __typename: 'VerificationSent', email: string }
    | { __typename: 'WeakPasswordError', code: string, message: string }
   };

export type VerifyCredentialQueryVariables = Exact<{
  code: string;
}>;


export type VerifyCredentialQuery = { verifyCredential: { typeName: string, holderName: string, validUntil: string | null, light: string } | null };

export type RegionsQueryVariables = Exact<{ [key: string]: never; }>;


export type RegionsQuery = { regions: Array<{ id: string, code: string, name: string, currency: string, timeZone: string, locale: string, center: { latitude: number, longitude: number }, places: Array<{ id: string, name: string, latitude: number, longitude: number }> }> };

export type ChoosableItemFragment = { id: string, code: string, name: string, icon: string, priceModel: PriceModel, unitName: string | null, units: { min: number, max: number, step: number, default: number } | null, options: Array<{ id: string, name: string, minutes: number, price: { amount: number, currency: string } }>, price: { amount: number, currency: string } };

export type ServiceMenuQueryVariables = Exact<{
  regionId: string;
}>;


export type ServiceMenuQuery = { serviceCategories: Array<{ id: string, code: string, name: string, icon: string, items: Array<{ id: string, code: string, name: string, icon: string, priceModel: PriceModel, unitName: string | null, units: { min: number, max: number, step: number, default: number } | null, options: Array<{ id: string, name: string, minutes: number, price: { amount: number, currency: string } }>, price: { amount: number, currency: string } }>, children: Array<{ id: string, code: string, name: string, items: Array<{ id: string, code: string, name: string, icon: string, priceModel: PriceModel, unitName: string | null, units: { min: number, max: number, step: number, default: number } | null, options: Array<{ id: string, name: string, minutes: number, price: { amount: number, currency: string } }>, price: { amount: number, currency: string } }> }> }> };

export type SearchProvidersQueryVariables = Exact<{
  input: SearchProvidersInput;
  first: number;
  after?: string | null | undefined;
}>;


export type SearchProvidersQuery = { searchProviders: { totalCount: number, emptyReason: EmptySearchReason | null, nearestDates: Array<string>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { travelMinutes: number | null, distanceMetres: number | null, nextSlots: Array<{ start: string, end: string }>, quote: { durationMinutes: number, total: { amount: number, currency: string } }, score: { total: number, terms: Array<{ name: string, weight: number, value: number, contribution: number }> }, provider: { id: string, displayName: string, portraitSeed: number, gender: Gender, level: ProviderLevel, travelMode: TravelMode, languages: Array<string>, instantBooking: boolean, completedVisits: number, rating: { mean: number | null, count: number, lower: number | null, upper: number | null, isNew: boolean }, badges: Array<{ code: string, name: string, validUntil: string | null }>, region: { timeZone: string } } } }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const AddressFieldsFragmentDoc = new TypedDocumentString(`
    fragment AddressFields on Address {
  id
  label
  line
  district
  regionId
  latitude
  longitude
  doorNote
}
    `, {"fragmentName":"AddressFields"}) as unknown as TypedDocumentString<AddressFieldsFragment, unknown>;
export const ViewerFieldsFragmentDoc = new TypedDocumentString(`
    fragment ViewerFields on Viewer {
  id
  email
  displayName
  locale
  roles
  addresses {
    ...AddressFields
  }
  provider {
    id
    displayName
    portraitSeed
  }
}
    fragment AddressFields on Address {
  id
  label
  line
  district
  regionId
  latitude
  longitude
  doorNote
}`, {"fragmentName":"ViewerFields"}) as unknown as TypedDocumentString<ViewerFieldsFragment, unknown>;
export const ChoosableItemFragmentDoc = new TypedDocumentString(`
    fragment ChoosableItem on ServiceItem {
  id
  code
  name
  icon
  priceModel
  unitName
  units {
    min
    max
    step
    default
  }
  options {
    id
    name
    minutes
    price {
      amount
      currency
    }
  }
  price {
    amount
    currency
  }
}
    `, {"fragmentName":"ChoosableItem"}) as unknown as TypedDocumentString<ChoosableItemFragment, unknown>;
export const CurrentViewerDocument = new TypedDocumentString(`
    query CurrentViewer {
  viewer {
    ...ViewerFields
  }
}
    fragment AddressFields on Address {
  id
  label
  line
  district
  regionId
  latitude
  longitude
  doorNote
}
fragment ViewerFields on Viewer {
  id
  email
  displayName
  locale
  roles
  addresses {
    ...AddressFields
  }
  provider {
    id
    displayName
    portraitSeed
  }
}`) as unknown as TypedDocumentString<CurrentViewerQuery, CurrentViewerQueryVariables>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut {
  signOut
}
    `) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const SetLocaleDocument = new TypedDocumentString(`
    mutation SetLocale($locale: String!) {
  setLocale(locale: $locale) {
    id
    locale
  }
}
    `) as unknown as TypedDocumentString<SetLocaleMutation, SetLocaleMutationVariables>;
export const DemoAccountsDocument = new TypedDocumentString(`
    query DemoAccounts {
  demoAccounts {
    email
    displayName
    roles
  }
}
    `) as unknown as TypedDocumentString<DemoAccountsQuery, DemoAccountsQueryVariables>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    __typename
    ... on SignedIn {
      viewer {
        ...ViewerFields
      }
    }
    ... on TooManyAttemptsError {
      message
      retryAfterSeconds
    }
    ... on UserError {
      code
      message
    }
  }
}
    fragment AddressFields on Address {
  id
  label
  line
  district
  regionId
  latitude
  longitude
  doorNote
}
fragment ViewerFields on Viewer {
  id
  email
  displayName
  locale
  roles
  addresses {
    ...AddressFields
  }
  provider {
    id
    displayName
    portraitSeed
  }
}`) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const SignUpDocument = new TypedDocumentString(`
    mutation SignUp($input: SignUpInput!) {
  signUp(input: $input) {
    __typename
    ... on SignedIn {
      viewer {
        ...ViewerFields
      }
    }
    ... on VerificationSent {
      email
    }
    ... on UserError {
      code
      message
    }
  }
}
    fragment AddressFields on Address {
  id
  label
  line
  district
  regionId
  latitude
  longitude
  doorNote
}
fragment ViewerFields on Viewer {
  id
  email
  displayName
  locale
  roles
  addresses {
    ...AddressFields
  }
  provider {
    id
    displayName
    portraitSeed
  }
}`) as unknown as TypedDocumentString<SignUpMutation, SignUpMutationVariables>;
export const VerifyCredentialDocument = new TypedDocumentString(`
    query VerifyCredential($code: String!) {
  verifyCredential(code: $code) {
    typeName
    holderName
    validUntil
    light
  }
}
    `) as unknown as TypedDocumentString<VerifyCredentialQuery, VerifyCredentialQueryVariables>;
export const RegionsDocument = new TypedDocumentString(`
    query Regions {
  regions {
    id
    code
    name
    currency
    timeZone
    locale
    center {
      latitude
      longitude
    }
    places {
      id
      name
      latitude
      longitude
    }
  }
}
    `) as unknown as TypedDocumentString<RegionsQuery, RegionsQueryVariables>;
export const ServiceMenuDocument = new TypedDocumentString(`
    query ServiceMenu($regionId: ID!) {
  serviceCategories(regionId: $regionId) {
    id
    code
    name
    icon
    items {
      ...ChoosableItem
    }
    children {
      id
      code
      name
      items {
        ...ChoosableItem
      }
    }
  }
}
    fragment ChoosableItem on ServiceItem {
  id
  code
  name
  icon
  priceModel
  unitName
  units {
    min
    max
    step
    default
  }
  options {
    id
    name
    minutes
    price {
      amount
      currency
    }
  }
  price {
    amount
    currency
  }
}`) as unknown as TypedDocumentString<ServiceMenuQuery, ServiceMenuQueryVariables>;
export const SearchProvidersDocument = new TypedDocumentString(`
    query SearchProviders($input: SearchProvidersInput!, $first: Int!, $after: String) {
  searchProviders(input: $input, first: $first, after: $after) {
    totalCount
    emptyReason
    nearestDates
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        travelMinutes
        distanceMetres
        nextSlots {
          start
          end
        }
        quote {
          durationMinutes
          total {
            amount
            currency
          }
        }
        score {
          total
          terms {
            name
            weight
            value
            contribution
          }
        }
        provider {
          id
          displayName
          portraitSeed
          gender
          level
          travelMode
          languages
          instantBooking
          completedVisits
          rating {
            mean
            count
            lower
            upper
            isNew
          }
          badges {
            code
            name
            validUntil
          }
          region {
            timeZone
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SearchProvidersQuery, SearchProvidersQueryVariables>;