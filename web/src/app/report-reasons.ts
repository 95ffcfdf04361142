import type { ReportReason } from '@/generated/graphql';

/** Why a message can be reported, each with the key of its words. */
export const REPORT_REASONS = {
  ABUSE: 'messages.reason.ABUSE',
  OFF_PLATFORM: 'messages.reason.OFF_PLATFORM',
  FRAUD: 'messages.reason.FRAUD',
  UNSAFE: 'messages.reason.UNSAFE',
  OTHER: 'messages.reason.OTHER',
} as const satisfies Record<ReportReason, string>;
