import { shallowRef, watch, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { announce } from '@/app/announcer';
import { useApiMutation, type ApiAnswer } from '@/app/graphql-client';
import { isOnline } from '@/app/online-status';
import {
  SendMessageDocument,
  type MessagePartsFragment,
  type SendMessageInput,
  type SendMessageMutation,
} from '@/generated/graphql';

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

interface Carrier {
  readonly run: (variables: { input: SendMessageInput }) => Promise<ApiAnswer<SendMessageMutation>>;
  readonly onSent: (message: MessagePartsFragment) => void;
  readonly onFailed: (problem: string) => void;
  /** What to say when no answer came. */
  readonly describe: (kind: string) => string;
}

/** Messages of one conversation that are not there yet: shown at once, sent one after the other in the order of writing. */
class OutgoingLine {
  readonly outgoing = shallowRef<Outgoing[]>([]);
  readonly #bookingId: string;
  readonly #carrier: Carrier;
  #line: Promise<void> = Promise.resolve();

  constructor(bookingId: string, carrier: Carrier) {
    this.#bookingId = bookingId;
    this.#carrier = carrier;
  }

  send(text: string, photos: readonly OutgoingPhoto[]): void {
    const key = crypto.randomUUID();
    const message = { key, text, photos, state: 'sending', problem: '', canRetry: false } as const;
    this.outgoing.value = [...this.outgoing.value, message];
    this.#enqueue(key);
  }

  retry(key: string): void {
    this.#change(key, { state: 'sending', problem: '' });
    this.#enqueue(key);
  }

  retryAll(): void {
    for (const { key, state, canRetry } of this.outgoing.value) if (state === 'failed' && canRetry) this.retry(key);
  }

  /** Takes one that failed back, to be written anew. */
  takeBack(key: string): Outgoing | undefined {
    const found = this.outgoing.value.find((one) => one.key === key);
    this.outgoing.value = this.outgoing.value.filter((one) => one.key !== key);
    return found;
  }

  #enqueue(key: string): void {
    this.#line = this.#line.then(() => this.#post(key));
  }

  async #post(key: string): Promise<void> {
    const message = this.outgoing.value.find((one) => one.key === key);
    if (message?.state !== 'sending') return;
    const input = { bookingId: this.#bookingId, text: message.text, photoIds: message.photos.map(({ id }) => id) };
    const answer = await this.#carrier.run({ input: { ...input, idempotencyKey: key } });
    const result = answer.data?.sendMessage;
    if (result?.__typename === 'MessageSent') {
      this.#carrier.onSent(result.message);
      this.takeBack(key);
      return;
    }
    const problem = result?.said ?? this.#carrier.describe(answer.failure?.kind ?? 'server');
    this.#change(key, { state: 'failed', problem, canRetry: result === undefined });
    this.#carrier.onFailed(problem);
  }

  #change(key: string, changes: Partial<Outgoing>): void {
    this.outgoing.value = this.outgoing.value.map((one) => (one.key === key ? { ...one, ...changes } : one));
  }
}

/** Sends messages, and what the network kept back by itself once it is there again. */
export function useOutgoing(
  bookingId: string,
  onSent: (message: MessagePartsFragment) => void,
): {
  outgoing: Ref<Outgoing[]>;
  send: (text: string, photos: readonly OutgoingPhoto[]) => void;
  retry: (key: string) => void;
  takeBack: (key: string) => Outgoing | undefined;
} {
  const { t } = useI18n();
  const { run } = useApiMutation(SendMessageDocument);
  const line = new OutgoingLine(bookingId, {
    run,
    onSent,
    onFailed: (problem) => announce(t('messages.notSent', { problem })),
    describe: (kind) => t(`shell.failure.${kind}.title`),
  });
  watch(isOnline, (online) => {
    if (online) line.retryAll();
  });
  return {
    outgoing: line.outgoing,
    send: (text, photos) => line.send(text, photos),
    retry: (key) => line.retry(key),
    takeBack: (key) => line.takeBack(key),
  };
}
