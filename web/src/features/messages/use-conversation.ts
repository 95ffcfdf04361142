import { computed, ref, shallowRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { announce } from '@/app/announcer';
import { askOnce, useApiMutation, useLiveUpdates, type ApiAnswer, type RequestFailure } from '@/app/graphql-client';
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
import { mergeMessages } from './message-lines';

type Talk = NonNullable<ConversationPageQuery['conversation']>;

const PAGE = 30;

/** What is known of a conversation, page by page. */
class TalkPages {
  /** Null where there is none of one's own. */
  readonly talk = shallowRef<Talk | null>();
  /** The oldest first. */
  readonly messages = shallowRef<MessagePartsFragment[]>([]);
  readonly failure = shallowRef<RequestFailure>();
  /** Number of the last message that was read before the conversation was opened. */
  readonly readBefore = ref(0);
  readonly cursor = ref<string | null>(null);
  readonly loadingOlder = ref(false);
  readonly #bookingId: string;
  readonly #onHeard: (message: MessagePartsFragment) => void;
  #generation = 0;

  constructor(bookingId: string, onHeard: (message: MessagePartsFragment) => void) {
    this.#bookingId = bookingId;
    this.#onHeard = onHeard;
  }

  /** The newest page; what came since the last look is heard. */
  async load(): Promise<void> {
    const current = ++this.#generation;
    const answer = await this.#ask(null);
    if (current !== this.#generation) return;
    this.failure.value = answer.failure;
    if (!answer.data) return;
    const { conversation } = answer.data;
    const isFirst = !this.talk.value;
    this.talk.value = conversation;
    if (!conversation) return;
    const { pageInfo, edges } = conversation.messages;
    const newest = this.messages.value.at(-1)?.sequence ?? 0;
    const page = edges.map(({ node }) => node);
    this.put(page);
    if (isFirst) {
      this.readBefore.value = conversation.readTo;
      this.cursor.value = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      return;
    }
    for (const message of page.toReversed())
      if (message.sequence > newest && message.side !== conversation.side) this.#onHeard(message);
  }

  async loadOlder(): Promise<void> {
    if (this.cursor.value === null || this.loadingOlder.value) return;
    this.loadingOlder.value = true;
    const answer = await this.#ask(this.cursor.value);
    this.loadingOlder.value = false;
    this.failure.value = answer.failure;
    const page = answer.data?.conversation?.messages;
    if (!page) return;
    this.put(page.edges.map(({ node }) => node));
    this.cursor.value = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  }

  /** Puts in what is known to be there, without asking. */
  put(fresh: readonly MessagePartsFragment[]): void {
    this.messages.value = mergeMessages(this.messages.value, fresh);
  }

  async #ask(after: string | null): Promise<ApiAnswer<ConversationPageQuery>> {
    return askOnce(ConversationPageDocument, { bookingId: this.#bookingId, first: PAGE, after });
  }
}

/** A conversation as it stands and goes on: events say that something happened, and the newest page is read again. */
export function useConversation(bookingId: string) {
  const { t } = useI18n();
  const pages = new TalkPages(bookingId, ({ authorName, text }) =>
    announce(t('messages.heard', { name: authorName, text: text || t('messages.photoOnly') })),
  );
  const { talk, messages, failure, readBefore, cursor, loadingOlder } = pages;
  const mark = useApiMutation(MarkMessagesReadDocument);
  let marked = 0;

  /** To be called when the end of the conversation is seen. */
  function markSeen(): void {
    const last = messages.value.findLast(({ side }) => side !== talk.value?.side)?.sequence ?? 0;
    if (last <= Math.max(marked, readBefore.value) || document.visibilityState !== 'visible') return;
    marked = last;
    void mark.run({ input: { bookingId, sequence: last } }).then((answer) => {
      if (answer.data) void refreshUnread();
      // What was not taken is said again with the next look.
      else marked = 0;
    });
  }

  watch(currentLocale, () => void pages.load(), { immediate: true });
  useLiveUpdates(MessageAddedDocument, { bookingId }, () => void pages.load());
  useLiveUpdates(MessagesReadDocument, { bookingId }, () => void pages.load());

  return {
    talk,
    messages,
    failure,
    readBefore,
    loadingOlder,
    hasOlder: computed(() => cursor.value !== null),
    load: () => pages.load(),
    loadOlder: () => pages.loadOlder(),
    put: (message: MessagePartsFragment) => pages.put([message]),
    markSeen,
  };
}
