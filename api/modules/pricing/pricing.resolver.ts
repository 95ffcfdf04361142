import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/request-context.ts';
import { QuoteVisitResult } from './price-quote.type.ts';
import { quoteVisitWithProvider } from './quote-visit.service.ts';
import { QuoteVisitInput } from './visit.inputs.ts';

@Resolver()
export class PricingResolver {
  @Query(() => QuoteVisitResult, { description: 'The price of a visit, line by line.' })
  async quoteVisit(
    @Arg('input', () => QuoteVisitInput, { description: 'The visit.' }) input: QuoteVisitInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof QuoteVisitResult> {
    return quoteVisitWithProvider(context, input);
  }
}
