import { useI18n } from 'vue-i18n';

/** Kinds of messages the product writes; others are shown by their own name. */
export const deliveryKinds = [
  'booking-confirmed',
  'booking-requested',
  'booking-declined',
  'request-expired',
  'booking-cancelled',
  'visit-reminder-24h',
  'visit-reminder-2h',
  'review-request',
  'message-waiting',
  'credential-decided',
  'credential-expiring',
  'credential-expired',
  'credential-revoked',
  'course-assigned',
  'certificate-expiring',
  'verify-email',
  'confirm-email',
  'address-known',
  'reset-password',
  'password-changed',
  'email-changed',
  'new-sign-in',
  'phone-code',
  'phone-changed',
  'phone-removed',
  'phone-replaced',
] as const;

export function useDeliveryWords() {
  const { t, te } = useI18n();
  return { kindName: (kind: string): string => (te(`operations.kind.${kind}`) ? t(`operations.kind.${kind}`) : kind) };
}
