import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue';
import { askOnce, useLiveUpdates, type RequestFailure } from '@/app/graphql-client';
import { currentLocale } from '@/app/i18n';
import {
  AuditQueueChangedDocument,
  AuditQueueDocument,
  type AuditQueueFilter,
  type AuditQueueQuery,
} from '@/generated/graphql';
import { listHandedIn, type QueueItem } from './handed-in';
import type { QueueQuery } from './queue-query';

const pageSize = 30;
const mostAtOnce = 100;
/** For a device that hears of no changes. */
const refreshMs = 60_000;
/** Changes that come together are read together. */
const settleMs = 250;

/** The open credentials in the order of the desk, kept fresh while others claim and decide. */
export function useAuditQueue(asked: Ref<QueueQuery>) {
  const items = shallowRef<QueueItem[]>([]);
  const page = shallowRef<AuditQueueQuery['auditQueue']>();
  const failure = shallowRef<RequestFailure>();
  const loading = ref(true);
  const loadingMore = ref(false);
  let generation = 0;

  async function ask(first: number, after: string | null): Promise<QueueItem[] | undefined> {
    const current = ++generation;
    const answer = await askOnce(AuditQueueDocument, { first, after, filter: toFilter(asked.value) });
    if (current !== generation) return undefined;
    loading.value = false;
    failure.value = answer.failure;
    if (!answer.data) return undefined;
    page.value = answer.data.auditQueue;
    return listHandedIn(answer.data.auditQueue.edges.map(({ node }) => node));
  }

  /** Reads again as much as is on screen. */
  async function refresh(): Promise<void> {
    const read = await ask(Math.min(mostAtOnce, Math.max(pageSize, items.value.length)), null);
    if (read) items.value = read;
  }

  async function loadMore(): Promise<void> {
    loadingMore.value = true;
    const read = await ask(pageSize, page.value?.pageInfo.endCursor ?? null);
    loadingMore.value = false;
    const known = new Set(items.value.map(({ id }) => id));
    if (read) items.value = [...items.value, ...read.filter(({ id }) => !known.has(id))];
  }

  // The address changes with every item that is opened; only what is asked of the queue counts.
  watch([currentLocale, () => JSON.stringify(asked.value)], refresh, { immediate: true });
  const timer = window.setInterval(() => document.visibilityState === 'visible' && void refresh(), refreshMs);
  let settling: number | undefined;
  useLiveUpdates(AuditQueueChangedDocument, {}, () => {
    window.clearTimeout(settling);
    settling = window.setTimeout(() => void refresh(), settleMs);
  });
  onScopeDispose(() => {
    window.clearInterval(timer);
    window.clearTimeout(settling);
  });

  return {
    items,
    failure,
    loading,
    loadingMore,
    totalCount: computed(() => page.value?.totalCount ?? 0),
    hasMore: computed(() => page.value?.pageInfo.hasNextPage ?? false),
    refresh,
    loadMore,
  };
}

const toFilter = ({ typeId, state, overdue }: QueueQuery): AuditQueueFilter => ({
  typeId: typeId ?? null,
  states: state ? [state] : null,
  overdue,
});
