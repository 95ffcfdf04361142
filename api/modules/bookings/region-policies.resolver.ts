import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/request-context.ts';
import { Role, requireRecentAuthentication, requireRole } from '../accounts/index.ts';
import { Region } from '../catalog/index.ts';
import { RegionPolicy, SaveRegionPolicyInput, SaveRegionPolicyResult } from './region-policy.type.ts';
import { saveRegionPolicy, toRegionPolicy } from './save-region-policy.service.ts';

@Resolver()
export class RegionPoliciesResolver {
  @Query(() => [RegionPolicy], { description: 'What cancelling and moving cost in each region. For operators.' })
  async regionPolicies(@Ctx() context: RequestContext): Promise<RegionPolicy[]> {
    requireRole(context, Role.OPERATOR);
    const regions = await context.em.find(Region, {}, { orderBy: { id: 'asc' }, disableIdentityMap: true });
    return regions.map((region) => toRegionPolicy(context, region));
  }

  @Mutation(() => SaveRegionPolicyResult, {
    description:
      'Changes what cancelling and moving cost in a region, for bookings made from then on. For operators, who need a proof within ten minutes.',
  })
  async saveRegionPolicy(
    @Arg('input', () => SaveRegionPolicyInput, { description: 'Which region, and its terms.' })
    input: SaveRegionPolicyInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SaveRegionPolicyResult> {
    requireRole(context, Role.OPERATOR);
    requireRecentAuthentication(context);
    return saveRegionPolicy(context, input);
  }
}
