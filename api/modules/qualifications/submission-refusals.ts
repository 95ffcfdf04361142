import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { Credential, CredentialState } from './credential.entity.ts';
import { OPEN_STATES } from './domain/credential-transitions.ts';
import { InvalidCredentialError } from './qualifications.errors.ts';

const REFUSALS = {
  UNKNOWN_TYPE: {
    field: 'typeId',
    text: { en: 'There is no such type of credential.', 'zh-CN': '没有这种资质类型。' },
  },
  UNKNOWN_CREDENTIAL: {
    field: 'credentialId',
    text: { en: 'There is no such draft of yours.', 'zh-CN': '没有这份草稿。' },
  },
  NOT_EDITABLE: {
    field: 'credentialId',
    text: {
      en: 'It is handed in already, and cannot be changed now.',
      'zh-CN': '资质已提交，目前不能修改。',
    },
  },
  EVIDENCE_MISSING: {
    field: 'credentialId',
    text: {
      en: 'A file that this type asks for is missing. Attach it, then hand it in.',
      'zh-CN': '缺少此类资质要求的文件，请上传后再提交。',
    },
  },
  NUMBER_FORMAT: {
    field: 'number',
    text: {
      en: 'A number of this document looks different. Compare it with the document.',
      'zh-CN': '编号格式与此类证件不符，请核对证件。',
    },
  },
  IN_FUTURE: {
    field: 'issuedOn',
    text: { en: 'The day of issue cannot lie ahead.', 'zh-CN': '签发日期不能晚于今天。' },
  },
  OUT_OF_DATE: {
    field: 'validUntil',
    text: { en: 'It is no longer valid: renew it first.', 'zh-CN': '证件已过期，请先换证。' },
  },
  ALREADY_WAITING: {
    field: 'typeId',
    text: { en: 'One of this type already waits for an auditor.', 'zh-CN': '同类资质正在等待审核。' },
  },
} as const satisfies Record<string, { field: string; text: LocalizedText }>;

export type SubmissionRefusal = keyof typeof REFUSALS;

/** Why a document cannot be handed in, in the provider's language. */
export function refuseSubmission(context: RequestContext, code: SubmissionRefusal): InvalidCredentialError {
  const { field, text } = REFUSALS[code];
  return new InvalidCredentialError(code, say(context, text), field);
}

/** Whether one of that type waits for auditors. */
export async function isWaiting(em: EntityManager, providerId: string, typeId: string): Promise<boolean> {
  const open = OPEN_STATES.map((state) => CredentialState[state]);
  return (await em.count(Credential, { provider: providerId, type: typeId, state: { $in: open } })) > 0;
}
