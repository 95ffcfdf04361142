import { isLocale } from '../../kernel/locale.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { JobContext } from '../../platform/module.ts';
import { MoveProposal, MoveProposalStatus, MoveProposer } from '../bookings/index.ts';
import { findParties, toFacts, toWhen } from './visit-facts.ts';
import type { VisitFacts } from './message-kinds.ts';
import { queueDelivery } from './write-deliveries.ts';

export type MoveNoticeKind = 'move-proposed' | 'move-declined' | 'move-expired';

interface MoveFacts extends VisitFacts {
  /** The other side, as the reader knows it. */
  readonly other: string;
  /** The time proposed, and until when it can be answered; formatted like `when`. */
  readonly proposed: string;
  readonly until: string;
}

type Template = Readonly<Record<Locale, (facts: MoveFacts) => { readonly subject: string; readonly body: string }>>;

/** To whoever is asked. */
const PROPOSED: Template = {
  en: (f) => ({
    subject: `${f.other} asks for another time: ${f.proposed}`,
    body: `${f.other} proposes ${f.proposed} instead of ${f.when} for ${f.item} (${f.reference}). It costs nothing, and nothing moves unless you accept by ${f.until}: ${f.link}`,
  }),
  'zh-CN': (f) => ({
    subject: `${f.other}提议改期：${f.proposed}`,
    body: `${f.other}提议将 ${f.when} 的${f.item}（${f.reference}）改到 ${f.proposed}，不收取费用。您在 ${f.until} 前同意才会改期：${f.link}`,
  }),
};

/** To whoever asked. */
const DECLINED: Template = {
  en: (f) => ({
    subject: `Stays as it was: ${f.when}`,
    body: `${f.other} cannot do ${f.proposed}. Your visit ${f.reference} stays on ${f.when}. ${f.link}`,
  }),
  'zh-CN': (f) => ({
    subject: `时间不变：${f.when}`,
    body: `${f.other}无法接受 ${f.proposed}，预约（${f.reference}）仍为 ${f.when}。${f.link}`,
  }),
};

/** To both. */
const EXPIRED: Template = {
  en: (f) => ({
    subject: `No answer, so it stays: ${f.when}`,
    body: `The proposal to move visit ${f.reference} to ${f.proposed} was not answered in time. It stays on ${f.when}. ${f.link}`,
  }),
  'zh-CN': (f) => ({
    subject: `未获答复，时间不变：${f.when}`,
    body: `将预约（${f.reference}）改到 ${f.proposed} 的提议未及时得到答复，时间仍为 ${f.when}。${f.link}`,
  }),
};

const NOTICES: Readonly<
  Record<
    MoveNoticeKind,
    {
      readonly words: Template;
      readonly status: MoveProposalStatus;
      readonly isTold: (side: MoveProposer, { proposedBy }: MoveProposal) => boolean;
    }
  >
> = {
  'move-proposed': {
    words: PROPOSED,
    status: MoveProposalStatus.PENDING,
    isTold: (side, { proposedBy }) => side !== proposedBy,
  },
  'move-declined': {
    words: DECLINED,
    status: MoveProposalStatus.DECLINED,
    isTold: (side, { proposedBy }) => side === proposedBy,
  },
  'move-expired': { words: EXPIRED, status: MoveProposalStatus.EXPIRED, isTold: () => true },
};

/** Tells those it concerns of a proposed time, as long as it stands as it did when the fact was announced. */
export async function writeMoveNotice(context: JobContext, proposalId: string, kind: MoveNoticeKind): Promise<void> {
  const { words, status, isTold } = NOTICES[kind];
  const proposal = await context.em.findOne(MoveProposal, { id: proposalId }, { disableIdentityMap: true });
  if (proposal?.status !== status) return;
  const parties = await findParties(context.em, proposal.booking);
  if (parties === null) return;
  const { booking } = parties;
  for (const side of Object.values(MoveProposer)) {
    const account = side === MoveProposer.HOUSEHOLD ? parties.booker : parties.providerAccount;
    if (account === null || !isTold(side, proposal)) continue;
    const locale = isLocale(account.locale) ? account.locale : 'en';
    const facts = toFacts(parties, locale, context.publicUrl, side);
    await queueDelivery(context, {
      dedupeKey: `${proposal.id}:${kind}:${side}`,
      kind,
      account,
      bookingId: booking.id,
      ...words[locale]({
        ...facts,
        other: side === MoveProposer.HOUSEHOLD ? facts.provider : facts.household,
        proposed: toWhen(proposal.startsAt, booking.timeZone, locale),
        until: toWhen(proposal.expiresAt, booking.timeZone, locale),
        link: side === MoveProposer.HOUSEHOLD ? facts.link : `${context.publicUrl}/pro/visits/${booking.id}`,
      }),
    });
  }
}
