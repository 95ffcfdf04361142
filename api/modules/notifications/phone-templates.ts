import type { PhoneMessageKind } from '../accounts/index.ts';
import type { AccountTemplate } from './account-notice.ts';
import { DeliveryChannel } from './delivery.entity.ts';

const SECURITY = '/account/security';

/** What an account is told when its phone changes: its owner should notice when it was somebody else. */
export const PHONE_TEMPLATES: Readonly<Record<PhoneMessageKind, AccountTemplate>> = {
  'phone-changed': {
    path: SECURITY,
    words: {
      en: ({ link }) => ({
        subject: 'Your phone number was changed',
        body: `Your account now signs in with another phone number. If it was not you, look at your account at once: ${link}`,
      }),
      'zh-CN': ({ link }) => ({
        subject: '手机号码已更改',
        body: `您的账号现在可使用新的手机号码登录。如果不是您本人操作，请立即检查账号：${link}`,
      }),
    },
  },
  'phone-removed': {
    path: SECURITY,
    words: {
      en: ({ link }) => ({
        subject: 'Your phone number was removed',
        body: `The phone number was taken off your account just now; messages go to this address. If it was not you, look at your account at once: ${link}`,
      }),
      'zh-CN': ({ link }) => ({
        subject: '手机号码已移除',
        body: `您账号的手机号码刚刚被移除，今后消息将发送到此邮箱。如果不是您本人操作，请立即检查账号：${link}`,
      }),
    },
  },
  'phone-replaced': {
    path: '/sign-in',
    channel: DeliveryChannel.SMS,
    words: {
      en: ({ link }) => ({
        subject: 'This number no longer signs in',
        body: `This number no longer signs in to your Doorstep account. Not you? ${link}`,
      }),
      'zh-CN': ({ link }) => ({
        subject: '此号码已不能登录',
        body: `【Doorstep】此号码已不能登录您的账号。如非本人操作，请查看：${link}`,
      }),
    },
  },
};
