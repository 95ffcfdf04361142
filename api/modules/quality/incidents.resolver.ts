import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/request-context.ts';
import { Role, hasRole } from '../accounts/index.ts';
import { Booking } from '../bookings/index.ts';
import { Provider } from '../providers/index.ts';
import { Incident } from './incident.entity.ts';

@Resolver(() => Provider)
export class ProviderIncidentsResolver {
  @FieldResolver(() => [Incident], {
    description:
      'Visits they called off late or did not come to, oldest first. For operators; empty for everybody else.',
  })
  async incidents(@Root() provider: Provider, @Ctx() context: RequestContext): Promise<Incident[]> {
    return hasRole(context.viewer, Role.OPERATOR) ? context.loaders.list(Incident, 'provider', provider.id) : [];
  }
}

@Resolver(() => Incident)
export class IncidentResolver {
  @FieldResolver(() => String, { description: 'Short name of the visit for people.' })
  async reference(@Root() incident: Incident, @Ctx() context: RequestContext): Promise<string> {
    return (await context.loaders.get(Booking, incident.booking)).reference;
  }
}
