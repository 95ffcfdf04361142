import { localize } from '../kernel/localized-text.ts';
import type { LocalizedText } from '../kernel/localized-text.ts';
import type { RequestContext } from './request-context.ts';

/** A sentence for the person who asks, in their language. */
export function say(context: Pick<RequestContext, 'locale'>, text: LocalizedText): string {
  return localize(text, context.locale);
}
