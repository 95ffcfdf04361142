import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { decodeKeyset, encodeKeyset, requirePageSize, toConnection } from '../../platform/connection.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Role, requireRole } from '../accounts/index.ts';
import { Booking, Visit } from '../bookings/index.ts';
import { closeSupportCase } from './close-support-case.service.ts';
import { SupportCase } from './support-case.entity.ts';
import { listSupportCases } from './support.queries.ts';
import { CloseSupportCaseInput, CloseSupportCaseResult, SupportCaseConnection } from './support.type.ts';

@Resolver(() => SupportCase)
export class SupportResolver {
  @Query(() => SupportCaseConnection, { description: 'What has to be looked into, the newest first. For operators.' })
  async supportCases(
    @Arg('open', () => Boolean, { defaultValue: true, description: 'Those still open, or those closed.' })
    open: boolean,
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: 'Page size, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to go on from.' })
    after: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<SupportCaseConnection> {
    requireRole(context, Role.OPERATOR);
    requirePageSize(first);
    const key = after ? (decodeKeyset(after, ['number', 'id']) as [number, string]) : null;
    const { rows, total } = await listSupportCases(context.em, { open, limit: first + 1, after: key });
    const page = toConnection(rows, first, total, after, (row) => encodeKeyset([row.openedMs, row.id]));
    const edges = await Promise.all(
      page.edges.map(async ({ node, cursor }) => ({ cursor, node: await context.loaders.get(SupportCase, node.id) })),
    );
    return { ...page, edges };
  }

  @Mutation(() => CloseSupportCaseResult, { description: 'Closes a case and says what came of it. For operators.' })
  async closeSupportCase(
    @Arg('input', () => CloseSupportCaseInput, { description: 'The case.' }) input: CloseSupportCaseInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof CloseSupportCaseResult> {
    return closeSupportCase(context, requireRole(context, Role.OPERATOR), input);
  }

  @FieldResolver(() => Booking, { description: 'The visit it is about.' })
  async booking(@Root() { booking }: SupportCase, @Ctx() context: RequestContext): Promise<Booking> {
    return context.loaders.get(Booking, booking);
  }

  @FieldResolver(() => String, { nullable: true, description: 'What the provider said of it; null for nothing.' })
  async said(@Root() { booking }: SupportCase, @Ctx() context: RequestContext): Promise<string | null> {
    const [visit] = await context.loaders.list(Visit, 'booking', booking);
    return visit ? context.vault.open('visit.unsafe_note', visit.id, visit.unsafeNote) : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'What came of it; null while it is open.' })
  outcome(@Root() supportCase: SupportCase, @Ctx() { vault }: RequestContext): string | null {
    return vault.open('support_case.outcome', supportCase.id, supportCase.outcome);
  }
}
