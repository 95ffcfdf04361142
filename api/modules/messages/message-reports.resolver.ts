import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { isId } from '../../kernel/ids.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import { decodeKeyset, encodeKeyset, requirePageSize, toConnection } from '../../platform/connection.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { Role, requireRole } from '../accounts/index.ts';
import { Booking } from '../bookings/index.ts';
import { closeMessageReport } from './close-message-report.service.ts';
import { ReportState } from './message-report.enums.ts';
import { MessageReport } from './message-report.entity.ts';
import { listReports } from './message-reports.queries.ts';
import { Message } from './message.entity.ts';
import { CloseMessageReportInput } from './messages.inputs.ts';
import { listAround } from './messages.queries.ts';
import { CloseMessageReportResult, MessageReportConnection } from './messages.type.ts';

@Resolver(() => MessageReport)
export class MessageReportsResolver {
  @Query(() => MessageReportConnection, { description: 'Reported messages, the oldest first. For operators.' })
  async messageReports(
    @Arg('state', () => ReportState, { defaultValue: ReportState.OPEN, description: 'Which; open ones if left out.' })
    state: ReportState,
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: 'Page size, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to go on from.' })
    after: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<MessageReportConnection> {
    requireRole(context, Role.OPERATOR);
    requirePageSize(first);
    const key = after ? (decodeKeyset(after, ['number', 'id']) as [number, string]) : null;
    const { rows, total } = await listReports(context.em, { state, after: key, limit: first + 1 });
    const page = toConnection(rows, first, total, after, (row) => encodeKeyset([row.at, row.id]));
    const edges = await Promise.all(
      page.edges.map(async ({ node, cursor }) => ({ cursor, node: await context.loaders.get(MessageReport, node.id) })),
    );
    return { ...page, edges };
  }

  @Query(() => MessageReport, { nullable: true, description: 'One report. For operators.' })
  async messageReport(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<MessageReport | null> {
    requireRole(context, Role.OPERATOR);
    return isId(id) ? context.loaders.find(MessageReport, id) : null;
  }

  @Mutation(() => CloseMessageReportResult, { description: 'Decides about a report, with a reason. For operators.' })
  async closeMessageReport(
    @Arg('input', () => CloseMessageReportInput, { description: 'Report and decision.' })
    input: CloseMessageReportInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof CloseMessageReportResult> {
    requireRole(context, Role.OPERATOR);
    return closeMessageReport(context, input);
  }

  @FieldResolver(() => Booking, { description: 'The booking it is about.' })
  async booking(@Root() { booking }: MessageReport, @Ctx() context: RequestContext): Promise<Booking> {
    return context.loaders.get(Booking, booking);
  }

  @FieldResolver(() => String, { nullable: true, description: 'More about it in the words of who reported.' })
  note(@Root() { id, note }: MessageReport, @Ctx() { vault }: RequestContext): string | null {
    return vault.open('message_report.note', id, note);
  }

  @FieldResolver(() => Message, { description: 'The message. Reading it is on record.' })
  async message(@Root() report: MessageReport, @Ctx() context: RequestContext): Promise<Message> {
    await recordReading(context, report.booking);
    return context.loaders.get(Message, report.message);
  }

  @FieldResolver(() => [Message], {
    description: 'Up to ten messages before it, the message itself and up to five after it. Reading them is on record.',
  })
  async context(@Root() report: MessageReport, @Ctx() context: RequestContext): Promise<Message[]> {
    await recordReading(context, report.booking);
    const { sequence } = await context.loaders.get(Message, report.message);
    const ids = await listAround(context.em, report.booking, sequence);
    return Promise.all(ids.map(async (id) => context.loaders.get(Message, id)));
  }
}

/** A read by an operator is on record before it leaves, once for each request and booking. */
async function recordReading(context: RequestContext, bookingId: string): Promise<void> {
  const record = context.loaders.batch('reported-messages-read', async (bookingIds: readonly string[]) => {
    await inUnitOfWork(context.em, async (em) => {
      for (const subjectId of bookingIds)
        await recordAudit(em, context, { action: 'messages.read', subjectType: 'booking', subjectId });
    });
    return bookingIds.map(() => true);
  });
  await record.load(bookingId);
}
