/** How two people judged one and the same thing. */
export interface JudgedPair {
  readonly first: string;
  readonly second: string;
}

/** How far two judges agree beyond chance. */
export interface Agreement {
  /** Things that both judged. */
  readonly pairs: number;
  /** Share on which they agree, 0 to 1; null without pairs. */
  readonly observed: number | null;
  /** Share on which they would agree by chance, from how often each gives each judgement; null without pairs. */
  readonly expected: number | null;
  /** Cohen's κ, −1 to 1; null where it is not defined: without pairs, or when chance alone makes them agree on everything. */
  readonly kappa: number | null;
}

/**
 * Cohen's κ = (pₒ − pₑ) / (1 − pₑ), where pₒ is the share of agreement and pₑ = Σ over the judgements k of
 * (share of k among the first's) × (share of k among the second's). Source: J. Cohen, "A coefficient of agreement for
 * nominal scales", Educational and Psychological Measurement 20 (1960) 37–46.
 */
export function cohensKappa(pairs: readonly JudgedPair[]): Agreement {
  const total = pairs.length;
  if (total === 0) return { pairs: 0, observed: null, expected: null, kappa: null };
  const agreed = pairs.filter(({ first, second }) => first === second).length;
  const firsts = countBy(pairs.map(({ first }) => first));
  const seconds = countBy(pairs.map(({ second }) => second));
  // Whole numbers as long as possible: 1 − pₑ must be exactly 0 where both always say the same.
  const byChance = [...firsts].reduce((sum, [judgement, count]) => sum + count * (seconds.get(judgement) ?? 0), 0);
  const square = total * total;
  return {
    pairs: total,
    observed: agreed / total,
    expected: byChance / square,
    kappa: byChance === square ? null : (agreed * total - byChance) / (square - byChance),
  };
}

function countBy(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
