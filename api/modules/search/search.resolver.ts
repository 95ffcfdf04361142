import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/request-context.ts';
import { availableSlots } from './available-slots.service.ts';
import { AvailableSlotsInput, SearchProvidersInput } from './search.inputs.ts';
import { searchProviders } from './search-providers.service.ts';
import { DaySlots, ProviderResultConnection } from './search.type.ts';

@Resolver()
export class SearchResolver {
  @Query(() => ProviderResultConnection, {
    description: 'Who can really do this visit, travel included, with their next free times.',
  })
  async searchProviders(
    @Arg('input', () => SearchProvidersInput, { description: 'What, where and when.' }) input: SearchProvidersInput,
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: 'Page size, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to go on from.' })
    after: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<ProviderResultConnection> {
    return searchProviders(context, input, first, after ?? null);
  }

  @Query(() => [DaySlots], { description: 'The free times of one provider, by day; at most 14 days at a time.' })
  async availableSlots(
    @Arg('input', () => AvailableSlotsInput, { description: 'Who, what, where and when.' }) input: AvailableSlotsInput,
    @Ctx() context: RequestContext,
  ): Promise<DaySlots[]> {
    return availableSlots(context, input);
  }
}
