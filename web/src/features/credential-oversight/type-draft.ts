import type { EditedTypeFragment, SaveCredentialTypeInput } from '../../generated/graphql';

/** A type of credentials while it is being edited: what inputs hold. */
export interface TypeDraft {
  id: string | null;
  version: number | null;
  code: string;
  nameEn: string;
  nameZh: string;
  descriptionEn: string;
  descriptionZh: string;
  highRisk: boolean;
  /** Empty: it does not run out. */
  validityMonths: number | '';
  /** One a line. */
  numberFormats: string;
  evidenceKinds: { code: string; en: string; zh: string; required: boolean }[];
  publicBadge: boolean;
  operatorsSeeClaims: boolean;
}

/** A draft of that type, or of a new one. */
export function toTypeDraft(type: EditedTypeFragment | null): TypeDraft {
  return {
    id: type?.id ?? null,
    version: type?.version ?? null,
    code: type?.code ?? '',
    nameEn: type?.texts.name.en ?? '',
    nameZh: type?.texts.name.zhCN ?? '',
    descriptionEn: type?.texts.description.en ?? '',
    descriptionZh: type?.texts.description.zhCN ?? '',
    highRisk: type?.highRisk ?? false,
    validityMonths: type?.validityMonths ?? '',
    numberFormats: (type?.numberFormats ?? []).join('\n'),
    evidenceKinds: (type?.texts.evidenceKinds ?? []).map(({ code, name, required }) => ({
      code,
      en: name.en,
      zh: name.zhCN,
      required,
    })),
    publicBadge: type?.publicBadge ?? true,
    operatorsSeeClaims: type?.operatorsSeeClaims ?? false,
  };
}

/** What is sent to save the draft. */
export function toTypeInput(draft: TypeDraft): SaveCredentialTypeInput {
  return {
    id: draft.id,
    version: draft.version,
    code: draft.code.trim().toUpperCase(),
    name: { en: draft.nameEn, zhCN: draft.nameZh },
    description: { en: draft.descriptionEn, zhCN: draft.descriptionZh },
    highRisk: draft.highRisk,
    validityMonths: draft.validityMonths === '' ? null : draft.validityMonths,
    numberFormats: draft.numberFormats
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    evidenceKinds: draft.evidenceKinds.map(({ code, en, zh, required }) => ({
      code: code.trim().toUpperCase(),
      name: { en, zhCN: zh },
      required,
    })),
    publicBadge: draft.publicBadge,
    operatorsSeeClaims: draft.operatorsSeeClaims,
  };
}
