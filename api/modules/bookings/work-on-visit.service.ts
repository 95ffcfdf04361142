import { formatPoint } from '../../kernel/geo-point.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { forbidden } from '../accounts/index.ts';
import { tellWatchers } from './booking-changes.ts';
import { BookingState } from './booking.enums.ts';
import { mayChange } from './bookings.policy.ts';
import { isVisitNear } from './domain/transition-guards.ts';
import { tryVisitCode } from './visit-code.ts';
import { commandVisit } from './visit-command.ts';
import { changeVisit, openVisit } from './visit-record.ts';
import { isAwaited, refuseVisit } from './visit-refusals.ts';
import { stepVisit } from './visit-steps.ts';
import { WrongCodeError } from './visit.errors.ts';
import type { VisitRefusedError } from './visit.errors.ts';
import type { StartVisitInput, TickTaskInput, VisitInput } from './visit.inputs.ts';
import type { VisitUpdated } from './visit.type.ts';

/** The provider begins with the code that the household reads out: five tries, then only the household can say so (B6). */
export async function startVisit(
  context: RequestContext,
  input: StartVisitInput,
): Promise<VisitUpdated | WrongCodeError | VisitRefusedError> {
  return commandVisit<WrongCodeError | VisitRefusedError>(context, input, {
    operation: 'startVisit',
    act: async (em, visit) => {
      const { booking, side } = visit;
      if (side !== 'PROVIDER') return refuseVisit(context, booking, 'NOT_YOURS');
      const isNear = isVisitNear({ now: context.clock.now(), start: booking.startsAt });
      // Nothing is counted while no code could let anybody begin.
      const isOpen = isAwaited(booking) && isNear;
      const verdict = isOpen ? await tryVisitCode(em, context.vault, booking.id, input.code.trim()) : null;
      if (verdict?.is === 'LOCKED') return refuseVisit(context, booking, 'CODE_LOCKED');
      if (verdict?.is === 'WRONG') return wrongCode(context, verdict.triesLeft);
      const moved = await stepVisit(em, context, visit, { to: BookingState.IN_PROGRESS, codeIsRight: true });
      if (!('booking' in moved)) return moved;
      const { latitude, longitude } = input;
      if (latitude != null && longitude != null) {
        const { id } = await openVisit(em, booking.id);
        const position = context.vault.seal('visit.position', id, formatPoint({ latitude, longitude }));
        await changeVisit(em, booking.id, { position });
      }
      return moved;
    },
  });
}

function wrongCode(context: RequestContext, triesLeft: number): WrongCodeError {
  return new WrongCodeError(
    say(context, {
      en: `That is not the code. Tries left: ${triesLeft}.`,
      'zh-CN': `验证码不正确，还可尝试 ${triesLeft} 次。`,
    }),
    triesLeft,
  );
}

/** The household says that the provider is there: no code is needed then. */
export async function confirmArrival(
  context: RequestContext,
  input: VisitInput,
): Promise<VisitUpdated | VisitRefusedError> {
  return commandVisit<VisitRefusedError>(context, input, {
    operation: 'confirmArrival',
    act: async (em, visit) =>
      visit.side === 'HOUSEHOLD'
        ? stepVisit(em, context, visit, { to: BookingState.IN_PROGRESS })
        : refuseVisit(context, visit.booking, 'NOT_YOURS'),
  });
}

/** The provider ticks a thing off, or takes the tick back. What was done without a network may be ticked off after the end. */
export async function tickTask(
  context: RequestContext,
  input: TickTaskInput,
): Promise<VisitUpdated | VisitRefusedError> {
  return commandVisit<VisitRefusedError>(context, input, {
    operation: 'tickTask',
    act: async (em, { booking, side }) => {
      if (side !== 'PROVIDER') return refuseVisit(context, booking, 'NOT_YOURS');
      const isOpen = booking.state === BookingState.IN_PROGRESS || booking.state === BookingState.COMPLETED;
      if (!isOpen) return refuseVisit(context, booking, 'NOT_NOW');
      const { checklist } = await openVisit(em, booking.id);
      const tasks = checklist ?? [];
      if (tasks[input.task] === undefined) return refuseVisit(context, booking, 'NO_SUCH_TASK');
      const doneAt = input.done ? context.clock.now().toISOString() : null;
      await changeVisit(em, booking.id, {
        checklist: tasks.map((task, index) => (index === input.task ? { ...task, doneAt } : task)),
      });
      await tellWatchers(em, booking);
      return { booking };
    },
  });
}

/** The provider says that the work is done. */
export async function finishVisit(
  context: RequestContext,
  input: VisitInput,
): Promise<VisitUpdated | VisitRefusedError> {
  return commandVisit<VisitRefusedError>(context, input, {
    operation: 'finishVisit',
    act: async (em, visit) => stepVisit(em, context, visit, { to: BookingState.COMPLETED }),
  });
}

/** The household says that all is well: the visit is closed at once and not 48 hours later. */
export async function confirmVisit(
  context: RequestContext,
  input: VisitInput,
): Promise<VisitUpdated | VisitRefusedError> {
  return commandVisit<VisitRefusedError>(context, input, {
    operation: 'confirmVisit',
    act: async (em, visit) => {
      const { booking, side, viewer } = visit;
      if (!mayChange(viewer, booking, side)) throw forbidden();
      if (side !== 'HOUSEHOLD') return refuseVisit(context, booking, 'NOT_YOURS');
      return stepVisit(em, context, visit, { to: BookingState.CLOSED });
    },
  });
}
