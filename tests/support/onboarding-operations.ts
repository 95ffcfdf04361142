import type { GraphQLClient } from './graphql-client.ts';

const ERROR = '... on UserError { code message }';
const FIELD = '... on InvalidProviderError { field }';
const PROFILE = `profile { id startPlaceId serviceRadiusMetres awaitingSince provider { id status level }
  displayName { en zhCN } headline { en zhCN } about { en zhCN } specialities { en zhCN }
  payout { kind holder ending } history { act from to actorRole reasonCode reason note } }`;
const GAPS = 'missing { code subject }';
const OVERSEEN = `id awaitingSince provider { id status displayName } history { act to reasonCode note }
  steps { step state gaps { code subject } }`;

/** Every mutation of a provider about themselves, with the fields the tests look at. */
export const OWN_MUTATIONS = {
  applyAsProvider: `mutation ($input: ApplyAsProviderInput!) { outcome: applyAsProvider(input: $input) { __typename ${ERROR} ${FIELD} ... on ProviderApplied { ${PROFILE} } } }`,
  saveProviderProfile: `mutation ($input: SaveProviderProfileInput!) { outcome: saveProviderProfile(input: $input) { __typename ${ERROR} ${FIELD} ... on ProviderProfileSaved { ${PROFILE} } } }`,
  saveOfferings: `mutation ($input: SaveOfferingsInput!) { outcome: saveOfferings(input: $input) { __typename ${ERROR} ${FIELD} ... on ProviderProfileSaved { ${PROFILE} } } }`,
  saveServiceArea: `mutation ($input: SaveServiceAreaInput!) { outcome: saveServiceArea(input: $input) { __typename ${ERROR} ${FIELD} ... on ProviderProfileSaved { ${PROFILE} } } }`,
  savePayoutDetails: `mutation ($input: SavePayoutDetailsInput!) { outcome: savePayoutDetails(input: $input) { __typename ${ERROR} ${FIELD} ... on ProviderProfileSaved { ${PROFILE} } } }`,
  submitApplication: `mutation { outcome: submitApplication { __typename ${ERROR} ... on ApplicationIncompleteError { ${GAPS} } ... on ApplicationSubmitted { ${PROFILE} } } }`,
  pauseMyProfile: `mutation { outcome: pauseMyProfile { __typename ${ERROR} ... on ProviderMoved { ${PROFILE} } } }`,
  resumeMyProfile: `mutation { outcome: resumeMyProfile { __typename ${ERROR} ... on ProviderMoved { ${PROFILE} } } }`,
  appealSuspension: `mutation ($input: AppealSuspensionInput!) { outcome: appealSuspension(input: $input) { __typename ${ERROR} ... on ProviderMoved { ${PROFILE} } } }`,
  leaveAsProvider: `mutation { outcome: leaveAsProvider { __typename ${ERROR} ... on ProviderLeft { ${PROFILE} } } }`,
} as const;

/** Every decision of an operator about a provider. */
export const DECISIONS = {
  approveProvider: `mutation ($input: ApproveProviderInput!) { outcome: approveProvider(input: $input) { __typename ${ERROR} ... on ApplicationIncompleteError { ${GAPS} } ... on ProviderNotMovedError { status } ... on ProviderDecided { provider { ${OVERSEEN} } } } }`,
  declineApplication: `mutation ($input: DeclineApplicationInput!) { outcome: declineApplication(input: $input) { __typename ${ERROR} ... on ProviderNotMovedError { status } ... on ProviderDecided { provider { ${OVERSEEN} } } } }`,
  suspendProvider: `mutation ($input: SuspendProviderInput!) { outcome: suspendProvider(input: $input) { __typename ${ERROR} ... on ProviderNotMovedError { status } ... on ProviderDecided { provider { ${OVERSEEN} } } } }`,
  upholdSuspension: `mutation ($input: UpholdSuspensionInput!) { outcome: upholdSuspension(input: $input) { __typename ${ERROR} ... on ProviderNotMovedError { status } ... on ProviderDecided { provider { ${OVERSEEN} } } } }`,
  reinstateProvider: `mutation ($input: ReinstateProviderInput!) { outcome: reinstateProvider(input: $input) { __typename ${ERROR} ... on ProviderNotMovedError { status } ... on ProviderDecided { provider { ${OVERSEEN} } } } }`,
} as const;

export const MY_ONBOARDING = `{ myOnboarding { canSubmit profile { id } steps { step state gaps { code subject } } } }`;
export const OVERSEEN_PROVIDER = `query ($id: ID!) { overseenProvider(id: $id) { ${OVERSEEN} } }`;
export const OVERSEEN_PROVIDERS = `query ($first: Int, $after: String, $filter: OverseenProviderFilter, $sort: ProviderListSort!, $descending: Boolean!) {
  overseenProviders(first: $first, after: $after, filter: $filter, sort: $sort, descending: $descending) {
    totalCount pageInfo { endCursor hasNextPage } edges { node { id provider { displayName status } } } } }`;

export interface Gap {
  readonly code: string;
  readonly subject: string | null;
}

export interface Step {
  readonly step: string;
  readonly state: 'DONE' | 'WAITING' | 'TODO';
  readonly gaps: readonly Gap[];
}

export interface OwnOutcome {
  readonly __typename: string;
  readonly code?: string;
  readonly field?: string;
  readonly status?: string | null;
  readonly missing?: readonly Gap[];
  readonly profile?: {
    readonly id: string;
    readonly provider: { readonly id: string; readonly status: string };
    readonly [field: string]: unknown;
  };
  readonly provider?: { readonly provider: { readonly status: string }; readonly [field: string]: unknown };
}

/** Sends one of the mutations and gives its union member. */
export async function act(
  client: GraphQLClient,
  name: keyof typeof OWN_MUTATIONS | keyof typeof DECISIONS,
  input?: Readonly<Record<string, unknown>>,
): Promise<OwnOutcome> {
  const document = { ...OWN_MUTATIONS, ...DECISIONS }[name];
  const { outcome } = await client.ask<{ outcome: OwnOutcome }>(document, input === undefined ? {} : { input });
  return outcome;
}

/** The checklist as its owner sees it. */
export async function readSteps(client: GraphQLClient): Promise<{ canSubmit: boolean; steps: readonly Step[] }> {
  return (await client.ask<{ myOnboarding: { canSubmit: boolean; steps: Step[] } }>(MY_ONBOARDING)).myOnboarding;
}

/** A résumé that can be saved. */
export const RESUME = {
  displayName: { en: 'Nora Quinn', zhCN: '诺拉' },
  headline: { en: 'Calm, thorough home cleaning', zhCN: '' },
  about: {
    en: 'I have cleaned family homes for six years.',
    zhCN: '做了六年家庭保洁，细心认真，请放心把家交给我来打理。',
  },
  specialities: [{ en: 'Old floors', zhCN: '老地板' }],
  languages: ['en', 'zh-CN'],
  yearsExperience: 6,
  gender: 'FEMALE',
  travelMode: 'BICYCLE',
  hasStudio: false,
  instantBooking: true,
} as const;

/** A made-up IBAN whose check digits fit. */
export const PAYOUT = { kind: 'IBAN', holder: 'Nora Quinn', number: 'GB29 NWBK 6016 1331 9268 19' } as const;
