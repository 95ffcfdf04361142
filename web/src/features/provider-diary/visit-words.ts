import { useI18n } from 'vue-i18n';
import type { VisitWorkFragment } from '@/generated/graphql';
import type { IconName } from '@/ui/icon-paths';
import { useFormats } from '@/ui/use-formats';

export const travelIcons = {
  WALK: 'walk',
  BICYCLE: 'bicycle',
  TRANSIT: 'transit',
  CAR: 'car',
} as const satisfies Record<string, IconName>;

interface KnownPlace {
  district: string | null;
  line?: string | null;
  approximate: boolean;
}

/** What a visit is, and where, in the few words that fit a row. */
export function useVisitWords() {
  const { t } = useI18n();
  const formats = useFormats();

  /** `Home cleaning · 3 rooms · inside the oven`. */
  function work(items: VisitWorkFragment['items']): string {
    return items
      .flatMap(({ item, units, options, durationMinutes }) => [
        item.name,
        item.priceModel === 'FIXED'
          ? ''
          : item.priceModel === 'PER_HOUR'
            ? formats.duration(durationMinutes)
            : t('provider-diary.units', { count: units, unit: item.unitName ?? '' }),
        ...options.map(({ name }) => name),
      ])
      .filter(Boolean)
      .join(' · ');
  }

  /** The address once it is known, the area before. */
  function place(known: KnownPlace | null | undefined, venue: VisitWorkFragment['venue']): string {
    if (venue === 'AT_STUDIO') return t('provider-diary.atStudio');
    if (!known) return t('provider-diary.placeHidden');
    if (known.approximate || !known.line)
      return known.district
        ? t('provider-diary.approximate', { district: known.district })
        : t('provider-diary.placeHidden');
    return [known.line, known.district].filter(Boolean).join(t('shell.listComma'));
  }

  /** The household, and who of it booked where that is somebody else. */
  function who({ householdName, bookedBy }: Pick<VisitWorkFragment, 'householdName' | 'bookedBy'>): string {
    if (!bookedBy || bookedBy.displayName === householdName) return householdName;
    return t('provider-diary.bookedFor', { household: householdName, booker: bookedBy.displayName });
  }

  return { work, place, who };
}
