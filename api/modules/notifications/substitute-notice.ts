import { isLocale } from '../../kernel/locale.ts';
import type { Locale } from '../../kernel/locale.ts';
import { localize } from '../../kernel/localized-text.ts';
import type { JobContext } from '../../platform/module.ts';
import { Account } from '../accounts/index.ts';
import { SubstituteSearch } from '../bookings/index.ts';
import { Provider } from '../providers/index.ts';
import { FORMER_PROVIDER_MESSAGES, NEW_PROVIDER_MESSAGE, SUBSTITUTE_MESSAGES } from './substitute-templates.ts';
import type { SubstituteFacts, SubstituteKind } from './substitute-templates.ts';
import { findParties, toFacts } from './visit-facts.ts';
import type { VisitParties } from './visit-facts.ts';
import { queueDelivery } from './write-deliveries.ts';

const plain = { disableIdentityMap: true } as const;

/** Tells the household how the search for somebody else stands, as long as it is as it was when the fact was announced. */
export async function writeSubstituteNotice(
  context: JobContext,
  searchId: string,
  kind: Exclude<SubstituteKind, 'substitute-accepted'>,
): Promise<void> {
  const search = await context.em.findOne(SubstituteSearch, { id: searchId }, plain);
  if (search === null || (search.closedAt !== null) !== (kind === 'substitution-withdrawn')) return;
  const parties = await findParties(context.em, search.booking);
  if (parties) await tellHousehold(context, parties, search, kind);
}

/** Tells the household, who comes now and who no longer comes. */
export async function writeSubstitutedNotice(context: JobContext, bookingId: string): Promise<void> {
  const parties = await findParties(context.em, bookingId);
  const [search] = await context.em.find(
    SubstituteSearch,
    { booking: bookingId },
    { ...plain, orderBy: { id: 'desc' }, limit: 1 },
  );
  if (parties === null || search === undefined) return;
  await tellHousehold(context, parties, search, 'substitute-accepted');
  if (parties.providerAccount)
    await tellProvider(context, parties, search, 'NEW', parties.providerAccount, NEW_PROVIDER_MESSAGE);
  const former = await context.em.findOneOrFail(Provider, { id: search.formerProvider }, plain);
  const account = former.account === null ? null : await context.em.findOne(Account, { id: former.account }, plain);
  if (account) await tellProvider(context, parties, search, 'FORMER', account, FORMER_PROVIDER_MESSAGES[search.cause]);
}

async function tellHousehold(
  context: JobContext,
  parties: VisitParties,
  search: SubstituteSearch,
  kind: SubstituteKind,
): Promise<void> {
  const locale = localeOf(parties.booker);
  const words = SUBSTITUTE_MESSAGES[kind][locale](await toSubstituteFacts(context, parties, search, locale));
  await queueDelivery(context, {
    dedupeKey: `${search.id}:${kind}:HOUSEHOLD`,
    kind,
    account: parties.booker,
    bookingId: parties.booking.id,
    ...words,
  });
}

async function tellProvider(
  context: JobContext,
  parties: VisitParties,
  search: SubstituteSearch,
  reader: 'NEW' | 'FORMER',
  account: Account,
  template: (typeof SUBSTITUTE_MESSAGES)[SubstituteKind],
): Promise<void> {
  const locale = localeOf(account);
  const facts = await toSubstituteFacts(context, parties, search, locale);
  await queueDelivery(context, {
    dedupeKey: `${search.id}:substitute-accepted:${reader}`,
    kind: 'substitute-accepted',
    account,
    bookingId: parties.booking.id,
    ...template[locale]({ ...facts, link: `${context.publicUrl}/pro` }),
  });
}

async function toSubstituteFacts(
  context: JobContext,
  parties: VisitParties,
  search: SubstituteSearch,
  locale: Locale,
): Promise<SubstituteFacts> {
  const ids = [search.formerProvider, ...search.proposed.map(({ providerId }) => providerId)];
  const rows = await context.em.find(Provider, { id: { $in: ids } }, plain);
  const names = new Map(rows.map(({ id, displayName }) => [id, localize(displayName, locale)]));
  const nameOf = (id: string): string => names.get(id) ?? '';
  const facts = toFacts(parties, locale, context.publicUrl, 'HOUSEHOLD');
  const { timeZone } = parties.booking;
  return {
    ...facts,
    former: nameOf(search.formerProvider),
    others: search.proposed.map(({ providerId }) => nameOf(providerId)).join(locale === 'en' ? ', ' : '、'),
    until: new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
    }).format(search.deadlineAt),
  };
}

function localeOf({ locale }: Account): Locale {
  return isLocale(locale) ? locale : 'en';
}
