import Holidays from 'date-holidays';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { localDateAt } from '../../kernel/zoned-time.ts';
import type { Holiday, Region } from '../../modules/catalog/index.ts';
import { text } from './demo-context.ts';
import type { DemoContext, RegionCode } from './demo-context.ts';

/**
 * The days on which the whole country is off. The calendar package also calls days public on which only some people have
 * half a day off (8 March, 4 May, 1 June, 1 August); those do not raise a price.
 */
const CHINESE_HOLIDAYS: ReadonlyMap<string, string> = new Map([
  ["New Year's Day", '元旦'],
  ['Spring Festival', '春节'],
  ['Qingming Festival', '清明节'],
  ['Labour Day', '劳动节'],
  ['Dragon Boat Festival', '端午节'],
  ['Mid-Autumn Festival', '中秋节'],
  ['National Day', '国庆节'],
]);

const ENGLISH_HOLIDAYS: ReadonlyMap<string, string> = new Map([
  ["New Year's Day", '元旦'],
  ['Good Friday', '耶稣受难日'],
  ['Easter Monday', '复活节星期一'],
  ['Early May bank holiday', '五月初银行假日'],
  ['Spring bank holiday', '春季银行假日'],
  ['Summer bank holiday', '夏季银行假日'],
  ['Christmas Day', '圣诞节'],
  ['Boxing Day', '节礼日'],
]);

interface HolidayContent {
  readonly date: LocalDate;
  readonly name: LocalizedText;
}

/** The public holidays of this year and the next, one row a day. */
export function demoHolidays({ ids, now }: DemoContext, regions: ReadonlyMap<RegionCode, Region>): Holiday[] {
  return [...regions].flatMap(([code, { id: region, timeZone }]) => {
    const year = Number(localDateAt(now, timeZone).slice(0, 4));
    const listed = [year, year + 1].flatMap(code === 'hangzhou' ? chineseHolidays : englishHolidays);
    // Two festivals can fall on one day (in 2028 National Day and Mid-Autumn do); one row a day is enough to price it.
    const byDate = new Map(listed.toReversed().map((holiday) => [holiday.date, holiday]));
    return [...byDate.values()]
      .toSorted((a, b) => (a.date < b.date ? -1 : 1))
      .map((holiday) => ({ id: ids.next(), region, ...holiday }));
  });
}

function chineseHolidays(year: number): HolidayContent[] {
  return publicHolidays(new Holidays('CN'), year).flatMap(({ date, name }) => {
    const chinese = CHINESE_HOLIDAYS.get(name);
    return chinese === undefined ? [] : [{ date, name: text(name, chinese) }];
  });
}

function englishHolidays(year: number): HolidayContent[] {
  return publicHolidays(new Holidays('GB', 'ENG'), year).map(({ date, name }) => {
    const day = name.replace(' (substitute day)', '');
    // A day proclaimed for one year only has no translation; its English name is better than none.
    const chinese = ENGLISH_HOLIDAYS.get(day) ?? day;
    return { date, name: text(name, day === name ? chinese : `${chinese}（补休）`) };
  });
}

function publicHolidays(calendar: Holidays, year: number): { date: LocalDate; name: string }[] {
  return calendar
    .getHolidays(year, 'en')
    .filter((holiday) => holiday.type === 'public')
    .map((holiday) => ({ date: holiday.date.slice(0, 10), name: holiday.name }));
}
