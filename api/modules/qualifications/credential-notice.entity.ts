import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Credential } from './credential.entity.ts';

/** That the holder is told of the end of a credential, once for each step (Q6). */
@Unique({ properties: ['credential', 'days'] })
@Entity({ tableName: 'credential_notice' })
export class CredentialNotice {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Credential, mapToPk: true, deleteRule: 'cascade' })
  credential!: string;

  /** Days before the last valid day: 60, 30, 14, 7 or 1. */
  @Property({ type: 'integer' })
  days!: number;

  @Property({ type: 'timestamptz' })
  announcedAt!: Date;
}
