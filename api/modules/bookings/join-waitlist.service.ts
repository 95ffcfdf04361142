import { isId, newId } from '../../kernel/ids.ts';
import type { EntityManager } from '../../platform/database.ts';
import { publish } from '../../platform/outbox.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { badUserInput } from '../../platform/connection.ts';
import { lockHouseholds, requireViewer } from '../accounts/index.ts';
import { Venue } from '../catalog/index.ts';
import { InvalidVisitError } from '../pricing/index.ts';
import { Provider, ProviderStatus } from '../providers/index.ts';
import { checkVisit, requireRange } from '../search/index.ts';
import { MOST_ENTRIES } from './domain/waitlist.ts';
import { canonicalJson } from './domain/idempotency.ts';
import { WATCH_WAITLIST_ENTRY } from './jobs/job-topics.ts';
import { OPEN_ENTRIES, WaitlistEntry, WaitlistStatus } from './waitlist-entry.entity.ts';
import { WaitlistFullError } from './waitlist.errors.ts';
import type { JoinWaitlistInput } from './waitlist.inputs.ts';
import type { WaitlistJoined } from './waitlist.type.ts';

type Outcome = WaitlistJoined | WaitlistFullError | InvalidVisitError;

/** Waits for a visit (B9, A8). The same wish joins once; a household waits for five visits at most. */
export async function joinWaitlist(context: RequestContext, input: JoinWaitlistInput): Promise<Outcome> {
  const { accountId, householdId } = requireViewer(context);
  if (!isId(input.regionId))
    throw badUserInput('input.regionId', say(context, { en: 'There is no such region.', 'zh-CN': '没有这个地区。' }));
  const checked = await checkVisit(context, input, input.regionId);
  if ('problem' in checked) return InvalidVisitError.of(context, checked.problem);
  requireRange(context, checked.visit.region, input.from, input.to);
  const provider = await findProvider(context, input);
  if (provider instanceof InvalidVisitError) return provider;
  if (input.earliest != null && input.latest != null && input.latest < input.earliest)
    return new InvalidVisitError(
      'EMPTY_WINDOW',
      say(context, { en: 'The hours end before they begin.', 'zh-CN': '时段的结束早于开始。' }),
      'latest',
    );
  const point = checked.place?.address === null ? checked.place.point : null;
  const entry: WaitlistEntry = {
    id: newId(),
    household: householdId,
    joinedBy: accountId,
    region: input.regionId,
    provider: provider?.id ?? null,
    items: input.items.map(({ itemId, units, optionIds }) => ({
      itemId,
      units: units ?? null,
      optionIds: optionIds ?? [],
    })),
    venue: checked.place === null ? Venue.AT_STUDIO : Venue.AT_HOME,
    address: checked.place?.address == null ? null : (input.place?.addressId ?? null),
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
    firstDay: input.from,
    lastDay: input.to,
    earliest: input.earliest ?? null,
    latest: input.latest ?? null,
    status: WaitlistStatus.WAITING,
    unanswered: 0,
    joinedAt: context.clock.now(),
    closedAt: null,
  };
  return inUnitOfWork(context.em, async (em) => {
    await lockHouseholds(em, householdId);
    return join(em, context, entry);
  });
}

async function join(em: EntityManager, context: RequestContext, entry: WaitlistEntry): Promise<Outcome> {
  const open = await em.find(
    WaitlistEntry,
    { household: entry.household, status: { $in: [...OPEN_ENTRIES] } },
    { disableIdentityMap: true },
  );
  const same = open.find((other) => wishOf(other) === wishOf(entry));
  if (same) return { entry: same };
  if (open.length >= MOST_ENTRIES)
    return new WaitlistFullError(
      say(context, {
        en: `You wait for ${MOST_ENTRIES} visits already. Leave one of the lists first.`,
        'zh-CN': `您已在等候 ${MOST_ENTRIES} 个预约，请先退出其中一个。`,
      }),
      MOST_ENTRIES,
    );
  await em.insert(WaitlistEntry, entry);
  await publish(em, context.clock, [{ topic: WATCH_WAITLIST_ENTRY, payload: { entryId: entry.id } }]);
  return { entry };
}

/** What makes two entries the same wish. */
function wishOf(entry: WaitlistEntry): string {
  const { region, provider, items, address, latitude, longitude, firstDay, lastDay, earliest, latest } = entry;
  return canonicalJson({ region, provider, items, address, latitude, longitude, firstDay, lastDay, earliest, latest });
}

async function findProvider(
  context: RequestContext,
  { providerId, regionId }: JoinWaitlistInput,
): Promise<Provider | InvalidVisitError | null> {
  if (providerId == null) return null;
  const provider = isId(providerId) ? await context.loaders.find(Provider, providerId) : null;
  if (provider?.region === regionId && provider.status !== ProviderStatus.APPLICANT) return provider;
  return new InvalidVisitError(
    'UNKNOWN_PROVIDER',
    say(context, { en: 'There is no such provider.', 'zh-CN': '没有这位服务者。' }),
    'providerId',
  );
}
