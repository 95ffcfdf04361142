import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Certificate } from './certificate.entity.ts';

/** The holder of a certificate was told, so many days ahead, that it ends. One of each step: a job run again tells nobody twice. */
@Unique({ properties: ['certificate', 'days'] })
@Entity({ tableName: 'certificate_notice' })
export class CertificateNotice {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Certificate, mapToPk: true, deleteRule: 'cascade' })
  certificate!: string;

  @Property({ type: 'integer' })
  days!: number;

  @Property({ type: 'timestamptz' })
  announcedAt!: Date;
}
