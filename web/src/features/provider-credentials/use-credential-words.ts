import { computed, ref, watch, type ComputedRef, type Ref } from 'vue';
import { dropWords, keepWords, readWords } from '../../app/kept-words';
import type { OwnCredentialFragment } from '../../generated/graphql';

export interface CredentialWords {
  readonly number: Ref<string>;
  readonly issuedBy: Ref<string>;
  readonly issuedOn: Ref<string>;
  readonly validUntil: Ref<string>;
  /** Whether something stands there that the server does not have. */
  readonly isDirty: ComputedRef<boolean>;
  /** Forgets what was typed: it is handed in. */
  readonly drop: () => void;
}

/** What a provider claims of a credential, as typed. It is kept in this tab until it is handed in or they sign out. */
export function useCredentialWords(
  credential: Pick<OwnCredentialFragment, 'id' | 'number' | 'issuedBy' | 'issuedOn' | 'validUntil'>,
): CredentialWords {
  const name = `credential.${credential.id}`;
  const saved = {
    number: credential.number,
    issuedBy: credential.issuedBy,
    issuedOn: credential.issuedOn ?? '',
    validUntil: credential.validUntil ?? '',
  };
  const kept = readWords(name);
  const number = ref(kept['number'] ?? saved.number);
  const issuedBy = ref(kept['issuedBy'] ?? saved.issuedBy);
  const issuedOn = ref(kept['issuedOn'] ?? saved.issuedOn);
  const validUntil = ref(kept['validUntil'] ?? saved.validUntil);
  const isHandedIn = ref(false);
  const words = computed(() => ({
    number: number.value,
    issuedBy: issuedBy.value,
    issuedOn: issuedOn.value,
    validUntil: validUntil.value,
  }));
  const isDirty = computed(() => !isHandedIn.value && JSON.stringify(words.value) !== JSON.stringify(saved));

  watch(words, () => (isDirty.value ? keepWords(name, words.value) : dropWords(name)));

  return {
    number,
    issuedBy,
    issuedOn,
    validUntil,
    isDirty,
    drop: () => {
      isHandedIn.value = true;
      dropWords(name);
    },
  };
}
