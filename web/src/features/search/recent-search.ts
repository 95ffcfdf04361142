import type { LocationQueryRaw } from 'vue-router';

const key = 'doorstep.search';

/** The last search made on this device, as it was in the address bar. */
export function recallSearch(): Record<string, string | string[]> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof stored === 'object' && stored !== null ? (stored as Record<string, string | string[]>) : {};
  } catch {
    return {};
  }
}

export function rememberSearch(query: LocationQueryRaw): void {
  try {
    localStorage.setItem(key, JSON.stringify(query));
  } catch {
    // Without storage the next visit starts from the usual search.
  }
}
