import type { LocalizedText } from '../kernel/localized-text.ts';

/** What stays when an account is erased, and why, in the words its holder reads. */
export const KEPT = {
  books: {
    en: 'Visits with their times and prices, payments and fees, without your name or address: accounting law asks for them.',
    'zh-CN': '上门记录的时间与价格、付款及费用（不含您的姓名和地址）：会计法规要求保留。',
  },
  decisions: {
    en: 'That a credential was checked, when and with which result, and a fingerprint of each file. The files themselves can never be opened again.',
    'zh-CN': '证件的审核时间、结果以及每个文件的指纹。文件本身将永远无法再打开。',
  },
  verification: {
    en: 'The codes of your credentials and certificates, so that a printed proof leads to an honest answer.',
    'zh-CN': '您的证件和证书的验证码，以便他人核验纸质证明时得到真实结果。',
  },
  ratings: {
    en: 'The stars of reviews, without their words or your name: others decided by them.',
    'zh-CN': '评价的星级（不含文字和您的姓名）：其他人曾据此做出选择。',
  },
  received: {
    en: 'Reviews that others wrote about your visits: the words are theirs.',
    'zh-CN': '他人对您服务的评价：文字属于评价者。',
  },
  log: {
    en: 'The log of acts that must be answered for, under a number instead of your name: it cannot be changed by anybody.',
    'zh-CN': '需要追责的操作日志，仅以编号代替您的姓名：任何人都无法更改。',
  },
  consents: {
    en: 'Which versions of the terms you agreed to and when, as proof.',
    'zh-CN': '您同意过的条款版本及时间，作为凭证。',
  },
} satisfies Record<string, LocalizedText>;
