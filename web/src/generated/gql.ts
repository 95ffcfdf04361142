/* eslint-disable */
import * as types from './graphql';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
  'fragment AddressFields on Address {\n  id\n  label\n  line\n  district\n  regionId\n  latitude\n  longitude\n  doorNote\n}\n\nfragment ViewerFields on Viewer {\n  id\n  email\n  displayName\n  locale\n  roles\n  addresses {\n    ...AddressFields\n  }\n  provider {\n    id\n    displayName\n    portraitSeed\n  }\n}\n\nquery CurrentViewer {\n  viewer {\n    ...ViewerFields\n  }\n}\n\nmutation SignOut {\n  signOut\n}\n\nmutation SetLocale($locale: String!) {\n  setLocale(locale: $locale) {\n    id\n    locale\n  }\n}': typeof types.AddressFieldsFragmentDoc;
};
const documents: Documents = {
  'fragment AddressFields on Address {\n  id\n  label\n  line\n  district\n  regionId\n  latitude\n  longitude\n  doorNote\n}\n\nfragment ViewerFields on Viewer {\n  id\n  email\n  displayName\n  locale\n  roles\n  addresses {\n    ...AddressFields\n  }\n  provider {\n    id\n    displayName\n    portraitSeed\n  }\n}\n\nquery CurrentViewer {\n  viewer {\n    ...ViewerFields\n  }\n}\n\nmutation SignOut {\n  signOut\n}\n\nmutation SetLocale($locale: String!) {\n  setLocale(locale: $locale) {\n    id\n    locale\n  }\n}':
    types.AddressFieldsFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment AddressFields on Address {\n  id\n  label\n  line\n  district\n  regionId\n  latitude\n  longitude\n  doorNote\n}\n\nfragment ViewerFields on Viewer {\n  id\n  email\n  displayName\n  locale\n  roles\n  addresses {\n    ...AddressFields\n  }\n  provider {\n    id\n    displayName\n    portraitSeed\n  }\n}\n\nquery CurrentViewer {\n  viewer {\n    ...ViewerFields\n  }\n}\n\nmutation SignOut {\n  signOut\n}\n\nmutation SetLocale($locale: String!) {\n  setLocale(locale: $locale) {\n    id\n    locale\n  }\n}',
): typeof import('./graphql').AddressFieldsFragmentDoc;

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
