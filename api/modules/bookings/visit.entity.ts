import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { visibleRows } from '../../platform/row-policies.ts';
import { sealedTable } from '../../platform/vault.ts';
import type { Sealed } from '../../platform/vault.ts';
import { Booking } from './booking.entity.ts';

/** One thing to do during a visit, as it stood when the visit began. */
export interface StoredTask {
  readonly label: LocalizedText;
  /** Name of the service it belongs to. */
  readonly service: LocalizedText;
  /** ISO 8601; null while it is to be done. */
  readonly doneAt: string | null;
}

/** What came to be known of a visit around its day; a booking has none before. */
@Entity({ tableName: 'visit', ...visibleRows('visit', 'exists (select from booking b where b.id = booking_id)') })
export class Visit {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Unique()
  @ManyToOne({ entity: () => Booking, mapToPk: true, deleteRule: 'cascade' })
  booking!: string;

  /** How often a code was tried; it moves by one atomic statement, and no further than the limit. */
  @Property({ type: 'integer', default: 0 })
  codeTries!: number;

  /** When the provider expects to be there. */
  @Property({ type: 'timestamptz', nullable: true })
  eta!: Date | null;

  /** When they last said that they are late. */
  @Property({ type: 'timestamptz', nullable: true })
  delayedAt!: Date | null;

  @Property({ type: 'timestamptz', nullable: true })
  startedAt!: Date | null;

  /** By whose word it began: CODE or HOUSEHOLD. */
  @Property({ type: 'text', nullable: true })
  startedBy!: 'CODE' | 'HOUSEHOLD' | null;

  /** Where the provider was when they began, `latitude,longitude`, if they chose to share it. */
  @Property({ type: 'text', nullable: true })
  position!: Sealed | null;

  @Property({ type: 'jsonb', nullable: true })
  checklist!: StoredTask[] | null;

  /** What the provider said of why they left unsafe; for operators alone. */
  @Property({ type: 'text', nullable: true })
  unsafeNote!: Sealed | null;
}

export const SEALED_VISIT = sealedTable<Visit>()('visit', { position: 'position', unsafeNote: 'unsafe_note' });
