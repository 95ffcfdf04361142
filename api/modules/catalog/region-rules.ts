import type { CommissionRule } from './domain/commission.ts';

/** The numbers of a region that its operator may change (product rules A3, B3, B5, C2, M4). */
export interface RegionRules {
  /** Shortest time between booking and start, in minutes. */
  readonly noticeMinutes: number;
  /** How far ahead a start may lie, in days. */
  readonly horizonDays: number;
  /** How long a hold lasts, in minutes. */
  readonly holdMinutes: number;
  readonly adjustments: PriceAdjustmentRules;
  readonly tax: { readonly percent: number; readonly inclusive: boolean };
  readonly commission: CommissionRule;
  readonly cancellation: {
    readonly steps: readonly { readonly hoursBefore: number | null; readonly percent: number }[];
    readonly graceMinutes: number;
    /** What moving a visit costs; the usual rule when left out. */
    readonly rescheduling?: { readonly freeHoursBefore: number; readonly onceFreeHoursBefore: number };
  };
}

export interface PriceAdjustmentRules {
  readonly nightPercent: number;
  readonly weekendPercent: number;
  readonly holidayPercent: number;
  readonly shortNoticePercent: number;
  readonly shortNoticeHours: number;
  /** Wall time `HH:MM` at which the night begins and ends. */
  readonly nightFrom: string;
  readonly nightTo: string;
}
