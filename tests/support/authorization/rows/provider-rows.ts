import { PAYOUT, RESUME } from '../../onboarding-operations.ts';
import type { CallerName } from '../callers.ts';
import type { Names, OperationRow, Rows } from '../matrix-rows.ts';
import { personOf } from '../matrix-scene.ts';
import type { MatrixScene } from '../matrix-scene.ts';

const anApplicant: Names = { a: 'applicant', everybodysFor: ['operator'] };
const anActiveOne: Names = { a: 'activeProvider', everybodysFor: ['operator'] };
const aSuspendedOne: Names = { a: 'suspendedProvider', everybodysFor: ['operator'] };

/** A decision of an operator about a provider who stands where it can be made. */
const decision = (about: Names, reasonCode: string): OperationRow => ({
  for: ['operator'],
  ids: { 'input.providerId': about },
  variables: () => ({ input: { reasonCode } }),
});

/** Puts the caller's own provider where the operation under test begins. */
const from =
  (status: string): NonNullable<OperationRow['variables']> =>
  async (scene: MatrixScene, caller: CallerName) => {
    if (caller === 'provider')
      await scene.api.sql('update provider set status = $2, awaiting_since = null where account_id = $1', [
        personOf(scene, caller).account.id,
        status,
      ]);
    return {};
  };

export const providerRows = {
  myProfile: { for: ['provider'] },
  myServices: { for: ['provider'] },
  myOnboarding: { for: ['provider'] },
  applyAsProvider: {
    for: 'accounts',
    ids: { 'input.regionId': 'public' },
    // Without a name: whoever got through would be a provider from then on.
    variables: ({ item }) => ({ input: { regionId: item.region, displayName: ' ', headline: 'Cleaning' } }),
  },
  saveProviderProfile: { for: ['provider'], variables: () => ({ input: RESUME }) },
  saveOfferings: {
    for: ['provider'],
    ids: { 'input.offerings[].itemId': 'public' },
    variables: ({ item }) => ({
      input: { offerings: [{ itemId: item.id, enabled: true, priceAmount: item.priceAmount }] },
    }),
  },
  saveServiceArea: {
    for: ['provider'],
    ids: { 'input.placeId': 'public' },
    variables: ({ item }) => ({ input: { placeId: item.id, radiusMetres: 9_000 } }),
  },
  savePayoutDetails: { for: ['provider'], variables: () => ({ input: PAYOUT }) },
  submitApplication: { for: ['provider'] },
  pauseMyProfile: { for: ['provider'], variables: from('ACTIVE') },
  resumeMyProfile: { for: ['provider'], variables: from('PAUSED') },
  appealSuspension: { for: ['provider'], variables: () => ({ input: { text: ' ' } }) },
  // Whoever is suspended cannot leave: the provider of the scene is needed further on.
  leaveAsProvider: { for: ['provider'], variables: from('SUSPENDED') },
  overseenProviders: {
    for: ['operator'],
    ids: { 'filter.regionId': 'public' },
    variables: () => ({ sort: 'NAME' }),
  },
  overseenProvider: { for: ['operator'], ids: { id: anActiveOne } },
  providerReasons: { for: ['operator'] },
  approveProvider: decision(anApplicant, 'ALL_IN_ORDER'),
  declineApplication: decision(anApplicant, 'PROFILE_UNCLEAR'),
  suspendProvider: decision(anActiveOne, 'CONDUCT'),
  upholdSuspension: decision(aSuspendedOne, 'NOTHING_NEW'),
  reinstateProvider: decision(aSuspendedOne, 'OUR_MISTAKE'),
} as const satisfies Rows;
