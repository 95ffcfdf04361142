/** Where the arrows lead from one item; at the ends they stay. */
export function neighbourOf(ids: readonly string[], current: string | undefined, step: 1 | -1): string | undefined {
  if (ids.length === 0) return undefined;
  const index = current === undefined ? -1 : ids.indexOf(current);
  if (index === -1) return step === 1 ? ids[0] : ids.at(-1);
  return ids[Math.min(ids.length - 1, Math.max(0, index + step))];
}

/** What to open after an item is decided: the one below it that nobody else has, else the first such. */
export function nextToDecide(
  items: readonly { id: string; claimedByOther: boolean }[],
  decided: string,
): string | undefined {
  const index = items.findIndex(({ id }) => id === decided);
  const free = (item: { id: string; claimedByOther: boolean }): boolean => item.id !== decided && !item.claimedByOther;
  return (items.slice(index + 1).find(free) ?? items.find(free))?.id;
}
