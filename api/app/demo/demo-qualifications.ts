import type { CredentialType } from '../../modules/qualifications/index.ts';
import { text } from './demo-context.ts';
import type { DemoContext } from './demo-context.ts';

export type CredentialCode =
  | 'IDENTITY'
  | 'BACKGROUND_CHECK'
  | 'HEALTH_CERTIFICATE'
  | 'TRADE_LICENCE'
  | 'COSMETOLOGY_LICENCE'
  | 'LIABILITY_INSURANCE'
  | 'FIRST_AID';

export type CourseCode = 'SAFE_CLEANING' | 'CHILD_CARE_BASICS';

type TypeContent = Omit<
  CredentialType,
  'id' | 'position' | 'code' | 'numberFormats' | 'publicBadge' | 'operatorsSeeClaims' | 'version'
> & { readonly code: CredentialCode };

const FRONT = { code: 'FRONT', name: text('Front side', '正面'), required: true };
const BACK = { code: 'BACK', name: text('Back side', '背面'), required: true };
const DOCUMENT = { code: 'DOCUMENT', name: text('The document, all pages', '证件全部页面'), required: true };
const POLICY = {
  code: 'POLICY',
  name: text('The policy with its sum and period', '载明保额和期限的保单'),
  required: true,
};

const CREDENTIAL_TYPES: readonly TypeContent[] = [
  {
    code: 'IDENTITY',
    name: text('Identity', '身份证明'),
    description: text('A government document that shows who this person is.', '证明本人身份的政府证件。'),
    highRisk: true,
    validityMonths: null,
    evidenceKinds: [FRONT, BACK],
  },
  {
    code: 'BACKGROUND_CHECK',
    name: text('Background check', '无犯罪记录证明'),
    description: text(
      'No criminal record that speaks against working in homes, from the police or the Disclosure and Barring Service.',
      '由公安机关或当地主管部门出具，证明没有不适合上门服务的犯罪记录。',
    ),
    highRisk: true,
    validityMonths: 36,
    evidenceKinds: [DOCUMENT],
  },
  {
    code: 'HEALTH_CERTIFICATE',
    name: text('Health certificate', '健康证'),
    description: text(
      'A yearly medical examination for people who work close to others or in their kitchens.',
      '从事贴身服务或进入厨房工作的人员每年体检后取得的证明。',
    ),
    highRisk: false,
    validityMonths: 12,
    evidenceKinds: [DOCUMENT],
  },
  {
    code: 'TRADE_LICENCE',
    name: text('Trade licence', '职业技能证书'),
    description: text(
      'Permission to work on gas, water or electricity, from the body that registers the trade.',
      '从事燃气、水路、电路作业的从业资格，由行业主管机构颁发。',
    ),
    highRisk: true,
    validityMonths: 36,
    evidenceKinds: [FRONT, { ...BACK, required: false }],
  },
  {
    code: 'COSMETOLOGY_LICENCE',
    name: text('Cosmetology licence', '美容美发师证'),
    description: text(
      'Training in hair, nails or make-up with a passed examination.',
      '美发、美甲或化妆专业培训合格证书。',
    ),
    highRisk: false,
    validityMonths: 60,
    evidenceKinds: [DOCUMENT],
  },
  {
    code: 'LIABILITY_INSURANCE',
    name: text('Liability insurance', '责任保险'),
    description: text(
      'Pays if something in the home is damaged during the visit.',
      '上门期间造成财物损坏时负责赔付的保险。',
    ),
    highRisk: false,
    validityMonths: 12,
    evidenceKinds: [POLICY],
  },
  {
    code: 'FIRST_AID',
    name: text('First aid', '急救证'),
    description: text(
      'A first-aid course with resuscitation, renewed every two years.',
      '包含心肺复苏的急救培训，每两年复训一次。',
    ),
    highRisk: false,
    validityMonths: 24,
    evidenceKinds: [DOCUMENT],
  },
];

export function demoCredentialTypes({ ids }: DemoContext): ReadonlyMap<CredentialCode, CredentialType> {
  return new Map(
    CREDENTIAL_TYPES.map((content, index) => [
      content.code,
      {
        id: ids.next(),
        position: index + 1,
        numberFormats: [],
        publicBadge: true,
        operatorsSeeClaims: content.code === 'LIABILITY_INSURANCE',
        version: 1,
        ...content,
      },
    ]),
  );
}
