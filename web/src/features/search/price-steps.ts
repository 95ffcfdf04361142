/**
 * Three ceilings to filter by, from the prices of an unfiltered answer: a quarter, half and three quarters of the
 * people cost no more. Minor units; rounded up to a number that reads well.
 */
export function priceSteps(totals: readonly number[]): number[] {
  if (totals.length < 4) return [];
  const sorted = [...totals].sort((one, other) => one - other);
  const steps = [0.25, 0.5, 0.75].map((share) => roundUp(sorted[Math.floor(sorted.length * share)] as number));
  return [...new Set(steps)].filter((step) => step < (sorted.at(-1) as number));
}

function roundUp(amount: number): number {
  const unit = amount > 20_000 ? 1000 : amount > 5000 ? 500 : 100;
  return Math.ceil(amount / unit) * unit;
}
