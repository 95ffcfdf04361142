import { isLocale } from '../../kernel/locale.ts';
import type { Locale } from '../../kernel/locale.ts';
import { localize } from '../../kernel/localized-text.ts';
import type { JobContext } from '../../platform/module.ts';
import { Account } from '../accounts/index.ts';
import { Provider } from '../providers/index.ts';
import {
  Credential,
  CredentialState,
  CredentialTransition,
  CredentialType,
  REVOCATION_REASONS,
} from '../qualifications/index.ts';
import { queueDelivery } from './write-deliveries.ts';

interface Facts {
  readonly type: string;
  readonly day: string;
  /** What a revocation says to its holder. */
  readonly reason: string;
  readonly link: string;
}

interface Words {
  readonly subject: string;
  readonly body: string;
}

type Texts = Readonly<Record<Locale, (facts: Facts) => Words>>;

const EXPIRING: Texts = {
  en: ({ type, day, link }) => ({
    subject: `${type}: ends on ${day}`,
    body: `Your ${type} is valid until ${day}. From the day after, work that asks for it is no longer offered. Hand in the renewed one before, and nothing changes: ${link}`,
  }),
  'zh-CN': ({ type, day, link }) => ({
    subject: `${type}将于 ${day} 到期`,
    body: `您的${type}有效期至 ${day}，次日起将无法承接需要该资质的服务。请提前提交换发的证件，以免中断：${link}`,
  }),
};

const EXPIRED: Texts = {
  en: ({ type, day, link }) => ({
    subject: `${type}: no longer valid`,
    body: `Your ${type} was valid until ${day}. Work that asks for it is no longer offered. Hand in the renewed one: ${link}`,
  }),
  'zh-CN': ({ type, day, link }) => ({
    subject: `${type}已到期`,
    body: `您的${type}有效期至 ${day}，需要该资质的服务已停止接单。请提交换发的证件：${link}`,
  }),
};

const REVOKED: Texts = {
  en: ({ type, reason, link }) => ({
    subject: `${type}: taken back`,
    body: `Your ${type} does not count any more. ${reason}. ${link}`,
  }),
  'zh-CN': ({ type, reason, link }) => ({
    subject: `${type}已被撤销`,
    body: `您的${type}已不再有效。${reason}。${link}`,
  }),
};

/** Tells a provider that a credential ends, unless it is no longer approved. */
export async function writeExpiringNotice(context: JobContext, credentialId: string, days: number): Promise<void> {
  await write(context, credentialId, EXPIRING, {
    state: CredentialState.APPROVED,
    kind: 'credential-expiring',
    step: days,
  });
}

/** Tells a provider that a credential has ended. */
export async function writeExpiredNotice(context: JobContext, credentialId: string): Promise<void> {
  await write(context, credentialId, EXPIRED, { state: CredentialState.EXPIRED, kind: 'credential-expired' });
}

/** Tells a provider that a credential was taken back, and why. */
export async function writeRevokedNotice(context: JobContext, credentialId: string): Promise<void> {
  await write(context, credentialId, REVOKED, { state: CredentialState.REVOKED, kind: 'credential-revoked' });
}

interface Occasion {
  readonly state: CredentialState;
  readonly kind: string;
  readonly step?: number;
}

async function write(
  context: JobContext,
  credentialId: string,
  words: Texts,
  { state, kind, step }: Occasion,
): Promise<void> {
  const { em } = context;
  const plain = { disableIdentityMap: true } as const;
  const credential = await em.findOne(Credential, { id: credentialId }, plain);
  if (credential?.state !== state) return;
  const provider = await em.findOneOrFail(Provider, { id: credential.provider }, plain);
  const account = provider.account === null ? null : await em.findOne(Account, { id: provider.account }, plain);
  if (account === null) return;
  const type = await em.findOneOrFail(CredentialType, { id: credential.type }, plain);
  const last = await em.findOne(
    CredentialTransition,
    { credential: credentialId },
    { ...plain, orderBy: { id: 'desc' } },
  );
  const locale = isLocale(account.locale) ? account.locale : 'en';
  const reason = REVOCATION_REASONS.find(({ code }) => code === last?.reason);
  await queueDelivery(context, {
    dedupeKey: [credentialId, kind, ...(step === undefined ? [] : [step])].join(':'),
    kind,
    account,
    ...words[locale]({
      type: localize(type.name, locale),
      day: credential.validUntil === null ? '' : writeDay(credential.validUntil, locale),
      reason: reason === undefined ? '' : localize(reason.label, locale),
      link: `${context.publicUrl}/pro/credentials`,
    }),
    bookingId: null,
  });
}

function writeDay(day: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
