import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { viewerHasRole, ownsProvider, visibleRows } from '../../platform/row-policies.ts';
import { Provider } from '../providers/index.ts';
import { Course } from './course.entity.ts';

/** A provider has read a lesson. Lessons live inside versions of the course, so their id is no foreign key. */
@Unique({ properties: ['provider', 'lesson'] })
@Entity({
  tableName: 'lesson_progress',
  ...visibleRows('lesson_progress', `${ownsProvider('provider_id')} or ${viewerHasRole('OPERATOR', 'ADMINISTRATOR')}`),
})
export class LessonProgress {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Provider, mapToPk: true, deleteRule: 'cascade' })
  provider!: string;

  @ManyToOne({ entity: () => Course, mapToPk: true, deleteRule: 'cascade' })
  course!: string;

  @Property({ type: 'uuid' })
  lesson!: string;

  /** The last time it was read to its end. */
  @Property({ type: 'timestamptz' })
  readAt!: Date;
}
