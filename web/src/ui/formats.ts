/** Minor units of a currency. */
export interface MoneyAmount {
  amount: number;
  currency: string;
}

/**
 * Dates, times and money as people write them. Pure: language and IANA time zone come from the caller.
 * Instants are ISO strings in UTC; local dates are `YYYY-MM-DD`.
 */

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = formatters.get(key);
  if (known) return known;
  // British order and a 24 hour clock in English, as our regions write them.
  const made = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options);
  formatters.set(key, made);
  return made;
}

const noon = (date: string): Date => new Date(`${date}T12:00:00Z`);

/** Local wall time, `09:30`. */
export function formatTime(instant: string, timeZone: string, locale: string): string {
  return formatter(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(
    new Date(instant),
  );
}

/** `Thu 26 Nov`, `11月26日周四`. */
export function formatDay(date: string, locale: string): string {
  return formatter(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
    .format(noon(date))
    .replace(',', '');
}

/** `Thu 26`, `26日 周四`: for lists whose month is clear. */
export function formatShortDay(date: string, locale: string): string {
  const weekday = formatWeekday(date, locale, 'short');
  const day = Number(date.slice(8));
  return locale.startsWith('zh') ? `${day}日 ${weekday}` : `${weekday} ${day}`;
}

/** `Thursday 26 November`, `11月26日星期四`. */
export function formatLongDay(date: string, locale: string): string {
  return formatter(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
    .format(noon(date))
    .replace(',', '');
}

/** The name of a day of the week. */
export function formatWeekday(date: string, locale: string, width: 'narrow' | 'short' | 'long'): string {
  return formatter(locale, { weekday: width, timeZone: 'UTC' }).format(noon(date));
}

/** `November 2026`, `2026年11月`. */
export function formatMonth(date: string, locale: string): string {
  return formatter(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(noon(date));
}

/** `26 Nov 2026`, `2026年11月26日`. */
export function formatDate(date: string, locale: string): string {
  return formatter(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(noon(date));
}

/** `Mar 2027`, `2027年3月`. */
export function formatMonthYear(date: string, locale: string): string {
  return formatter(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(noon(date));
}

/** First and last day, both included: `26 – 28 Nov`, one day as a single date. */
export function formatDateRange(from: string, to: string, locale: string): string {
  if (from === to) return formatDay(from, locale);
  if (locale.startsWith('zh')) {
    // Intl writes Chinese ranges with slashes; people write 11月26日至28日.
    const [firstMonth, firstDay, lastMonth, lastDay] = [
      from.slice(5, 7),
      from.slice(8),
      to.slice(5, 7),
      to.slice(8),
    ].map(Number);
    return `${firstMonth}月${firstDay}日至${firstMonth === lastMonth ? '' : `${lastMonth}月`}${lastDay}日`;
  }
  return formatter(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).formatRange(noon(from), noon(to));
}

/** Day and wall time of an instant in a zone: `Thu 26 Nov, 09:30`. */
export function formatMoment(instant: string, timeZone: string, locale: string): string {
  const day = formatDay(localDateOf(instant, timeZone), locale);
  const time = formatTime(instant, timeZone, locale);
  return locale.startsWith('zh') ? `${day} ${time}` : `${day}, ${time}`;
}

/** The same in full: `Thursday 26 November, 09:30`. */
export function formatLongMoment(instant: string, timeZone: string, locale: string): string {
  const day = formatLongDay(localDateOf(instant, timeZone), locale);
  const time = formatTime(instant, timeZone, locale);
  return locale.startsWith('zh') ? `${day} ${time}` : `${day}, ${time}`;
}

/** `09:30 – 13:00` on the wall clock of the zone. */
export function formatTimeRange(start: string, end: string, timeZone: string, locale: string): string {
  return `${formatTime(start, timeZone, locale)} – ${formatTime(end, timeZone, locale)}`;
}

/** The calendar date of an instant in a zone. */
export function localDateOf(instant: string | number | Date, timeZone: string): string {
  return formatter('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(new Date(instant));
}

/** Moves a calendar date by whole days. */
export function addDays(date: string, days: number): string {
  const moved = noon(date);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** Whole days from one calendar date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((noon(to).getTime() - noon(from).getTime()) / 86_400_000);
}

/** Weekday of a calendar date, 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: string): number {
  return noon(date).getUTCDay() || 7;
}

const moneyFormatters = new Map<string, Intl.NumberFormat>();

/** Minor units to a price: `¥268`, `£41.50`; whole amounts carry no decimals. Never wraps. */
export function formatMoney(money: MoneyAmount, locale: string): string {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency: money.currency }).resolvedOptions()
      .maximumFractionDigits ?? 2;
  const scale = 10 ** digits;
  const whole = money.amount % scale === 0;
  const key = `${locale}${money.currency}${String(whole)}`;
  let format = moneyFormatters.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale === 'en' ? 'en-GB' : locale, {
      style: 'currency',
      currency: money.currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: whole ? 0 : digits,
      maximumFractionDigits: whole ? 0 : digits,
    });
    moneyFormatters.set(key, format);
  }
  return format.format(money.amount / scale).replace('-', '−');
}

/** `4.9`: one decimal in the language's own digits. */
export function formatRating(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
}

/** Minutes as `3 h 30 min` or `3 小时 30 分钟`. */
export function formatDuration(minutes: number, locale: string): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const [hourUnit, minuteUnit] = locale.startsWith('zh') ? ['小时', '分钟'] : ['h', 'min'];
  return [hours > 0 ? `${hours} ${hourUnit}` : '', rest > 0 || hours === 0 ? `${rest} ${minuteUnit}` : '']
    .filter(Boolean)
    .join(' ');
}

/** A length of data as `812 kB` or `3.4 MB`; a kB is 1,024 bytes, as operating systems show it. */
export function formatBytes(bytes: number, locale: string): string {
  const isLarge = bytes >= 1_048_576;
  const value = isLarge ? bytes / 1_048_576 : Math.max(1, Math.round(bytes / 1_024));
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value)} ${isLarge ? 'MB' : 'kB'}`;
}

/** A part of 1 as `42%`. */
export function formatPercent(part: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(part);
}

/** Hundredths of a percent as `15%` or `17.25%`. */
export function formatRate(basisPoints: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(basisPoints / 10_000);
}

/** Remaining time as `7:42`; never below zero. */
export function formatCountdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/**
 * The unit of a service for a count: `rooms`, `间`; a service by the hour has no unit of its own: `hours`, `小时`.
 */
export function formatUnit(count: number, unitName: string | null | undefined, locale: string): string {
  if (locale.startsWith('zh')) return unitName ?? '小时';
  const name = unitName ?? 'hour';
  if (new Intl.PluralRules('en').select(count) === 'one') return name;
  return /(s|x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}

/** A language code by its own name: `zh` → `中文`. */
export function formatLanguage(code: string, locale: string): string {
  const own: Record<string, string> = { zh: '普通话', 'zh-CN': '普通话', yue: '粤语' };
  if (own[code]) return own[code];
  try {
    return new Intl.DisplayNames([code, locale], { type: 'language' }).of(code) ?? code;
  } catch {
    // Not a language code: the profile already holds a name.
    return code;
  }
}
