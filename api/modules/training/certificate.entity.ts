import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Provider } from '../providers/index.ts';
import { Course } from './course.entity.ts';

/** Proof that a provider passed a course; counts as a credential does (P3, Q8). */
@Index({ properties: ['provider', 'course'] })
@Entity({ tableName: 'certificate' })
export class Certificate {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Provider, mapToPk: true, deleteRule: 'cascade' })
  provider!: string;

  @ManyToOne({ entity: () => Course, mapToPk: true })
  course!: string;

  @Property({ type: 'date' })
  validFrom!: string;

  /** Last valid day, inclusive; null: no end. */
  @Property({ type: 'date', nullable: true })
  validUntil!: string | null;

  @Unique()
  @Property({ type: 'text' })
  verificationCode!: string;
}
