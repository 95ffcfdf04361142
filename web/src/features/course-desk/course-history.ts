import type { AuthoredCourseQuery } from '../../generated/graphql';

type Course = NonNullable<AuthoredCourseQuery['course']>;
export type HistoryVersion = Course['versions'][number];
export type HistoryEvent = Course['events'][number];

/** A line of the history of a course: a version, or what was done besides writing one. */
export type HistoryLine =
  | { readonly at: string; readonly version: HistoryVersion; readonly event?: undefined }
  | { readonly at: string; readonly event: HistoryEvent; readonly version?: undefined };

/** Versions and what was done besides in one list, the latest first; a version stands where it was published or saved. */
export function toHistory(versions: readonly HistoryVersion[], events: readonly HistoryEvent[]): HistoryLine[] {
  return [
    ...versions.map((version) => ({ at: version.publishedAt ?? version.savedAt, version })),
    ...events.map((event) => ({ at: event.at, event })),
  ].toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
}
