import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { announce } from '@/app/announcer';
import { useApiMutation, useApiQuery, type RequestFailure } from '@/app/graphql-client';
import { ExportMyDataDocument, MyDataExportsDocument } from '@/generated/graphql';

const POLL_MS = 1_500;

/** The viewer's exports, looked at again while one is being made, and the wish for another. */
export function useDataExports() {
  const { t } = useI18n();
  const { data, failure, loading, retry } = useApiQuery(MyDataExportsDocument, {}, { policy: 'network-only' });
  const { run, busy } = useApiMutation(ExportMyDataDocument);
  const refused = ref('');
  const startFailure = shallowRef<RequestFailure>();
  const exports = computed(() => data.value?.myDataExports ?? []);
  const running = computed(() => exports.value.find(({ state }) => state === 'QUEUED' || state === 'RUNNING'));

  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = (): void => {
    clearInterval(timer);
    timer = undefined;
  };
  watch(
    () => running.value !== undefined,
    (isRunning, wasRunning) => {
      stop();
      if (isRunning) timer = setInterval(retry, POLL_MS);
      else if (wasRunning) announce(t('privacy.export.ready'));
    },
    { immediate: true },
  );
  onScopeDispose(stop);

  async function start(): Promise<void> {
    refused.value = '';
    const answer = await run({});
    startFailure.value = answer.failure;
    const result = answer.data?.exportMyData;
    if (result && result.__typename !== 'DataExportStarted') refused.value = result.message;
    else if (result) announce(t('privacy.export.started'));
    retry();
  }

  return { exports, running, failure, loading, retry, start, starting: busy, refused, startFailure };
}
