import { computed, onScopeDispose, ref } from 'vue';
import { askOnce } from '@/app/graphql-client';
import { ReauditQueueDocument } from '@/generated/graphql';
import { usePagedList } from '@/ui/use-paged-list';
import { listHandedIn } from './handed-in';

const refreshMs = 60_000;

/** What was drawn to be audited again, as rows and as entries of the queue that carry the re-audit's own id, claim and limit. */
export function useReauditQueue() {
  const list = usePagedList(ref(null), async (_question, after) => {
    const answer = await askOnce(ReauditQueueDocument, { first: 30, after });
    return answer.data ? { data: answer.data.reauditQueue } : answer;
  });
  const items = computed(() =>
    list.rows.value.flatMap(({ credential, ...reaudit }) =>
      listHandedIn([credential]).map((entry) => ({ ...entry, ...reaudit })),
    ),
  );
  const timer = window.setInterval(() => document.visibilityState === 'visible' && void list.reload(), refreshMs);
  onScopeDispose(() => window.clearInterval(timer));
  return { ...list, items };
}
