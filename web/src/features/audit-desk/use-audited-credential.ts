import { computed, shallowRef, watch, type Ref } from 'vue';
import { useApiQuery } from '@/app/graphql-client';
import { AuditedCredentialByIdDocument, DecisionReasonsDocument } from '@/generated/graphql';
import { findHandedIn, type AuditedCredential } from './handed-in';

/** The open credential with everything about it, and the reasons that a decision can name. */
export function useAuditedCredential(id: Ref<string | undefined>) {
  const detail = useApiQuery(
    AuditedCredentialByIdDocument,
    computed(() => ({ id: id.value ?? '' })),
    { pause: computed(() => id.value === undefined) },
  );
  const reasonsQuery = useApiQuery(DecisionReasonsDocument, {}, { policy: 'cache-first' });
  const reasons = computed(() => reasonsQuery.data.value?.credentialReasonCodes ?? []);

  /** While another item is being read, the old one must not be taken for it. */
  const credential = shallowRef<AuditedCredential>();
  watch(
    [detail.data, id],
    ([data, wanted]) => {
      credential.value = data?.credential?.id === wanted ? findHandedIn(data?.credential) : undefined;
    },
    { immediate: true },
  );

  return {
    credential,
    detail,
    isMissing: computed(() => detail.data.value?.credential === null && !detail.fetching.value),
    reasons,
    reasonLabels: computed(() => new Map(reasons.value.map(({ code, label }) => [code, label]))),
    reasonsQuery,
  };
}
