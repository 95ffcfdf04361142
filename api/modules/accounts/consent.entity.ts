import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { viewerAccount, visibleRows } from '../../platform/row-policies.ts';
import { Account } from './account.entity.ts';
import type { ConsentPurpose } from './consent-purpose.ts';

/** Whether something was agreed to or taken back. */
export type ConsentAct = 'GIVEN' | 'WITHDRAWN';

/** One act of agreeing to a text, or of taking it back. Rows are only ever added: the last one of a purpose holds. */
@Index({ properties: ['account', 'purpose', 'at'] })
@Entity({ tableName: 'consent', ...visibleRows('consent', `account_id = ${viewerAccount}`) })
export class Consent {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Account, mapToPk: true, deleteRule: 'cascade' })
  account!: string;

  @Property({ type: 'text' })
  purpose!: ConsentPurpose;

  /** The version of the text that was shown. */
  @Property({ type: 'text' })
  version!: string;

  @Property({ type: 'text' })
  act!: ConsentAct;

  @Property({ type: 'timestamptz' })
  at!: Date;
}
