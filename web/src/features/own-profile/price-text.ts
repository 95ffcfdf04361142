/** How many digits a currency has after its point. */
function digitsOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** An amount of minor units as people type it: "25", "25.50". */
export function toPriceText({ amount, currency }: { amount: number; currency: string }): string {
  const digits = digitsOf(currency);
  const scale = 10 ** digits;
  return amount % scale === 0 ? String(amount / scale) : (amount / scale).toFixed(digits);
}

/** The minor units of what was typed, with a point or a comma; null when it is no price. */
export function fromPriceText(text: string, currency: string): number | null {
  const digits = digitsOf(currency);
  const plain = text.trim().replace(',', '.');
  if (!new RegExp(digits === 0 ? '^\\d{1,9}$' : `^\\d{1,9}(\\.\\d{1,${digits}})?$`).test(plain)) return null;
  return Math.round(Number(plain) * 10 ** digits);
}
