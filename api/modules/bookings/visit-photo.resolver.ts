import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/request-context.ts';
import { requireViewer } from '../accounts/index.ts';
import { VISIT_PHOTO_SOURCE } from './visit-photo-source.ts';
import { VisitPhoto } from './visit-photo.entity.ts';
import { CreateVisitPhotoUploadResult, FinishVisitPhotoUploadResult } from './visit-photo.type.ts';
import { createVisitPhotoUpload, finishVisitPhotoUpload } from './visit-photos.service.ts';
import { CreateVisitPhotoUploadInput } from './visit.inputs.ts';

const ADDRESS_MINUTES = 15;

@Resolver(() => VisitPhoto)
export class VisitPhotoResolver {
  @FieldResolver(() => String, {
    description: 'Address of the photo, on this site. It works for 15 minutes, and for nobody but you.',
  })
  url(@Root() photo: VisitPhoto, @Ctx() context: RequestContext): string {
    return context.files.signReadUrl({
      source: VISIT_PHOTO_SOURCE,
      id: photo.id,
      accountId: requireViewer(context).accountId,
      expiresAt: new Date(context.clock.now().getTime() + ADDRESS_MINUTES * 60_000),
    });
  }

  @Mutation(() => CreateVisitPhotoUploadResult, {
    description: 'Announces a photo of a visit of yours, and says where to send it. For both sides.',
  })
  async createVisitPhotoUpload(
    @Arg('input', () => CreateVisitPhotoUploadInput, { description: 'The photo.' }) input: CreateVisitPhotoUploadInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof CreateVisitPhotoUploadResult> {
    return createVisitPhotoUpload(context, input);
  }

  @Mutation(() => FinishVisitPhotoUploadResult, {
    description: 'Looks into an uploaded photo and gives it to its visit; safe to repeat. For both sides.',
  })
  async finishVisitPhotoUpload(
    @Arg('uploadId', () => ID, { description: 'The upload.' }) uploadId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof FinishVisitPhotoUploadResult> {
    return finishVisitPhotoUpload(context, uploadId);
  }
}
