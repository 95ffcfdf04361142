import { LockMode } from '@mikro-orm/core';
import { isId } from '../../kernel/ids.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { say } from '../../platform/say.ts';
import { ProviderStatus, requireOwnProvider } from '../providers/index.ts';
import { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';
import { RequestNotOpenError } from './bookings.errors.ts';
import type { RequestAnswered } from './bookings.type.ts';
import type { TransitionRefusal } from './domain/transitions.ts';
import { moveBooking } from './move-booking.ts';

/** The provider accepts or declines a household's request, while it is open (B4). */
export async function answerRequest(
  context: RequestContext,
  bookingId: string,
  answer: { readonly accept: boolean; readonly reason?: string | null },
): Promise<RequestAnswered | RequestNotOpenError> {
  const provider = await requireOwnProvider(context);
  return inUnitOfWork(context.em, async (em) => {
    const booking = isId(bookingId)
      ? await em.findOne(
          Booking,
          { id: bookingId, provider: provider.id },
          { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true },
        )
      : null;
    const moved =
      booking === null
        ? null
        : await moveBooking(em, context.clock, booking, {
            to: answer.accept ? BookingState.CONFIRMED : BookingState.DECLINED,
            actor: 'PROVIDER',
            actorAccount: provider.account,
            reason: answer.reason?.trim() || null,
          });
    if (moved !== null && 'refusal' in moved && isUnqualified(moved.refusal)) {
      if (provider.status === ProviderStatus.SUSPENDED) return suspended(context);
      return new RequestNotOpenError(
        'NOT_QUALIFIED',
        say(context, {
          en: 'A credential that this visit needs is not valid on that day. Renew it, or decline.',
          'zh-CN': '此次服务所需的资质在当天无效。请先换证，或婉拒该请求。',
        }),
      );
    }
    if (moved === null || 'refusal' in moved) {
      return new RequestNotOpenError(
        'REQUEST_NOT_OPEN',
        say(context, { en: 'This request is no longer open.', 'zh-CN': '该预约请求已失效。' }),
      );
    }
    return { booking: moved.booking };
  });
}

function suspended(context: RequestContext): RequestNotOpenError {
  return new RequestNotOpenError(
    'SUSPENDED',
    say(context, {
      en: 'You are suspended and cannot accept. Decline, or appeal on your profile.',
      'zh-CN': '您已被暂停接单，无法接受。请婉拒，或在资料页申诉。',
    }),
  );
}

function isUnqualified(refusal: TransitionRefusal): boolean {
  return refusal.because === 'guard' && refusal.guard === 'qualified-on-the-day';
}
