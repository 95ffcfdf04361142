import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { announce } from '@/app/announcer';
import { askOnce, useLiveUpdates, type RequestFailure } from '@/app/graphql-client';
import { currentLocale } from '@/app/i18n';
import { refreshUnread } from '@/app/unread-messages';
import {
  ConversationPageDocument,
  MarkMessagesReadDocument,
  MessageAddedDocument,
  MessagesReadDocument,
  type ConversationPageQuery,
  type MessagePartsFragment,
} from '@/generated/graphql';
import { useApiMutation } from '@/app/graphql-client';
import { mergeMessages } from './message-lines';

type Talk = NonNullable<ConversationPageQuery['conversation']>;

const PAGE = 30;

export interface LiveConversation {
  /** Null where there is none of one's own. */
  readonly talk: Ref<Talk | null | undefined>;
  /** The oldest first. */
  readonly messages: Ref<MessagePartsFragment[]>;
  readonly failure: Ref<RequestFailure | undefined>;
  /** Number of the last message that was read before the conversation was opened. */
  readonly readBefore: Ref<number>;
  readonly hasOlder: ComputedRef<boolean>;
  readonly loadingOlder: Ref<boolean>;
  load(): Promise<void>;
  loadOlder(): Promise<void>;
  /** Puts in what is known to be there, without asking. */
  put(message: MessagePartsFragment): void;
  /** To be called when the end of the conversation is seen. */
  markSeen(): void;
}

/** A conversation as it stands and goes on: events say that something happened, and the newest page is read again. */
export function useConversation(bookingId: string): LiveConversation {
  const { t } = useI18n();
  const talk = shallowRef<Talk | null>();
  const messages = shallowRef<MessagePartsFragment[]>([]);
  const failure = shallowRef<RequestFailure>();
  const readBefore = ref(0);
  const cursor = ref<string | null>(null);
  const loadingOlder = ref(false);
  const mark = useApiMutation(MarkMessagesReadDocument);
  let marked = 0;
  let generation = 0;

  async function load(): Promise<void> {
    const current = ++generation;
    const answer = await askOnce(ConversationPageDocument, { bookingId, first: PAGE, after: null });
    if (current !== generation) return;
    failure.value = answer.failure;
    if (!answer.data) return;
    const { conversation } = answer.data;
    const isFirst = !talk.value;
    talk.value = conversation;
    if (!conversation) return;
    if (isFirst) {
      readBefore.value = marked = conversation.readTo;
      cursor.value = conversation.messages.pageInfo.hasNextPage ? conversation.messages.pageInfo.endCursor : null;
    }
    take(
      conversation.messages.edges.map(({ node }) => node),
      !isFirst,
    );
  }

  function take(fresh: readonly MessagePartsFragment[], isHeard: boolean): void {
    const newest = messages.value.at(-1)?.sequence ?? 0;
    messages.value = mergeMessages(messages.value, fresh);
    if (!isHeard) return;
    for (const { sequence, side, authorName, text } of fresh.toReversed())
      if (sequence > newest && side !== talk.value?.side)
        announce(t('messages.heard', { name: authorName, text: text || t('messages.photoOnly') }));
  }

  async function loadOlder(): Promise<void> {
    if (cursor.value === null || loadingOlder.value) return;
    loadingOlder.value = true;
    const answer = await askOnce(ConversationPageDocument, { bookingId, first: PAGE, after: cursor.value });
    loadingOlder.value = false;
    failure.value = answer.failure;
    const page = answer.data?.conversation?.messages;
    if (!page) return;
    take(
      page.edges.map(({ node }) => node),
      false,
    );
    cursor.value = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  }

  function markSeen(): void {
    const last = messages.value.findLast(({ side }) => side !== talk.value?.side)?.sequence ?? 0;
    if (last <= marked || document.visibilityState !== 'visible') return;
    marked = last;
    void mark.run({ input: { bookingId, sequence: last } }).then((answer) => {
      if (answer.data) void refreshUnread();
      // What was not taken is said again with the next look.
      else marked = 0;
    });
  }

  watch(currentLocale, () => void load(), { immediate: true });
  useLiveUpdates(MessageAddedDocument, { bookingId }, () => void load());
  useLiveUpdates(MessagesReadDocument, { bookingId }, () => void load());
  document.addEventListener('visibilitychange', markSeen);
  onScopeDispose(() => document.removeEventListener('visibilitychange', markSeen));

  return {
    talk,
    messages,
    failure,
    readBefore,
    hasOlder: computed(() => cursor.value !== null),
    loadingOlder,
    load,
    loadOlder,
    put: (message) => take([message], false),
    markSeen,
  };
}
