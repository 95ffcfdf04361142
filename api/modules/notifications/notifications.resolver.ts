import { MaxLength } from 'class-validator';
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { isId } from '../../kernel/ids.ts';
import {
  connectionType,
  decodeKeyset,
  encodeKeyset,
  requirePageSize,
  toConnection,
} from '../../platform/connection.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Role, requireRole } from '../accounts/index.ts';
import { Delivery, DeliveryStatus } from './delivery.entity.ts';

@ObjectType({ description: 'A page of messages.' })
export class DeliveryConnection extends connectionType(Delivery, 'Delivery') {}

@InputType({ description: 'Which messages.' })
export class DeliveryFilter {
  @MaxLength(60)
  @Field(() => String, { nullable: true, description: 'Of this kind.' })
  kind?: string;

  @Field(() => DeliveryStatus, { nullable: true, description: 'With this fate.' })
  status?: DeliveryStatus;

  @Field(() => ID, { nullable: true, description: 'About this booking.' })
  bookingId?: string;
}

@Resolver()
export class NotificationsResolver {
  @Query(() => DeliveryConnection, { description: 'Messages to people, latest first. For operators.' })
  async deliveries(
    @Arg('filter', () => DeliveryFilter, { nullable: true, description: 'Which.' })
    filter: DeliveryFilter | null | undefined,
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: 'Page size, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to go on from.' })
    after: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<DeliveryConnection> {
    requireRole(context, Role.OPERATOR);
    requirePageSize(first);
    // What cannot be the id of a booking is the id of none.
    if (filter?.bookingId != null && !isId(filter.bookingId))
      return toConnection<Delivery>([], first, 0, after, ({ id }) => encodeKeyset([id]));
    const conditions = {
      ...(filter?.kind == null ? {} : { kind: filter.kind }),
      ...(filter?.status == null ? {} : { status: filter.status }),
      ...(filter?.bookingId == null ? {} : { bookingId: filter.bookingId }),
    };
    const beyond = after ? { id: { $lt: readCursor(after) } } : {};
    const [rows, total] = await Promise.all([
      context.em.find(
        Delivery,
        { ...conditions, ...beyond },
        { orderBy: { id: 'desc' }, limit: first + 1, disableIdentityMap: true },
      ),
      context.em.count(Delivery, conditions),
    ]);
    return toConnection(rows, first, total, after, (delivery) => encodeKeyset([delivery.id]));
  }
}

@Resolver(() => Delivery)
export class DeliveryResolver {
  @FieldResolver(() => String, { description: 'Phone number or e-mail address.' })
  recipient(@Root() delivery: Delivery, @Ctx() { vault }: RequestContext): string {
    return vault.open('delivery.recipient', delivery.id, delivery.recipient);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Subject line of an e-mail.' })
  subject(@Root() delivery: Delivery, @Ctx() { vault }: RequestContext): string | null {
    return vault.open('delivery.subject', delivery.id, delivery.subject);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The words; null where they would let their reader into the account, unless the demo is served.',
  })
  body(@Root() delivery: Delivery, @Ctx() { vault, site }: RequestContext): string | null {
    if (delivery.secret && !(site.demo && delivery.transport === 'outbox')) return null;
    return vault.open('delivery.body', delivery.id, delivery.body);
  }
}

function readCursor(after: string): string {
  return decodeKeyset(after, ['id'])[0] as string;
}
