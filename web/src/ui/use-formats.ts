import { currentLocale } from '@/app/i18n';
import * as formats from './formats';

/** The pure formats bound to the language on screen; reactive when called in templates and computed values. */
export function useFormats() {
  return {
    time: (instant: string, timeZone: string) => formats.formatTime(instant, timeZone, currentLocale.value),
    timeRange: (start: string, end: string, timeZone: string) =>
      formats.formatTimeRange(start, end, timeZone, currentLocale.value),
    moment: (instant: string, timeZone: string) => formats.formatMoment(instant, timeZone, currentLocale.value),
    longMoment: (instant: string, timeZone: string) => formats.formatLongMoment(instant, timeZone, currentLocale.value),
    day: (date: string) => formats.formatDay(date, currentLocale.value),
    shortDay: (date: string) => formats.formatShortDay(date, currentLocale.value),
    longDay: (date: string) => formats.formatLongDay(date, currentLocale.value),
    weekdayShort: (date: string) => formats.formatWeekday(date, currentLocale.value, 'narrow'),
    weekdayLong: (date: string) => formats.formatWeekday(date, currentLocale.value, 'long'),
    month: (date: string) => formats.formatMonth(date, currentLocale.value),
    monthYear: (date: string) => formats.formatMonthYear(date, currentLocale.value),
    date: (date: string) => formats.formatDate(date, currentLocale.value),
    dateRange: (from: string, to: string) => formats.formatDateRange(from, to, currentLocale.value),
    money: (money: { amount: number; currency: string }) => formats.formatMoney(money, currentLocale.value),
    rating: (value: number) => formats.formatRating(value, currentLocale.value),
    bytes: (bytes: number) => formats.formatBytes(bytes, currentLocale.value),
    percent: (part: number) => formats.formatPercent(part, currentLocale.value),
    rate: (basisPoints: number) => formats.formatRate(basisPoints, currentLocale.value),
    duration: (minutes: number) => formats.formatDuration(minutes, currentLocale.value),
    unit: (count: number, unitName: string | null | undefined) =>
      formats.formatUnit(count, unitName, currentLocale.value),
    language: (code: string) => formats.formatLanguage(code, currentLocale.value),
  };
}
