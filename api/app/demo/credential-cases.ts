import type { RegionCode } from './demo-context.ts';
import type { CredentialCode } from './demo-qualifications.ts';

/** Where a credential that is not simply approved stands. */
export type OpenState =
  'DRAFT' | 'SUBMITTED' | 'IN_REVIEW' | 'SECOND_REVIEW' | 'THIRD_REVIEW' | 'MORE_INFO' | 'REJECTED';

/** A credential on its way, by the English name of its provider; the age is the hours since it was handed in. */
export type CredentialCase = readonly [provider: string, code: CredentialCode, state: OpenState, ageHours: number];

/**
 * The auditors' day: three applicants, renewals, and papers that people add to their profile. A decision is due 48 hours
 * after handing in, so three are late, four are due within four hours and the rest have time.
 */
export const CREDENTIAL_CASES: readonly CredentialCase[] = [
  ['Ye Jianping', 'IDENTITY', 'IN_REVIEW', 45.7],
  ['Ye Jianping', 'BACKGROUND_CHECK', 'SUBMITTED', 45.6],
  ['Ye Jianping', 'TRADE_LICENCE', 'SUBMITTED', 45.4],
  ['Ye Jianping', 'LIABILITY_INSURANCE', 'SUBMITTED', 45.3],
  ['Fu Jiaqi', 'IDENTITY', 'SECOND_REVIEW', 29],
  ['Fu Jiaqi', 'BACKGROUND_CHECK', 'SUBMITTED', 28.9],
  ['Fu Jiaqi', 'FIRST_AID', 'SUBMITTED', 28.7],
  ['Fu Jiaqi', 'HEALTH_CERTIFICATE', 'DRAFT', 28],
  ['Joseph Adjei', 'IDENTITY', 'SUBMITTED', 53.2],
  ['Joseph Adjei', 'BACKGROUND_CHECK', 'IN_REVIEW', 53.1],
  ['Joseph Adjei', 'FIRST_AID', 'MORE_INFO', 60],
  ['Tang Weimin', 'HEALTH_CERTIFICATE', 'SUBMITTED', 46.8],
  ['Ding Yong', 'LIABILITY_INSURANCE', 'SUBMITTED', 20.5],
  ['Dev Patel-Shaw', 'LIABILITY_INSURANCE', 'SUBMITTED', 14.2],
  ['Ma Cuiping', 'HEALTH_CERTIFICATE', 'REJECTED', 70],
  ['Rosa Almeida', 'BACKGROUND_CHECK', 'SUBMITTED', 51.5],
  ['Kasia Zielinska', 'BACKGROUND_CHECK', 'THIRD_REVIEW', 41.3],
  ['Zhao Lijuan', 'FIRST_AID', 'SUBMITTED', 9.3],
  ['Blessing Osei', 'FIRST_AID', 'SUBMITTED', 5.1],
  ['Chloe Barton', 'LIABILITY_INSURANCE', 'SUBMITTED', 1.4],
  ['Samir Haddad', 'LIABILITY_INSURANCE', 'MORE_INFO', 75],
  ['Wei Peng', 'FIRST_AID', 'REJECTED', 130],
];

/** What an auditor says; the reason codes are those of the qualifications module. */
export const DECISION_WORDS = {
  APPROVED: { reasons: ['MATCHES', 'MATCHES_REGISTER'], notes: null },
  REJECTED: {
    reasons: ['OUT_OF_DATE', 'NUMBER_WRONG'],
    notes: {
      hangzhou: '证件编号与登记系统不一致，请核对后重新提交。',
      london: 'The number does not match the register. Please check it and hand it in again.',
    },
  },
  MORE_INFO: {
    reasons: ['DATES_UNCLEAR', 'ISSUER_MISSING'],
    notes: {
      hangzhou: '签发日期看不清，请按证件补填。',
      london: 'The date of issue cannot be read. Please state it as it stands on the document.',
    },
  },
  REVOKED: {
    reasons: ['NAME_DIFFERS'],
    notes: {
      hangzhou: '复核发现证书并非本人所有，予以撤销。',
      london: 'On a second look the document belongs to somebody else.',
    },
  },
} as const;

/** Who issues what, and how its numbers look: `#` is a digit. None of these numbers can belong to a real person. */
export const DOCUMENTS: Readonly<
  Record<RegionCode, Readonly<Record<CredentialCode, readonly [issuer: string, number: string]>>>
> = {
  hangzhou: {
    IDENTITY: ['杭州市公安局', '33010000000000####'],
    BACKGROUND_CHECK: ['杭州市公安局', '杭公无犯字〔〕第 ##### 号'],
    HEALTH_CERTIFICATE: ['杭州市疾病预防控制中心', '浙健 A#######'],
    TRADE_LICENCE: ['浙江省人力资源和社会保障厅', 'Z33-######'],
    COSMETOLOGY_LICENCE: ['浙江省美发美容行业协会', 'MY-33-#####'],
    LIABILITY_INSURANCE: ['钱塘家政责任保险', 'QT########'],
    FIRST_AID: ['杭州市红十字会', '杭红救 ######'],
  },
  london: {
    IDENTITY: ['HM Passport Office', '000######'],
    BACKGROUND_CHECK: ['Disclosure and Barring Service', '0000########'],
    HEALTH_CERTIFICATE: ['Occupational Health London', 'OH-######'],
    TRADE_LICENCE: ['Gas and Electrical Trades Register', 'GE-######'],
    COSMETOLOGY_LICENCE: ['National Guild of Hair and Beauty', 'NG/#####'],
    LIABILITY_INSURANCE: ['Albion Mutual Insurance', 'AM-########'],
    FIRST_AID: ['St Bride Ambulance Training', 'FA-######'],
  },
};
