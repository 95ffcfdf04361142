import { LockMode } from '@mikro-orm/core';
import { isId, newId } from '../../kernel/ids.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { fromLocalizedTextInput } from '../../platform/localized-text.type.ts';
import type { LocalizedTextInput } from '../../platform/localized-text.type.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { CredentialTypeRevision } from './credential-type-revision.entity.ts';
import type { TypeContent } from './credential-type-revision.entity.ts';
import { CredentialType } from './credential-type.entity.ts';
import type { CredentialTypeSaved } from './credential-types.type.ts';
import { parseNumberFormat } from './domain/number-format.ts';
import { InvalidCredentialTypeError } from './qualifications.errors.ts';
import type { SaveCredentialTypeInput } from './credential-types.inputs.ts';

const LONGEST_NAME = 120;
const LONGEST_DESCRIPTION = 1_000;

const REFUSALS = {
  UNKNOWN: { field: 'id', text: { en: 'There is no such type.', 'zh-CN': '没有这种类型。' } },
  CODE_TAKEN: { field: 'code', text: { en: 'Another type has this code.', 'zh-CN': '该代码已被使用。' } },
  CODE_FIXED: {
    field: 'code',
    text: {
      en: 'The code cannot change: services name the type by it.',
      'zh-CN': '代码不可更改：服务项目以此引用该类型。',
    },
  },
  CODE_INVALID: {
    field: 'code',
    text: { en: 'A code is written in capitals, e.g. FIRST_AID.', 'zh-CN': '代码须为大写字母，例如 FIRST_AID。' },
  },
  NAME_INVALID: {
    field: 'name',
    text: { en: 'Names have 1 to 120 characters in each language.', 'zh-CN': '名称在每种语言中须为 1 至 120 个字符。' },
  },
  DESCRIPTION_INVALID: {
    field: 'description',
    text: {
      en: 'Descriptions have 1 to 1,000 characters in each language.',
      'zh-CN': '说明在每种语言中须为 1 至 1000 个字符。',
    },
  },
  EVIDENCE_NAME_INVALID: {
    field: 'evidenceKinds',
    text: {
      en: 'Each file needs a name of at most 120 characters in each language.',
      'zh-CN': '每种文件须有两种语言的名称，且不超过 120 个字符。',
    },
  },
  FORMAT_INVALID: {
    field: 'numberFormats',
    text: {
      en: 'A format needs a place that varies (#, @ or *), and has at most 60 characters.',
      'zh-CN': '格式须含可变位（#、@ 或 *），且不超过 60 个字符。',
    },
  },
  EVIDENCE_TWICE: {
    field: 'evidenceKinds',
    text: { en: 'Each file needs a code of its own.', 'zh-CN': '每种文件须有各自的代码。' },
  },
  CHANGED: {
    field: 'version',
    text: { en: 'Somebody else has edited it meanwhile. Look again.', 'zh-CN': '其他人已作修改，请重新查看。' },
  },
} as const satisfies Record<string, { field: string; text: LocalizedText }>;

type Refusal = keyof typeof REFUSALS;

/** Adds a type of credentials or edits one. What was is kept; credentials handed in before keep their dates. */
export async function saveCredentialType(
  context: RequestContext,
  viewer: ViewerIdentity,
  input: SaveCredentialTypeInput,
): Promise<CredentialTypeSaved | InvalidCredentialTypeError> {
  const refuse = (code: Refusal): InvalidCredentialTypeError =>
    new InvalidCredentialTypeError(code, say(context, REFUSALS[code].text), REFUSALS[code].field);
  const problem = problemOf(input);
  if (problem !== null) return refuse(problem);
  return inUnitOfWork(context.em, async (em) => {
    const content = toContent(input);
    const type = input.id ? await change(em, input, content) : await add(em, input, content);
    if (typeof type === 'string') return refuse(type);
    await em.insert(CredentialTypeRevision, {
      id: newId(),
      type: type.id,
      version: type.version,
      content,
      editor: viewer.accountId,
      at: context.clock.now(),
    });
    await recordAudit(em, context, {
      action: 'credential-type.saved',
      subjectType: 'credential-type',
      subjectId: type.id,
      after: JSON.parse(JSON.stringify(content)) as never,
    });
    return { type };
  });
}

function problemOf(input: SaveCredentialTypeInput): Refusal | null {
  if (!/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/.test(input.code)) return 'CODE_INVALID';
  if (!hasLength(input.name, LONGEST_NAME)) return 'NAME_INVALID';
  if (!hasLength(input.description, LONGEST_DESCRIPTION)) return 'DESCRIPTION_INVALID';
  if (!input.evidenceKinds.every(({ name }) => hasLength(name, LONGEST_NAME))) return 'EVIDENCE_NAME_INVALID';
  if (input.numberFormats.some((format) => parseNumberFormat(format) === null)) return 'FORMAT_INVALID';
  const kinds = input.evidenceKinds.map(({ code }) => code);
  return new Set(kinds).size === kinds.length ? null : 'EVIDENCE_TWICE';
}

function hasLength({ en, zhCN }: LocalizedTextInput, longest: number): boolean {
  return [en, zhCN].every((text) => text.trim().length > 0 && text.trim().length <= longest);
}

function toContent(input: SaveCredentialTypeInput): TypeContent {
  return {
    name: fromLocalizedTextInput(input.name),
    description: fromLocalizedTextInput(input.description),
    highRisk: input.highRisk,
    validityMonths: input.validityMonths ?? null,
    numberFormats: [...input.numberFormats],
    evidenceKinds: input.evidenceKinds.map(({ code, name, required }) => ({
      code,
      name: fromLocalizedTextInput(name),
      required,
    })),
    publicBadge: input.publicBadge,
    operatorsSeeClaims: input.operatorsSeeClaims,
  };
}

async function change(
  em: EntityManager,
  input: SaveCredentialTypeInput,
  content: TypeContent,
): Promise<CredentialType | Refusal> {
  const type = isId(input.id)
    ? await em.findOne(CredentialType, { id: input.id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
    : null;
  if (type === null) return 'UNKNOWN';
  if (type.code !== input.code) return 'CODE_FIXED';
  if (type.version !== input.version) return 'CHANGED';
  Object.assign(type, content, { version: type.version + 1 });
  await em.flush();
  return type;
}

async function add(
  em: EntityManager,
  input: SaveCredentialTypeInput,
  content: TypeContent,
): Promise<CredentialType | Refusal> {
  if ((await em.count(CredentialType, { code: input.code })) > 0) return 'CODE_TAKEN';
  const type = em.create(CredentialType, {
    id: newId(),
    code: input.code,
    ...content,
    numberFormats: [...content.numberFormats],
    evidenceKinds: [...content.evidenceKinds],
    version: 1,
    position: (await em.count(CredentialType)) + 1,
  });
  await em.persist(type).flush();
  return type;
}
