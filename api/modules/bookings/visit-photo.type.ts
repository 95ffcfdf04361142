import { Field, ObjectType, createUnionType } from 'type-graphql';
import { UploadCreated } from '../../platform/upload.type.ts';
import { UserError } from '../../platform/user-error.type.ts';
import { VisitPhoto } from './visit-photo.entity.ts';

@ObjectType({ implements: UserError, description: 'The photo is not taken.' })
export class InvalidVisitPhotoError extends UserError {}

@ObjectType({
  implements: UploadCreated,
  description:
    'Where to send the photo: PUT its bytes to the address with these headers, then call finishVisitPhotoUpload. An interrupted upload is simply sent again.',
})
export class VisitPhotoUploadCreated extends UploadCreated {}

@ObjectType({ description: 'The visit has the photo.' })
export class VisitPhotoAdded {
  @Field(() => VisitPhoto, { description: 'The photo as it is kept.' })
  photo!: VisitPhoto;
}

export const CreateVisitPhotoUploadResult = createUnionType({
  name: 'CreateVisitPhotoUploadResult',
  description: 'What comes of announcing a photo.',
  types: () => [VisitPhotoUploadCreated, InvalidVisitPhotoError] as const,
  resolveType: (value) => ('uploadId' in value ? VisitPhotoUploadCreated : InvalidVisitPhotoError),
});

export const FinishVisitPhotoUploadResult = createUnionType({
  name: 'FinishVisitPhotoUploadResult',
  description: 'What comes of an upload.',
  types: () => [VisitPhotoAdded, InvalidVisitPhotoError] as const,
  resolveType: (value) => ('photo' in value ? VisitPhotoAdded : InvalidVisitPhotoError),
});
