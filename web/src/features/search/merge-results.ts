/** Adds a page; somebody who moved between two pages while people book is shown once. */
export function mergeResults<Result extends { provider: { id: string } }>(
  shown: readonly Result[],
  page: readonly Result[],
): Result[] {
  const known = new Set(shown.map(({ provider }) => provider.id));
  return [...shown, ...page.filter(({ provider }) => !known.has(provider.id))];
}
