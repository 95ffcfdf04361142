import { computed, onScopeDispose, readonly, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import {
  AnnounceDelayDocument,
  ConfirmArrivalDocument,
  ConfirmVisitDocument,
  FinishVisitDocument,
  LeaveUnsafeDocument,
  ProposeExtraDocument,
  ReportNoShowDocument,
  StartTravelDocument,
  StartVisitDocument,
  TickTaskDocument,
  type TypedDocumentString,
} from '@/generated/graphql';
import { useApiMutation, type RequestFailure } from './graphql-client';
import { isOnline } from './online-status';
import { StepQueue, type RefusedStep, type SendOutcome, type WaitingStep } from './step-queue';
import { useViewer } from './viewer-session';

interface StepAnswer {
  step: { __typename: string; code?: string; message?: string };
}

const DOCUMENTS = {
  startTravel: StartTravelDocument,
  announceDelay: AnnounceDelayDocument,
  startVisit: StartVisitDocument,
  confirmArrival: ConfirmArrivalDocument,
  tickTask: TickTaskDocument,
  proposeExtra: ProposeExtraDocument,
  finishVisit: FinishVisitDocument,
  confirmVisit: ConfirmVisitDocument,
  reportNoShow: ReportNoShowDocument,
  leaveUnsafe: LeaveUnsafeDocument,
} as const;

export type VisitStepName = keyof typeof DOCUMENTS;

/** What came of a step: done, refused with a reason, put by until the network is back, or failed. */
export type StepResult =
  | { readonly is: 'done' | 'waiting' }
  | { readonly is: 'refused'; readonly code: string; readonly message: string }
  | { readonly is: 'failed'; readonly failure: RequestFailure };

const TRY_AGAIN_MS = 10_000;
const waiting = shallowRef<readonly WaitingStep[]>([]);
const refusedLate = shallowRef<readonly RefusedStep[]>([]);
/** Grows whenever something that waited was sent, so that pages look again. */
const sentLate = ref(0);

type Outcome = StepResult | 'unreachable';

async function post({ name, input, key }: WaitingStep): Promise<Outcome> {
  const document = DOCUMENTS[name as VisitStepName] as unknown as
    TypedDocumentString<StepAnswer, { input: Record<string, unknown> }> | undefined;
  if (document === undefined) return { is: 'done' };
  const { run } = useApiMutation(document);
  const answer = await run({ input: { ...input, idempotencyKey: key } });
  if (answer.failure) {
    const isUnreachable = answer.failure.kind === 'offline' || answer.failure.kind === 'busy';
    return isUnreachable ? 'unreachable' : { is: 'failed', failure: answer.failure };
  }
  const { step } = answer.data;
  if (step.__typename === 'VisitUpdated') return { is: 'done' };
  return { is: 'refused', code: step.code ?? '', message: step.message ?? '' };
}

async function sendLate(step: WaitingStep): Promise<SendOutcome> {
  const outcome = await post(step);
  if (outcome === 'unreachable') return outcome;
  // Whoever has been signed out or whose server stumbles has lost nothing: it is sent when that is over.
  if (outcome.is === 'failed' && outcome.failure.kind !== 'badInput') return 'unreachable';
  sentLate.value += 1;
  if (outcome.is === 'refused') return { refused: outcome.message };
  return { refused: outcome.is === 'failed' ? (outcome.failure.message ?? '') : null };
}

const queue = new StepQueue(window.localStorage, sendLate, (steps) => (waiting.value = steps));
waiting.value = queue.steps;
const { viewer } = useViewer();

async function flush(): Promise<void> {
  if (!viewer.value || !isOnline.value || queue.steps.length === 0) return;
  const refused = await queue.flush(viewer.value.id);
  if (refused.length > 0) refusedLate.value = [...refusedLate.value, ...refused];
}

watch([isOnline, viewer], () => void flush(), { immediate: true });
// A network can be back without the device saying so, and another window may have put something by.
window.setInterval(() => void flush(), TRY_AGAIN_MS);

export interface VisitSteps {
  take: (name: VisitStepName, input?: Readonly<Record<string, unknown>>) => Promise<StepResult>;
  busy: Readonly<Ref<boolean>>;
  /** Steps of this visit that wait for the network, first to last. */
  waiting: ComputedRef<WaitingStep[]>;
  /** Steps of this visit that were sent late and refused. */
  refusedLate: ComputedRef<RefusedStep[]>;
  dismiss: (key: string) => void;
}

/** Takes steps of a visit, now or, while the network is down, once it is back. `sent` is called when something was sent late. */
export function useVisitSteps(bookingId: () => string, sent: () => void): VisitSteps {
  const busy = ref(false);
  const mine = computed(() =>
    waiting.value.filter((step) => step.bookingId === bookingId() && step.owner === viewer.value?.id),
  );
  const stop = watch(sentLate, sent);
  onScopeDispose(stop);

  async function take(name: VisitStepName, input: Readonly<Record<string, unknown>> = {}): Promise<StepResult> {
    const step: WaitingStep = {
      key: crypto.randomUUID(),
      name,
      bookingId: bookingId(),
      owner: viewer.value?.id ?? '',
      input: { bookingId: bookingId(), ...input },
      at: new Date().toISOString(),
    };
    // Behind what waits already, so that steps arrive in the order in which they were taken.
    if (!isOnline.value || mine.value.length > 0) return putBy(step);
    busy.value = true;
    try {
      const outcome = await post(step);
      return outcome === 'unreachable' ? putBy(step) : outcome;
    } finally {
      busy.value = false;
    }
  }

  return {
    take,
    busy: readonly(busy),
    waiting: mine,
    refusedLate: computed(() => refusedLate.value.filter(({ step }) => step.bookingId === bookingId())),
    dismiss: (key) => (refusedLate.value = refusedLate.value.filter(({ step }) => step.key !== key)),
  };
}

function putBy(step: WaitingStep): StepResult {
  queue.add(step);
  void flush();
  return { is: 'waiting' };
}
