import { localize } from '../../kernel/localized-text.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { isWiped } from '../../platform/vault.ts';
import { ServiceItem } from '../catalog/index.ts';
import { sideOf } from './booking-side.ts';
import type { Booking } from './booking.entity.ts';
import { OBJECTION_MS, WAIT_MS } from './domain/transition-guards.ts';
import { listVisitActions } from './visit-actions.ts';
import { MOST_CODE_TRIES } from './visit-code.ts';
import { VisitExtra } from './visit-extra.entity.ts';
import { VisitPhoto } from './visit-photo.entity.ts';
import { toTasks } from './visit-record.ts';
import { Visit } from './visit.entity.ts';
import type { StoredTask } from './visit.entity.ts';
import { BookingState } from './booking.enums.ts';
import type { VisitProgress } from './visit.type.ts';

/** What is known of a visit, for whoever may read its booking. */
export async function getVisitProgress(context: RequestContext, booking: Booking): Promise<VisitProgress> {
  const { loaders, locale } = context;
  const [[visit], photos, extras, side] = await Promise.all([
    loaders.list(Visit, 'booking', booking.id),
    loaders.list(VisitPhoto, 'booking', booking.id, { createdAt: 'asc', id: 'asc' }),
    loaders.list(VisitExtra, 'booking', booking.id, { proposedAt: 'asc', id: 'asc' }),
    sideOf(context, booking),
  ]);
  const tasks = visit?.checklist ?? (await foreseenTasks(context, booking));
  const closesAt =
    booking.state === BookingState.COMPLETED && booking.completedAt !== null
      ? new Date(booking.completedAt.getTime() + OBJECTION_MS)
      : null;
  return {
    eta: visit?.eta ?? null,
    delayedAt: visit?.delayedAt ?? null,
    startedAt: visit?.startedAt ?? null,
    positionShared: visit?.position != null,
    codeTriesLeft: MOST_CODE_TRIES - (visit?.codeTries ?? 0),
    closesAt,
    noShowFrom: new Date(booking.startsAt.getTime() + WAIT_MS),
    checklist: tasks.map(({ label, service, doneAt }) => ({
      label: localize(label, locale),
      service: localize(service, locale),
      doneAt: doneAt === null ? null : new Date(doneAt),
    })),
    photos: photos.filter(({ documentKey }) => !isWiped(documentKey)),
    extras,
    actions: side === null ? [] : listVisitActions(booking, side, context.clock.now()),
  };
}

async function foreseenTasks({ loaders }: RequestContext, { items }: Booking): Promise<StoredTask[]> {
  return toTasks(await Promise.all(items.map(async ({ itemId }) => loaders.get(ServiceItem, itemId))));
}
