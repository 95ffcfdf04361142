import { describe, expect, it } from 'vitest';
import { readOverseenQuery, writeOverseenQuery } from '../../web/src/features/credential-oversight/overseen-query';
import { toTypeDraft, toTypeInput } from '../../web/src/features/credential-oversight/type-draft';

describe('a type of credentials being edited', () => {
  it('is sent as it came when nothing was changed', () => {
    const type = {
      id: 't',
      code: 'FIRST_AID',
      name: 'First aid',
      description: 'A course.',
      highRisk: true,
      validityMonths: 24,
      numberFormats: ['FA-######', '@@##'],
      publicBadge: false,
      operatorsSeeClaims: true,
      version: 3,
      texts: {
        name: { en: 'First aid', zhCN: '急救证' },
        description: { en: 'A course.', zhCN: '培训。' },
        evidenceKinds: [{ code: 'FRONT', required: true, name: { en: 'Front', zhCN: '正面' } }],
      },
    };

    expect(toTypeInput(toTypeDraft(type))).toEqual({
      id: 't',
      version: 3,
      code: 'FIRST_AID',
      name: type.texts.name,
      description: type.texts.description,
      highRisk: true,
      validityMonths: 24,
      numberFormats: ['FA-######', '@@##'],
      evidenceKinds: [{ code: 'FRONT', required: true, name: { en: 'Front', zhCN: '正面' } }],
      publicBadge: false,
      operatorsSeeClaims: true,
    });
  });

  it('writes codes in capitals, leaves empty lines out and has no end where no months are given', () => {
    const draft = { ...toTypeDraft(null), code: ' first_aid ', numberFormats: 'A#\n\n  B#  \n' };

    expect(toTypeInput(draft)).toMatchObject({
      id: null,
      version: null,
      code: 'FIRST_AID',
      validityMonths: null,
      numberFormats: ['A#', 'B#'],
    });
  });
});

describe('what is asked of all credentials', () => {
  it('comes from the address and goes back to it, without what it does not know', () => {
    const query = { type: 't', state: 'REVOKED', name: 'lin', disputed: '1' };

    expect(writeOverseenQuery(readOverseenQuery(query))).toEqual(query);
    expect(writeOverseenQuery(readOverseenQuery({ state: 'DRAFT', disputed: 'x', name: '' }))).toEqual({});
  });
});
