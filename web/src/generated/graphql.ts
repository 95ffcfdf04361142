/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type Role = 'ADMINISTRATOR' | 'AUDITOR' | 'BUSINESS' | 'HOUSEHOLD' | 'OPERATOR' | 'PROVIDER';

export type AddressFieldsFragment = {
  id: string;
  label: string;
  line: string;
  district: string;
  regionId: string;
  latitude: number;
  longitude: number;
  doorNote: string | null;
};

export type ViewerFieldsFragment = {
  id: string;
  email: string;
  displayName: string;
  locale: string;
  roles: Array<Role>;
  addresses: Array<{
    id: string;
    label: string;
    line: string;
    district: string;
    regionId: string;
    latitude: number;
    longitude: number;
    doorNote: string | null;
  }>;
  provider: { id: string; displayName: string; portraitSeed: number } | null;
};

export type CurrentViewerQueryVariables = Exact<{ [key: string]: never }>;

export type CurrentViewerQuery = {
  viewer: {
    id: string;
    email: string;
    displayName: string;
    locale: string;
    roles: Array<Role>;
    addresses: Array<{
      id: string;
      label: string;
      line: string;
      district: string;
      regionId: string;
      latitude: number;
      longitude: number;
      doorNote: string | null;
    }>;
    provider: { id: string; displayName: string; portraitSeed: number } | null;
  } | null;
};

export type SignOutMutationVariables = Exact<{ [key: string]: never }>;

export type SignOutMutation = { signOut: boolean };

export type SetLocaleMutationVariables = Exact<{
  locale: string;
}>;

export type SetLocaleMutation = { setLocale: { id: string; locale: string } };

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
export const AddressFieldsFragmentDoc = new TypedDocumentString(
  `
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
    `,
  { fragmentName: 'AddressFields' },
) as unknown as TypedDocumentString<AddressFieldsFragment, unknown>;
export const ViewerFieldsFragmentDoc = new TypedDocumentString(
  `
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
}`,
  { fragmentName: 'ViewerFields' },
) as unknown as TypedDocumentString<ViewerFieldsFragment, unknown>;
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
