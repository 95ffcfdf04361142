import { isSupportedCountry } from 'libphonenumber-js/max';
import { z } from 'zod';

/** What texts may cost, and where they may go: an attacker earns by having them sent to numbers that charge for it. */
export interface TextRules {
  /** ISO 3166 code of each country that texts go to → what one costs at most, in US cents. */
  readonly countries: ReadonlyMap<string, number>;
  /** Texts with codes on one day (UTC), over all processes. */
  readonly dailyTexts: number;
  /** What they may cost on one day, in US cents. */
  readonly dailyCost: number;
}

/** Rather too much than too little: a country without a price of its own. */
const USUAL_PRICE = 10;

/** `CN:6,GB:5`, or `CN,GB` at the usual price. */
export const pricedCountries = z
  .string()
  .regex(/^[A-Z]{2}(?::\d{1,4})?(?:,[A-Z]{2}(?::\d{1,4})?)*$/, 'Say CN:6,GB:5, countries with the price of a text')
  .transform(
    (text): ReadonlyMap<string, number> =>
      new Map(
        text.split(',').map((entry): readonly [string, number] => {
          const [country = '', price] = entry.split(':');
          return [country, price === undefined ? USUAL_PRICE : Number(price)];
        }),
      ),
  )
  .refine(
    (countries) => [...countries.keys()].every((country) => isSupportedCountry(country)),
    'names a country that there is not',
  );
