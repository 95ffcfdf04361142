import type { LocalizedText } from '../../kernel/localized-text.ts';
import { CredentialDecision } from './credential-decision.entity.ts';

export interface DecisionReason {
  readonly code: string;
  readonly decision: CredentialDecision;
  readonly label: LocalizedText;
}

const { APPROVE, REJECT, REQUEST_MORE } = CredentialDecision;

/** Every decision names one of these; what a rejection says tells the provider what to do (Q3). */
export const DECISION_REASONS: readonly DecisionReason[] = [
  { code: 'MATCHES', decision: APPROVE, label: { en: 'All fields match the document', 'zh-CN': '各项与证件一致' } },
  {
    code: 'MATCHES_REGISTER',
    decision: APPROVE,
    label: { en: 'Confirmed in the public register', 'zh-CN': '已在公开登记系统核实' },
  },
  {
    code: 'NUMBER_WRONG',
    decision: REJECT,
    label: {
      en: 'The number is wrong: hand it in again with the number on the document',
      'zh-CN': '编号有误：请按证件上的编号重新提交',
    },
  },
  {
    code: 'NAME_DIFFERS',
    decision: REJECT,
    label: {
      en: 'The name differs from your identity: hand in a document in your own name',
      'zh-CN': '姓名与身份不符：请提交本人的证件',
    },
  },
  {
    code: 'OUT_OF_DATE',
    decision: REJECT,
    label: { en: 'It is no longer valid: renew it, then hand it in', 'zh-CN': '证件已过期：请换证后再提交' },
  },
  {
    code: 'ISSUER_UNKNOWN',
    decision: REJECT,
    label: {
      en: 'The issuer is not recognised here: ask for one that is',
      'zh-CN': '签发机构不被认可：请提交认可机构签发的证件',
    },
  },
  {
    code: 'ISSUER_MISSING',
    decision: REQUEST_MORE,
    label: { en: 'Say which office issued it', 'zh-CN': '请写明具体的签发机关' },
  },
  {
    code: 'DATES_UNCLEAR',
    decision: REQUEST_MORE,
    label: { en: 'State the dates as they stand on the document', 'zh-CN': '请按证件写明日期' },
  },
];

export function findReason(code: string, decision: CredentialDecision): DecisionReason | null {
  return DECISION_REASONS.find((reason) => reason.code === code && reason.decision === decision) ?? null;
}

export interface RevocationReason {
  readonly code: string;
  readonly label: LocalizedText;
}

/** Every revocation names one of these; the provider reads it. */
export const REVOCATION_REASONS: readonly RevocationReason[] = [
  {
    code: 'WITHDRAWN_BY_ISSUER',
    label: {
      en: 'The issuer has withdrawn it: ask the issuer, then hand in a valid one',
      'zh-CN': '签发机构已撤回：请联系签发机构，取得有效证件后再提交',
    },
  },
  {
    code: 'NOT_GENUINE',
    label: {
      en: 'It is not genuine or not yours: you can appeal to the operator',
      'zh-CN': '证件不实或非本人所有：如有异议可向运营方申诉',
    },
  },
  {
    code: 'WRONG_DECISION',
    label: {
      en: 'It was approved by mistake: hand in a document that meets the requirements',
      'zh-CN': '此前审核有误：请提交符合要求的证件',
    },
  },
  {
    code: 'SAFETY_CONCERN',
    label: {
      en: 'A concern for safety is being looked into: we will get in touch',
      'zh-CN': '正在调查安全问题：我们会与您联系',
    },
  },
];
