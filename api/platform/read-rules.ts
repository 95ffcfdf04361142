import type { RequestContext } from './request-context.ts';

/**
 * Whether whoever asks may read the object. It decides by the policy of its module and may load, by the loaders of the
 * request, what relates the two.
 */
export type ReadRule<T> = (context: RequestContext, object: T) => boolean | Promise<boolean>;

/**
 * Who may read an object of a type:
 * - `public`: anyone, all of it.
 * - `carries`: it holds objects that have rules of their own, and says besides only what whoever asked has just done.
 * - `partOf`: it has no owner of its own and is read in those types only, by their rules.
 * - `read`: whoever the rule says; `fields` are narrower rules of single fields. A field that may be null is null for those
 *   whom its rule leaves out; anything else is refused.
 */
export type TypeRule =
  | 'public'
  | 'carries'
  | { readonly partOf: readonly string[] }
  | {
      readonly read: ReadRule<never> | 'public' | 'carries';
      readonly fields?: Readonly<Record<string, ReadRule<never>>>;
      /** Fields whose object may be read whatever its own rule says, since this one is made for nobody but whom it is about. */
      readonly vouchesFor?: readonly string[];
    };

/** Rules by the name of the type in the schema. Pages, their edges and failures need none: they carry. */
export type ReadRules = Readonly<Record<string, TypeRule>>;

/** Types of the platform itself. */
export const PLATFORM_READ_RULES: ReadRules = {
  GeoPoint: 'public',
  LocalizedText: 'public',
  Money: 'public',
  PageInfo: 'carries',
};
