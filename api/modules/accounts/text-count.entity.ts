import { Entity, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { Window } from './domain/text-caps.ts';

/** What codes are counted by. */
export type TextScope = 'NUMBER' | 'ACCOUNT' | 'NETWORK' | 'ALL';

/** How many codes were promised in an hour or on a day to a number, for an account, to a network, or in all. */
@Unique({ properties: ['scope', 'key', 'span', 'since'] })
@Entity({ tableName: 'text_count' })
export class TextCount {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'text' })
  scope!: TextScope;

  /** A keyed hash: the table tells of no number, account or network. */
  @Property({ type: 'text' })
  key!: string;

  @Property({ type: 'text' })
  span!: Window;

  @Property({ type: 'timestamptz' })
  since!: Date;

  @Property({ type: 'integer' })
  texts!: number;

  /** US cents. */
  @Property({ type: 'integer' })
  cost!: number;
}
