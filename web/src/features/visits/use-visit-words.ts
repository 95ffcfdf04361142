import { useI18n } from 'vue-i18n';
import type { LocationQueryRaw } from 'vue-router';
import { currentLocale } from '@/app/i18n';
import { writeVisitRequest } from '@/app/visit-request';
import type { VisitSummaryFragment } from '@/generated/graphql';
import { formatUnit } from '@/ui/formats';
import { distanceInDays, repeatItems } from './visit-words';

/** How a visit is put into words: what, where, how soon, and what to do now. */
export function useVisitWords() {
  const { t } = useI18n();

  /** One line for each service. */
  const lines = (visit: VisitSummaryFragment): string[] =>
    visit.items.map(({ item, units, options }) =>
      [
        item.priceModel === 'FIXED'
          ? item.name
          : `${item.name}, ${units} ${formatUnit(units, item.unitName, currentLocale.value)}`,
        ...options.map(({ name }) => name),
      ].join(' · '),
    );

  return {
    lines,

    what: (visit: VisitSummaryFragment): string => lines(visit).join(t('shell.listComma')),

    where(visit: VisitSummaryFragment): string {
      if (visit.venue === 'AT_STUDIO') return t('visits.atStudio', { name: visit.provider.displayName });
      return [visit.place?.line, visit.place?.district].filter(Boolean).join(', ') || t('visits.addressLater');
    },

    /** Who else of the household booked it; empty where one booked it oneself. */
    bookedBy: ({ bookedBy }: VisitSummaryFragment): string =>
      bookedBy && !bookedBy.isViewer ? t('visits.bookedBy', { name: bookedBy.displayName }) : '',

    howSoon: (visit: VisitSummaryFragment, now: number): string =>
      new Intl.RelativeTimeFormat(currentLocale.value, { numeric: 'auto' }).format(distanceInDays(visit, now), 'day'),

    whatNow: (visit: VisitSummaryFragment): string =>
      visit.substituteSoughtUntil
        ? t('visits.substitute.now', { name: visit.provider.displayName })
        : t(`visits.now.${visit.state}`, { name: visit.provider.displayName }),

    bookAgain(visit: VisitSummaryFragment): LocationQueryRaw {
      const { place } = visit;
      return writeVisitRequest({
        items: repeatItems(visit),
        ...(place
          ? { place: { latitude: place.latitude, longitude: place.longitude, name: place.district ?? '' } }
          : {}),
      });
    },
  };
}
