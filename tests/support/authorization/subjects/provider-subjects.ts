import { ProviderStatus } from '../../../../api/modules/providers/index.ts';
import { buildProvider } from '../../builders/provider.builder.ts';
import { TEST_NOW } from '../../fakes/clock.ts';
import type { Subject } from '../subjects.ts';

/** A provider as whom nobody of the scene works, who stands there and, unless active, waits for an answer. */
const standing = (status: ProviderStatus): Subject => ({
  owners: [],
  stranger: 'provider',
  make: async ({ api, item }) => {
    const awaitingSince = status === ProviderStatus.ACTIVE ? null : TEST_NOW;
    return (await buildProvider(api.em, { items: [item], status, awaitingSince })).id;
  },
});

export const providerSubjects = {
  applicant: standing(ProviderStatus.APPLICANT),
  activeProvider: standing(ProviderStatus.ACTIVE),
  suspendedProvider: standing(ProviderStatus.SUSPENDED),
} satisfies Record<string, Subject>;
