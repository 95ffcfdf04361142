import { useI18n } from 'vue-i18n';
import { currentLocale } from '@/app/i18n';
import type { SeriesDateRowFragment, SeriesSummaryFragment } from '@/generated/graphql';
import { addDays, formatUnit } from '@/ui/formats';
import { useFormats } from '@/ui/use-formats';
import { toneOf, type VisitTone } from './visit-words';

/** A Monday, from which the names of the days are read. */
const MONDAY = '2024-01-01';

/** How a series and its dates are put into words. */
export function useSeriesWords() {
  const { t } = useI18n();
  const formats = useFormats();

  return {
    /** "Every 2 weeks on Monday and Thursday at 10:00". */
    rhythm: ({ everyWeeks, weekdays, localTime }: SeriesSummaryFragment): string =>
      t('series.rhythm', {
        every: t(`series.every.${everyWeeks}`),
        days: weekdays.map((day) => formats.weekdayLong(addDays(MONDAY, day - 1))).join(t('shell.listComma')),
        time: localTime,
      }),

    services: ({ items }: SeriesSummaryFragment): string[] =>
      items.map(({ item, units, options }) =>
        [
          item.priceModel === 'FIXED'
            ? item.name
            : `${item.name}, ${units} ${formatUnit(units, item.unitName, currentLocale.value)}`,
          ...options.map(({ name }) => name),
        ].join(' · '),
      ),

    state: ({ status, booking, reason }: SeriesDateRowFragment): { text: string; tone: VisitTone } => {
      if (booking) return { text: t(`shell.bookingState.${booking.state}`), tone: toneOf(booking.state) };
      if (status === 'FAILED')
        return { text: t('series.failed', { reason: t(`series.status.${reason ?? 'TAKEN'}`) }), tone: 'warn' };
      return { text: t(`series.visitStatus.${status}`), tone: 'plain' };
    },
  };
}
