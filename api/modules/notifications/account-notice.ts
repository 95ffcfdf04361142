import { isLocale } from '../../kernel/locale.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Vault } from '../../platform/vault.ts';
import type { JobContext } from '../../platform/module.ts';
import {
  Account,
  AccountMessage,
  SEALED_ACCOUNT,
  SEALED_ACCOUNT_MESSAGE,
  TokenPurpose,
  describeDevice,
  toToken,
} from '../accounts/index.ts';
import type { AccountMessageKind } from '../accounts/index.ts';
import { DeliveryChannel } from './delivery.entity.ts';
import { FACTOR_TEMPLATES } from './factor-templates.ts';
import { PHONE_TEMPLATES } from './phone-templates.ts';
import { queueDelivery } from './write-deliveries.ts';

const plain = { disableIdentityMap: true } as const;

interface AccountFacts {
  /** Name of the account. */
  readonly name: string;
  /** Page that the message leads to. */
  readonly link: string;
  /** Browser and system of a new device, in words. */
  readonly device: string;
  readonly at: string;
}

interface Words {
  readonly subject: string;
  readonly body: string;
}

export interface AccountTemplate {
  /** Path on the site. With a purpose, the token follows it after `#`, which browsers never send to a server. */
  readonly path: string;
  readonly purpose?: TokenPurpose;
  /** By e-mail unless it goes to a number. */
  readonly channel?: DeliveryChannel;
  readonly words: Readonly<Record<Locale, (facts: AccountFacts) => Words>>;
}

const TEMPLATES: Readonly<Record<AccountMessageKind, AccountTemplate>> = {
  ...FACTOR_TEMPLATES,
  ...PHONE_TEMPLATES,
  'verify-email': {
    path: '/verify-email',
    purpose: TokenPurpose.VERIFY_EMAIL,
    words: {
      en: ({ link }) => ({
        subject: 'Confirm your e-mail address',
        body: `Open this link to complete your account. It works once, for 24 hours: ${link}\n\nIf you did not ask for an account, you need not do anything.`,
      }),
      'zh-CN': ({ link }) => ({
        subject: '请确认您的邮箱',
        body: `请点击链接完成注册，链接 24 小时内有效，仅可使用一次：${link}\n\n如果您没有注册账号，忽略此邮件即可。`,
      }),
    },
  },
  'confirm-email': {
    path: '/confirm-email',
    purpose: TokenPurpose.CHANGE_EMAIL,
    words: {
      en: ({ link }) => ({
        subject: 'Confirm your new e-mail address',
        body: `Open this link to sign in with this address from now on. It works once, for 24 hours: ${link}\n\nIf you did not ask for it, you need not do anything.`,
      }),
      'zh-CN': ({ link }) => ({
        subject: '请确认新邮箱',
        body: `请点击链接，今后即可使用此邮箱登录。链接 24 小时内有效，仅可使用一次：${link}\n\n如果不是您本人操作，忽略此邮件即可。`,
      }),
    },
  },
  'address-known': {
    path: '/forgot-password',
    words: {
      en: ({ link }) => ({
        subject: 'You have an account already',
        body: `Somebody, probably you, asked for an account with this address, which has one. Nothing has changed. If you have forgotten the password, set a new one: ${link}`,
      }),
      'zh-CN': ({ link }) => ({
        subject: '您已有账号',
        body: `有人（可能是您本人）想用此邮箱开通账号，但该邮箱已注册过，账号没有任何变化。如果忘记了密码，可以重新设置：${link}`,
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
  'household-invitation': {
    path: '/invitation',
    purpose: TokenPurpose.JOIN_HOUSEHOLD,
    words: {
      en: ({ name, link }) => ({
        subject: `${name} invites you to their household`,
        body: `${name} would like to share a household on Doorstep with you: visits and addresses for all of you. Have a look and accept or decline within 7 days: ${link}\n\nThe account that accepts must have the e-mail address that this message came to.`,
      }),
      'zh-CN': ({ name, link }) => ({
        subject: `${name}邀请您加入家庭`,
        body: `${name}邀请您加入其在 Doorstep 的家庭，一起管理预约和地址。请在 7 天内查看并接受或拒绝：${link}\n\n接受邀请的账号须使用收到本邮件的邮箱。`,
      }),
    },
  },
  'household-joined': {
    path: '/account/household',
    words: {
      en: ({ link }) => ({
        subject: 'Somebody joined your household',
        body: `An invitation to your household was accepted. Whoever joined sees its visits and addresses from now on: ${link}`,
      }),
      'zh-CN': ({ link }) => ({
        subject: '有人加入了您的家庭',
        body: `有人接受了加入您家庭的邀请，从现在起可以看到家庭的预约和地址：${link}`,
      }),
    },
  },
  'household-removed': {
    path: '/account/household',
    words: {
      en: ({ link }) => ({
        subject: 'You no longer share a household',
        body: `You were removed from the household you shared. Your account and what you booked for yourself stay as they are: ${link}`,
      }),
      'zh-CN': ({ link }) => ({
        subject: '您已被移出家庭',
        body: `您已被移出所加入的家庭。您的账号和您自己的预约不受影响：${link}`,
      }),
    },
  },
  'new-sign-in': {
    path: '/account/security',
    words: {
      en: ({ link, device, at }) => ({
        subject: 'A new sign-in',
        body: `Somebody signed in to your account on a device or in a network we have not seen before: ${device}, ${at}. If it was you, you need not do anything. If not, sign that device out and change your password: ${link}`,
      }),
      'zh-CN': ({ link, device, at }) => ({
        subject: '新设备登录提醒',
        body: `您的账号刚刚在新的设备或网络上登录：${device}，${at}。如果是您本人，无需处理；如果不是，请将该设备退出登录并更改密码：${link}`,
      }),
    },
  },
  'erasure-requested': {
    path: '/account/privacy',
    words: {
      en: ({ link }) => ({
        subject: 'Your account will be erased in seven days',
        body: `You asked us to erase your account, and we signed you out everywhere. Until then you can take it back: sign in and choose “Keep my account”. If it was not you, do so at once and change your password: ${link}`,
      }),
      'zh-CN': ({ link }) => ({
        subject: '您的账号将在七天后注销',
        body: `您申请了注销账号，所有设备均已退出登录。在此之前您可以撤回：登录后选择“保留我的账号”。如果不是您本人操作，请立即登录撤回并修改密码：${link}`,
      }),
    },
  },
};

/** Writes what an account is told about itself, or has somebody told, by e-mail, but for what an old number is told. */
export async function writeAccountNotice(context: JobContext, messageId: string): Promise<void> {
  const { em, vault, publicUrl } = context;
  const message = await em.findOne(AccountMessage, { id: messageId }, plain);
  if (message === null) return;
  const account = message.account === null ? null : await em.findOne(Account, { id: message.account }, plain);
  const to = vault.openRow(SEALED_ACCOUNT_MESSAGE, message).recipient ?? ownEmail(vault, account);
  if (to === null) return;
  const { path, purpose, channel, words } = TEMPLATES[message.kind];
  const fragment = purpose && message.tokenId ? `#${toToken(vault, purpose, message.tokenId)}` : '';
  const language = account?.locale ?? message.locale;
  const locale = language !== null && isLocale(language) ? language : 'en';
  await queueDelivery(context, {
    dedupeKey: `${messageId}:${message.kind}`,
    kind: message.kind,
    account,
    ...words[locale]({
      name: account?.displayName ?? '',
      link: `${publicUrl}${path}${fragment}`,
      device: describeDevice(message.userAgent, locale),
      at: `${message.createdAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    }),
    bookingId: null,
    recipient: { channel: channel ?? DeliveryChannel.EMAIL, to },
    secret: purpose !== undefined,
  });
}

function ownEmail(vault: Vault, account: Account | null): string | null {
  return account === null ? null : vault.openRow(SEALED_ACCOUNT, account).email;
}
