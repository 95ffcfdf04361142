import { isLocale } from '../../kernel/locale.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { JobContext } from '../../platform/module.ts';
import {
  Account,
  AccountMessage,
  SEALED_ACCOUNT,
  SEALED_ACCOUNT_MESSAGE,
  TokenPurpose,
  toToken,
} from '../accounts/index.ts';
import type { AccountMessageKind } from '../accounts/index.ts';
import { DeliveryChannel } from './delivery.entity.ts';
import { FACTOR_TEMPLATES } from './factor-templates.ts';
import { queueDelivery } from './write-deliveries.ts';

const plain = { disableIdentityMap: true } as const;

interface AccountFacts {
  readonly name: string;
  /** Page that the message leads to. */
  readonly link: string;
}

interface Words {
  readonly subject: string;
  readonly body: string;
}

export interface AccountTemplate {
  /** Path on the site. With a purpose, the token follows it after `#`, which browsers never send to a server. */
  readonly path: string;
  readonly purpose?: TokenPurpose;
  readonly words: Readonly<Record<Locale, (facts: AccountFacts) => Words>>;
}

const TEMPLATES: Readonly<Record<AccountMessageKind, AccountTemplate>> = {
  ...FACTOR_TEMPLATES,
  'verify-email': {
    path: '/verify-email',
    purpose: TokenPurpose.VERIFY_EMAIL,
    words: {
      en: ({ name, link }) => ({
        subject: 'Confirm your e-mail address',
        body: `Hello ${name}, this link confirms that the address is yours and works for 24 hours: ${link}\n\nIf you did not ask for an account, you need not do anything.`,
      }),
      'zh-CN': ({ name, link }) => ({
        subject: '请确认您的邮箱',
        body: `${name}，您好！请点击链接确认此邮箱属于您，链接 24 小时内有效：${link}\n\n如果您没有注册账号，忽略此邮件即可。`,
      }),
    },
  },
  'address-known': {
    path: '/forgot-password',
    words: {
      en: ({ link }) => ({
        subject: 'You have an account already',
        body: `Somebody, probably you, tried to create an account with this address, which has one. If you have forgotten the password, set a new one: ${link}`,
      }),
      'zh-CN': ({ link }) => ({
        subject: '您已有账号',
        body: `有人（可能是您本人）用此邮箱注册账号，但该邮箱已注册过。如果忘记了密码，可以重新设置：${link}`,
      }),
    },
  },
  'reset-password': {
    path: '/reset-password',
    purpose: TokenPurpose.RESET_PASSWORD,
    words: {
      en: ({ link }) => ({
        subject: 'Set a new password',
        body: `This link lets you set a new password and works once, for one hour: ${link}\n\nIf you did not ask for it, your password stays as it is.`,
      }),
      'zh-CN': ({ link }) => ({
        subject: '设置新密码',
        body: `请点击链接设置新密码，链接一小时内有效，仅可使用一次：${link}\n\n如果不是您本人操作，密码不会改变。`,
      }),
    },
  },
  'password-changed': {
    path: '/forgot-password',
    words: {
      en: ({ link }) => ({
        subject: 'Your password was changed',
        body: `The password of your account was changed just now. If it was not you, set a new one at once: ${link}`,
      }),
      'zh-CN': ({ link }) => ({
        subject: '密码已更改',
        body: `您的账号密码刚刚被更改。如果不是您本人操作，请立即重新设置：${link}`,
      }),
    },
  },
  'email-changed': {
    path: '/forgot-password',
    words: {
      en: ({ link }) => ({
        subject: 'Your e-mail address was changed',
        body: `Your account now signs in with another e-mail address. If it was not you, get in touch with us at once: ${link}`,
      }),
      'zh-CN': ({ link }) => ({
        subject: '登录邮箱已更改',
        body: `您的账号现在使用另一个邮箱登录。如果不是您本人操作，请立即联系我们：${link}`,
      }),
    },
  },
  'new-sign-in': {
    path: '/account/security',
    words: {
      en: ({ link }) => ({
        subject: 'A new sign-in',
        body: `Somebody signed in to your account on a device we have not seen before. If it was not you, sign that device out: ${link}`,
      }),
      'zh-CN': ({ link }) => ({
        subject: '新设备登录提醒',
        body: `有人在一台新设备上登录了您的账号。如果不是您本人，请将该设备退出登录：${link}`,
      }),
    },
  },
};

/** Writes what an account is told about itself, always by e-mail. */
export async function writeAccountNotice(context: JobContext, messageId: string): Promise<void> {
  const { em, vault, publicUrl } = context;
  const message = await em.findOne(AccountMessage, { id: messageId }, plain);
  const account = message && (await em.findOne(Account, { id: message.account }, plain));
  if (!message || !account) return;
  const { path, purpose, words } = TEMPLATES[message.kind];
  const fragment = purpose && message.tokenId ? `#${toToken(vault, purpose, message.tokenId)}` : '';
  const locale = isLocale(account.locale) ? account.locale : 'en';
  const to = vault.openRow(SEALED_ACCOUNT_MESSAGE, message).recipient ?? vault.openRow(SEALED_ACCOUNT, account).email;
  await queueDelivery(context, {
    dedupeKey: `${messageId}:${message.kind}`,
    kind: message.kind,
    account,
    ...words[locale]({ name: account.displayName, link: `${publicUrl}${path}${fragment}` }),
    bookingId: null,
    recipient: { channel: DeliveryChannel.EMAIL, to },
    secret: purpose !== undefined,
  });
}
