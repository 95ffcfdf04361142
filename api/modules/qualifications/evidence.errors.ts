import { ObjectType } from 'type-graphql';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { UPLOAD_REFUSALS } from '../../platform/files/index.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { UserError } from '../../platform/user-error.type.ts';

@ObjectType({ implements: UserError, description: 'The file is not, or cannot be, evidence of the credential.' })
export class InvalidEvidenceError extends UserError {}

const REFUSALS = {
  ...UPLOAD_REFUSALS,
  UNKNOWN_CREDENTIAL: { en: 'There is no such credential of yours.', 'zh-CN': '您没有这份资质。' },
  NOT_EDITABLE: {
    en: 'It is handed in, so its files cannot be changed now.',
    'zh-CN': '资质已提交，目前不能更改文件。',
  },
  UNKNOWN_KIND: { en: 'This type of credential does not ask for that file.', 'zh-CN': '此类资质不需要该文件。' },
  TOO_MANY_FILES: {
    en: 'There are six files already, which is the most. Remove one first.',
    'zh-CN': '最多只能有六个文件，请先删除一个。',
  },
  UNKNOWN_EVIDENCE: { en: 'There is no such file of yours.', 'zh-CN': '您没有这个文件。' },
} as const satisfies Record<string, LocalizedText>;

export type EvidenceRefusal = keyof typeof REFUSALS;

/** Why a file is not taken, in the provider's language. */
export function refuseEvidence(context: RequestContext, code: EvidenceRefusal): InvalidEvidenceError {
  return new InvalidEvidenceError(code, say(context, REFUSALS[code]));
}
