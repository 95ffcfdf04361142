import { isLeafType, getNamedType } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { listReadTypes } from '../../../api/app/guarded-reads.ts';
import { readRules } from '../../../api/app/modules.ts';
import { secretOf } from './callers.ts';
import type { CallerName } from './callers.ts';
import type { MatrixScene } from './matrix-scene.ts';
import { SECRET_PLACE } from './subjects/account-subjects.ts';

type Owner = 'household' | 'provider';

export interface SensitiveField {
  /** Whose it is. */
  readonly owner: Owner;
  /** What it holds, as it would stand in an answer. */
  readonly secret: (scene: MatrixScene) => string;
  /** Callers who may read what belongs to strangers. */
  readonly by: readonly CallerName[];
  /** Whether even its owner sees it nowhere by default. */
  readonly isHidden?: true;
}

const of = (owner: Owner, what: string, ...by: readonly CallerName[]): SensitiveField => ({
  owner,
  secret: ({ strangers }) => secretOf(strangers[owner], what),
  by,
});
const email = (...by: readonly CallerName[]): SensitiveField => ({
  owner: 'household',
  secret: ({ strangers }) => strangers.household.account.email,
  by,
});
const place = (axis: keyof typeof SECRET_PLACE, ...by: readonly CallerName[]): SensitiveField => ({
  owner: 'household',
  secret: () => String(SECRET_PLACE[axis]),
  by,
});

/** Every field that shows something of a person which not everybody may know. */
export const SENSITIVE_FIELDS: Readonly<Record<string, SensitiveField>> = {
  'Viewer.email': email(),
  'Address.line': of('household', 'line'),
  'Address.doorNote': of('household', 'door'),
  'Address.label': of('household', 'label'),
  'Address.district': of('household', 'district'),
  'Address.latitude': place('latitude'),
  'Address.longitude': place('longitude'),
  'Booking.note': of('household', 'note', 'operator'),
  'BookingPlace.line': of('household', 'line', 'operator'),
  'BookingPlace.district': of('household', 'district', 'operator'),
  'BookingPlace.doorNote': of('household', 'door'),
  'BookingPlace.latitude': place('latitude', 'operator'),
  'BookingPlace.longitude': place('longitude', 'operator'),
  'Credential.number': of('provider', 'number', 'auditor'),
  'Credential.issuedBy': of('provider', 'issuer', 'auditor'),
  'OverseenCredential.issuedBy': { ...of('provider', 'issuer'), isHidden: true },
  'Evidence.name': of('provider', 'file', 'auditor'),
  'Evidence.sha256': of('provider', 'digest', 'auditor'),
  'TimeOff.reason': of('provider', 'reason'),
  'MoveProposal.note': of('household', 'wish', 'operator'),
  'Message.text': of('household', 'words', 'operator'),
  'MessageReport.note': of('household', 'complaint', 'operator'),
  'Delivery.recipient': email('operator'),
  'Delivery.subject': of('household', 'subject', 'operator'),
  'Delivery.body': of('household', 'body', 'operator'),
};

/** Fields that are called as sensitive ones are and are none, or that a test of their own looks at, with the reason. */
export const NOT_SENSITIVE: Readonly<Record<string, string>> = {
  'CredentialDecisionRecord.note': 'words of an auditor, for those who may see the vote',
  'CourseVersion.number': 'of the version',
  'RevocationReasonCode.label': 'words of a reason',
  'ProviderReasonCode.label': 'words of a reason',
  'ProviderTransition.note':
    'words of an operator, for the provider they are about: own-profile and provider-status tests',
  'Viewer.phone': 'of whoever asks: nobody reads the Viewer of somebody else (read-rules test)',
  'Viewer.phoneVerifiedAt': 'of whoever asks, as their number',
  'ManagedAccount.email': 'for administrators alone (read-rules and manage-accounts tests)',
  'HouseholdInvitation.email':
    'what somebody of the household wrote, for those who run it (household-invitations tests)',
};

const TELLING =
  /^(?:email|phone\w*|line|doorNote|label|district|latitude|longitude|number|note|issuedBy|recipient|body|sha256)$/;

/** Fields of types that are not public whose name says that they show something of a person. */
export function listTellingFields(schema: GraphQLSchema): string[] {
  const types = listReadTypes(schema).filter(({ name }) => {
    const rule = readRules[name];
    return typeof rule === 'object' && 'read' in rule;
  });
  return types.flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => isLeafType(getNamedType(field.type)) && TELLING.test(field.name))
      .map((field) => `${type.name}.${field.name}`),
  );
}
