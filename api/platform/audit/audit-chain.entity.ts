import { Entity, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';

/** Entries that no link holds yet, in the order of their insertion. A trigger adds, the sealer takes away. */
@Entity({ tableName: 'audit_waiting' })
export class AuditWaiting {
  @PrimaryKey({ type: 'bigint', autoincrement: true })
  position!: string;

  @Property({ type: 'uuid' })
  entryId!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'clock_timestamp()' })
  since!: Date;
}

/** One link of the chain. Each holds the hash of the one before, so that nothing before it can change unnoticed. */
@Entity({ tableName: 'audit_link' })
export class AuditLink {
  /** 1, 2, 3 … without a gap. */
  @PrimaryKey({ type: 'bigint', autoincrement: false })
  seq!: string;

  @Unique()
  @Property({ type: 'uuid' })
  entryId!: string;

  /** Over all columns of the entry. */
  @Property({ type: 'text' })
  entryHash!: string;

  @Property({ type: 'text' })
  previousHash!: string;

  /** When it was linked; never earlier than the link before. */
  @Property({ type: 'timestamptz' })
  linkedAt!: Date;

  /** Over all of the above but the number, which the order of the hashes gives. */
  @Property({ type: 'text' })
  hash!: string;
}

/** The signed end of one UTC day: whoever keeps a copy can prove that nothing up to it was rewritten. */
@Entity({ tableName: 'audit_root' })
export class AuditRoot {
  @PrimaryKey({ type: 'date' })
  day!: string;

  @Property({ type: 'bigint' })
  lastSeq!: string;

  @Property({ type: 'text' })
  hash!: string;

  @Property({ type: 'text' })
  keyId!: string;

  /** Ed25519 over day, number and hash, in base64url. */
  @Property({ type: 'text' })
  signature!: string;
}
