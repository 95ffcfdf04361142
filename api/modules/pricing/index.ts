export { presentQuote } from './present-quote.ts';
export { PriceQuote } from './price-quote.type.ts';
export type { QuoteOutcome } from './domain/quote.ts';
export type { StoredQuote } from './price-quote.type.ts';
export { InvalidVisitError } from './pricing.errors.ts';
export { quoteVisitItems, resolveVisitItems, toStoredQuote } from './visit-items.ts';
export type { VisitItems } from './visit-items.ts';
export { PlaceInput, VisitItemInput } from './visit.inputs.ts';
