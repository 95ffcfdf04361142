import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A search that found nobody: what was wanted, roughly where and when (A8). It names no person. */
@Index({ properties: ['regionId', 'at'] })
@Entity({ tableName: 'unmet_demand' })
export class UnmetDemand {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  regionId!: string;

  @Property({ type: 'uuid[]' })
  itemIds!: string[];

  @Property({ type: 'date' })
  fromDate!: string;

  @Property({ type: 'date' })
  toDate!: string;

  @Property({ type: 'text' })
  reason!: string;

  /** Centre of the 1 km cell; null for a studio visit. */
  @Property({ type: 'double', nullable: true })
  latitude!: number | null;

  @Property({ type: 'double', nullable: true })
  longitude!: number | null;

  @Property({ type: 'timestamptz' })
  at!: Date;
}
