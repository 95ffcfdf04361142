import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { viewerHasRole, visibleRows } from '../../platform/row-policies.ts';
import { sealedTable } from '../../platform/vault.ts';
import type { Sealed } from '../../platform/vault.ts';
import { Course } from './course.entity.ts';

/** Kept as long as a version of its course names it, as `image:<id>` in the words of a lesson. */
@ObjectType({ description: 'A picture of a course. Its authors and the providers who take the course read this type.' })
@Entity({
  tableName: 'lesson_image',
  ...visibleRows('lesson_image', viewerHasRole('PROVIDER', 'OPERATOR', 'ADMINISTRATOR')),
})
export class LessonImage {
  @Field(() => ID, { description: 'Identifies the picture: lessons show it by ![words](image:<id>).' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Index()
  @ManyToOne({ entity: () => Course, mapToPk: true, deleteRule: 'cascade' })
  course!: string;

  @Field(() => String, { description: 'What is kept: image/jpeg or image/webp.' })
  @Property({ type: 'text' })
  contentType!: string;

  @Field(() => Int, { description: 'Length of what is kept.' })
  @Property({ type: 'integer' })
  bytes!: number;

  @Field(() => Int, { description: 'Its width in pixels.' })
  @Property({ type: 'integer' })
  width!: number;

  @Field(() => Int, { description: 'Its height in pixels.' })
  @Property({ type: 'integer' })
  height!: number;

  /** Of what is kept, in hexadecimal. */
  @Property({ type: 'text' })
  sha256!: string;

  /** Where the file store keeps it. */
  @Property({ type: 'text' })
  fileKey!: string;

  /** Without this the file can never be read again. */
  @Property({ type: 'text' })
  documentKey!: Sealed;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}

export const SEALED_LESSON_IMAGE = sealedTable<LessonImage>()('lesson_image', { documentKey: 'document_key' });
