import type { WaitingStep } from '../../app/step-queue';
import type { BookingState, ProVisitQuery, VisitAction } from '../../generated/graphql';

export type WorkedVisit = NonNullable<ProVisitQuery['booking']>;

const AFTER: Readonly<Partial<Record<string, BookingState>>> = {
  startTravel: 'EN_ROUTE',
  startVisit: 'IN_PROGRESS',
  finishVisit: 'COMPLETED',
  reportNoShow: 'NO_SHOW',
};

/** What the provider can do in each state; the server decides again when a step reaches it. */
const ACTIONS: Readonly<Partial<Record<BookingState, readonly VisitAction[]>>> = {
  EN_ROUTE: ['START', 'ANNOUNCE_DELAY', 'REPORT_NO_SHOW', 'LEAVE_UNSAFE'],
  IN_PROGRESS: ['WORK', 'FINISH', 'LEAVE_UNSAFE'],
};

/** The visit as it will be once what waits for the network has arrived. */
export function assumeTaken(visit: WorkedVisit, waiting: readonly WaitingStep[]): WorkedVisit {
  return waiting.reduce<WorkedVisit>((assumed, step) => {
    const state = stateAfter(assumed.state, step.name);
    const checklist = assumed.visit.checklist.map((task, index) =>
      step.name === 'tickTask' && step.input['task'] === index
        ? { ...task, doneAt: step.input['done'] === true ? step.at : null }
        : task,
    );
    const actions = state === assumed.state ? assumed.visit.actions : [...(ACTIONS[state] ?? [])];
    return { ...assumed, state, visit: { ...assumed.visit, checklist, actions } };
  }, visit);
}

function stateAfter(state: BookingState, name: string): BookingState {
  if (name === 'leaveUnsafe') return state === 'IN_PROGRESS' ? 'COMPLETED' : 'CANCELLED';
  return AFTER[name] ?? state;
}
