import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { viewerAccount, visibleRows } from '../../platform/row-policies.ts';
import { Account } from '../accounts/index.ts';
import { Course } from './course.entity.ts';

/** A picture that was announced and is none of its course yet. It becomes one of the same id. */
@Entity({ tableName: 'lesson_image_upload', ...visibleRows('lesson_image_upload', `account_id = ${viewerAccount}`) })
export class LessonImageUpload {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Index()
  @ManyToOne({ entity: () => Course, mapToPk: true, deleteRule: 'cascade' })
  course!: string;

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
