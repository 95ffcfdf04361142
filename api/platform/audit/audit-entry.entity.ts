import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** Who acted. */
export enum AuditActorKind {
  ACCOUNT = 'ACCOUNT',
  SYSTEM = 'SYSTEM',
  VISITOR = 'VISITOR',
}

/**
 * One act that must be answered for. Rows are only ever added: the database refuses everything else. No foreign keys, so that
 * an entry outlives what it speaks of and writing it locks no other row.
 */
@Index({ properties: ['at', 'id'] })
@Index({ properties: ['subjectId', 'at'] })
@Index({ properties: ['actorId', 'at'] })
@Entity({ tableName: 'audit_entry' })
export class AuditEntry {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'timestamptz' })
  at!: Date;

  @Property({ type: 'text' })
  actorKind!: AuditActorKind;

  /** The account; null unless the kind is ACCOUNT. */
  @Property({ type: 'uuid', nullable: true })
  actorId!: string | null;

  /** Everything the account could act as at that moment, sorted. */
  @Property({ type: 'text[]' })
  actorRoles!: string[];

  /** Subject and past participle, such as `credential.decided`. */
  @Property({ type: 'text' })
  action!: string;

  @Property({ type: 'text' })
  subjectType!: string;

  @Property({ type: 'uuid', nullable: true })
  subjectId!: string | null;

  /** SHA-256 of the canonical JSON of the state before, in hex; never the state itself. */
  @Property({ type: 'text', nullable: true })
  beforeHash!: string | null;

  @Property({ type: 'text', nullable: true })
  afterHash!: string | null;

  @Property({ type: 'text', nullable: true })
  reason!: string | null;

  /** The network the request came from: IPv4 to 24 bits, IPv6 to 48. */
  @Property({ type: 'text', nullable: true })
  ipClass!: string | null;

  /** What the server's log calls the request. */
  @Property({ type: 'text', nullable: true })
  requestReference!: string | null;
}
