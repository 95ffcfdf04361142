import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { viewerAccount, visibleRows } from '../../platform/row-policies.ts';
import { Account } from '../accounts/index.ts';
import { Booking } from '../bookings/index.ts';

/** A photo that was announced and has not been looked into. It becomes one of the same id. */
@Entity({ tableName: 'message_photo_upload', ...visibleRows('message_photo_upload', `account_id = ${viewerAccount}`) })
export class MessagePhotoUpload {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Index()
  @ManyToOne({ entity: () => Booking, mapToPk: true, deleteRule: 'cascade' })
  booking!: string;

  @Index()
  @ManyToOne({ entity: () => Account, mapToPk: true, deleteRule: 'cascade' })
  account!: string;

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
