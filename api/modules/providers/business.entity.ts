import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A salon or an agency that several providers work for. */
@Entity({ tableName: 'business' })
export class Business {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}
