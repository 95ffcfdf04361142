import { shallowRef, watch, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { announce } from '@/app/announcer';
import { useApiMutation } from '@/app/graphql-client';
import { isOnline } from '@/app/online-status';
import { SendMessageDocument, type MessagePartsFragment } from '@/generated/graphql';

export interface OutgoingPhoto {
  readonly id: string;
  readonly url?: string | null;
  readonly width: number;
  readonly height: number;
}

/** A message on its way. Its key makes sure that it is there once, however often it is sent. */
export interface Outgoing {
  readonly key: string;
  readonly text: string;
  readonly photos: readonly OutgoingPhoto[];
  readonly state: 'sending' | 'failed';
  readonly problem: string;
  /** Whether sending the very same again can help. */
  readonly canRetry: boolean;
}

/** Sends messages one after the other, in the order of writing, and shows each at once. */
export function useOutgoing(
  bookingId: string,
  onSent: (message: MessagePartsFragment) => void,
): {
  outgoing: Ref<Outgoing[]>;
  send: (text: string, photos: readonly OutgoingPhoto[]) => void;
  retry: (key: string) => void;
  /** Takes one that failed back, to be written anew. */
  takeBack: (key: string) => Outgoing | undefined;
} {
  const { t } = useI18n();
  const outgoing = shallowRef<Outgoing[]>([]);
  const { run } = useApiMutation(SendMessageDocument);
  let line: Promise<void> = Promise.resolve();

  const change = (key: string, changes: Partial<Outgoing>): void => {
    outgoing.value = outgoing.value.map((one) => (one.key === key ? { ...one, ...changes } : one));
  };
  const remove = (key: string): void => {
    outgoing.value = outgoing.value.filter((one) => one.key !== key);
  };

  async function post(key: string): Promise<void> {
    const message = outgoing.value.find((one) => one.key === key);
    if (message?.state !== 'sending') return;
    const photoIds = message.photos.map(({ id }) => id);
    const answer = await run({ input: { bookingId, text: message.text, photoIds, idempotencyKey: key } });
    if (answer.data?.sendMessage.__typename === 'MessageSent') {
      onSent(answer.data.sendMessage.message);
      remove(key);
      return;
    }
    const refused = answer.data?.sendMessage;
    const problem =
      refused && 'said' in refused ? refused.said : t(`shell.failure.${answer.failure?.kind ?? 'server'}.title`);
    change(key, { state: 'failed', problem, canRetry: !refused });
    announce(t('messages.notSent', { problem }));
  }

  function enqueue(key: string): void {
    line = line.then(() => post(key));
  }

  function send(text: string, photos: readonly OutgoingPhoto[]): void {
    const key = crypto.randomUUID();
    outgoing.value = [...outgoing.value, { key, text, photos, state: 'sending', problem: '', canRetry: false }];
    enqueue(key);
  }

  function retry(key: string): void {
    change(key, { state: 'sending', problem: '' });
    enqueue(key);
  }

  // What the network kept back goes out by itself once it is there again.
  watch(isOnline, (online) => {
    if (online) for (const { key, state, canRetry } of outgoing.value) if (state === 'failed' && canRetry) retry(key);
  });

  return {
    outgoing,
    send,
    retry,
    takeBack: (key) => {
      const found = outgoing.value.find((one) => one.key === key);
      remove(key);
      return found;
    },
  };
}
