import { Field, ObjectType, createUnionType } from 'type-graphql';
import { UploadCreated } from '../../platform/upload.type.ts';
import { LessonImage } from './lesson-image.entity.ts';
import { InvalidLessonImageError } from './training.errors.ts';

@ObjectType({
  implements: UploadCreated,
  description:
    'Where to send the picture: PUT its bytes to the address with these headers, then call finishLessonImageUpload. An interrupted upload is simply sent again.',
})
export class LessonImageUploadCreated extends UploadCreated {}

@ObjectType({ description: 'The course has the picture.' })
export class LessonImageAdded {
  @Field(() => LessonImage, { description: 'The picture as it is kept.' })
  image!: LessonImage;
}

export const CreateLessonImageUploadResult = createUnionType({
  name: 'CreateLessonImageUploadResult',
  description: 'What comes of announcing a picture.',
  types: () => [LessonImageUploadCreated, InvalidLessonImageError] as const,
  resolveType: (value) => ('uploadId' in value ? LessonImageUploadCreated : InvalidLessonImageError),
});

export const FinishLessonImageUploadResult = createUnionType({
  name: 'FinishLessonImageUploadResult',
  description: 'What comes of an upload.',
  types: () => [LessonImageAdded, InvalidLessonImageError] as const,
  resolveType: (value) => ('image' in value ? LessonImageAdded : InvalidLessonImageError),
});
