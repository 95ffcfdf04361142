import type { FactorMessageKind } from '../accounts/index.ts';
import type { AccountTemplate } from './account-notice.ts';

const SECURITY = '/account/security';

/** What an account is told when the ways to prove itself change: its owner should notice when it was somebody else. */
export const FACTOR_TEMPLATES: Readonly<Record<FactorMessageKind, AccountTemplate>> = {
  'factor-added': {
    path: SECURITY,
    words: {
      en: ({ link }) => ({
        subject: 'An authenticator app was added',
        body: `From now on your account asks for a code of your authenticator app when you sign in. If it was not you, look at your account at once: ${link}`,
      }),
      'zh-CN': ({ link }) => ({
        subject: '已添加身份验证器',
        body: `今后登录您的账号时，需要输入身份验证器中的验证码。如果不是您本人操作，请立即检查账号：${link}`,
      }),
    },
  },
  'factor-removed': {
    path: SECURITY,
    words: {
      en: ({ link }) => ({
        subject: 'An authenticator app was removed',
        body: `An authenticator app was removed from your account just now. If it was not you, look at your account at once: ${link}`,
      }),
      'zh-CN': ({ link }) => ({
        subject: '已移除身份验证器',
        body: `您账号的一个身份验证器刚刚被移除。如果不是您本人操作，请立即检查账号：${link}`,
      }),
    },
  },
  'factors-reset': {
    path: '/sign-in',
    words: {
      en: ({ link }) => ({
        subject: 'Your second factors were reset',
        body: `An administrator removed the authenticator apps, passkeys and recovery codes of your account and signed it out everywhere. Sign in with your password to set them up again: ${link}`,
      }),
      'zh-CN': ({ link }) => ({
        subject: '第二重验证已重置',
        body: `管理员已移除您账号的身份验证器、通行密钥和恢复码，并在所有设备上退出登录。请使用密码登录后重新设置：${link}`,
      }),
    },
  },
  'passkey-added': {
    path: SECURITY,
    words: {
      en: ({ link }) => ({
        subject: 'A passkey was added',
        body: `A new passkey can sign in to your account. If it was not you, remove it at once: ${link}`,
      }),
      'zh-CN': ({ link }) => ({
        subject: '已添加通行密钥',
        body: `您的账号新增了一个可用于登录的通行密钥。如果不是您本人操作，请立即移除：${link}`,
      }),
    },
  },
  'passkey-removed': {
    path: SECURITY,
    words: {
      en: ({ link }) => ({
        subject: 'A passkey was removed',
        body: `A passkey was removed from your account just now. If it was not you, look at your account at once: ${link}`,
      }),
      'zh-CN': ({ link }) => ({
        subject: '已移除通行密钥',
        body: `您账号的一个通行密钥刚刚被移除。如果不是您本人操作，请立即检查账号：${link}`,
      }),
    },
  },
  'recovery-code-used': {
    path: SECURITY,
    words: {
      en: ({ link }) => ({
        subject: 'A recovery code was used',
        body: `Somebody signed in to your account with one of its recovery codes. If it was not you, change your password and make new codes at once: ${link}`,
      }),
      'zh-CN': ({ link }) => ({
        subject: '恢复码已被使用',
        body: `有人使用恢复码登录了您的账号。如果不是您本人，请立即更改密码并重新生成恢复码：${link}`,
      }),
    },
  },
  'recovery-codes-renewed': {
    path: SECURITY,
    words: {
      en: ({ link }) => ({
        subject: 'New recovery codes were made',
        body: `Your account has new recovery codes; the old ones no longer work. If it was not you, look at your account at once: ${link}`,
      }),
      'zh-CN': ({ link }) => ({
        subject: '已生成新的恢复码',
        body: `您的账号已生成新的恢复码，旧恢复码已失效。如果不是您本人操作，请立即检查账号：${link}`,
      }),
    },
  },
};
