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
