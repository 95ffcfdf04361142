import { Entity, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { viewerHasRole, visibleRows } from '../../platform/row-policies.ts';

/** What the draws of a month were made with. Kept so that each of them can be checked once the month is over. */
@Entity({ tableName: 'reaudit_seed', ...visibleRows('reaudit_seed', viewerHasRole('AUDITOR', 'OPERATOR')) })
export class ReauditSeed {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  /** Month in UTC, YYYY-MM. */
  @Unique()
  @Property({ type: 'text' })
  period!: string;

  /** 256 random bits in hexadecimal; secret while its month lasts, or auditors would know what is drawn. */
  @Property({ type: 'text' })
  seed!: string;

  /** Share of approvals that the draws of this month took. */
  @Property({ type: 'double' })
  share!: number;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}
