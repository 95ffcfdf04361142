import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { decodeKeyset, encodeKeyset, requirePageSize, toConnection } from '../../platform/connection.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Role, requireRole } from '../accounts/index.ts';
import { CredentialType } from '../qualifications/index.ts';
import { Booking } from './booking.entity.ts';
import { listEndangeredVisits, substitutionKey } from './substitutions.queries.ts';
import { SubstitutionConnection, SubstitutionReason } from './substitutions.type.ts';

@Resolver()
export class SubstitutionsResolver {
  @Query(() => SubstitutionConnection, {
    description:
      'Coming visits whose credential has ended, was taken back, or ends before them and within 14 days, or whose provider is suspended or has left; soonest first. For operators.',
  })
  async substitutionList(
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: 'Page size, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to go on from.' })
    after: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<SubstitutionConnection> {
    requireRole(context, Role.OPERATOR);
    requirePageSize(first);
    const key = after ? (decodeKeyset(after, ['number', 'id', 'id']) as [number, string, string]) : null;
    const { rows, total } = await listEndangeredVisits(context.em, {
      now: context.clock.now(),
      limit: first + 1,
      after: key,
    });
    const page = toConnection(rows, first, total, after, (row) => encodeKeyset(substitutionKey(row)));
    const edges = await Promise.all(
      page.edges.map(async ({ node, cursor }) => ({
        cursor,
        node: {
          booking: await context.loaders.get(Booking, node.bookingId),
          reason: node.typeId === null ? SubstitutionReason.PROVIDER : SubstitutionReason.CREDENTIAL,
          credentialType: node.typeId === null ? null : await context.loaders.get(CredentialType, node.typeId),
          credentialState: node.state,
          validUntil: node.validUntil,
          renewalState: node.renewalState,
          daysLeft: node.daysLeft,
        },
      })),
    );
    return { ...page, edges };
  }
}
