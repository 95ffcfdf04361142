import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { viewerAccount, visibleRows } from '../../platform/row-policies.ts';
import { Account } from '../accounts/index.ts';
import { Booking } from './booking.entity.ts';
import { type PhotoMoment } from './visit-photo.entity.ts';

/** A photo that was announced and is none of its visit yet. It becomes one of the same id. */
@Entity({ tableName: 'visit_photo_upload', ...visibleRows('visit_photo_upload', `account_id = ${viewerAccount}`) })
export class VisitPhotoUpload {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Index()
  @ManyToOne({ entity: () => Booking, mapToPk: true, deleteRule: 'cascade' })
  booking!: string;

  @Index()
  @ManyToOne({ entity: () => Account, mapToPk: true, deleteRule: 'cascade' })
  account!: string;

  @Property({ type: 'text' })
  moment!: PhotoMoment;

  @Property({ type: 'integer' })
  bytes!: number;

  /** Until when its address takes the file. */
  @Property({ type: 'timestamptz' })
  expiresAt!: Date;

  /** Where somebody who looks into the file at present will keep it; null while nobody does. */
  @Property({ type: 'text', nullable: true })
  fileKey!: string | null;

  @Property({ type: 'timestamptz', nullable: true })
  claimedAt!: Date | null;
}
