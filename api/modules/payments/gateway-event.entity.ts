import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A message of a gateway that was taken in: each is acted on once, however often it comes. */
@Entity({ tableName: 'gateway_event' })
export class GatewayEvent {
  /** The gateway's own id of it. */
  @PrimaryKey({ type: 'text' })
  id!: string;

  @Property({ type: 'text' })
  gateway!: string;

  @Property({ type: 'text' })
  kind!: string;

  /** The authorisation that it is about, by the gateway's id. */
  @Property({ type: 'text', nullable: true })
  chargeId!: string | null;

  @Property({ type: 'timestamptz' })
  receivedAt!: Date;
}
