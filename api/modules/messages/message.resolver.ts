import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { localize } from '../../kernel/localized-text.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { isWiped } from '../../platform/vault.ts';
import { Account, requireViewer } from '../accounts/index.ts';
import { Booking } from '../bookings/index.ts';
import { Provider } from '../providers/index.ts';
import { markMessagesRead } from './mark-messages-read.service.ts';
import { MESSAGE_PHOTO_SOURCE } from './message-photo-source.ts';
import { MessagePhoto } from './message-photo.entity.ts';
import { createMessagePhotoUpload, finishMessagePhotoUpload } from './message-photos.service.ts';
import { MessageReport } from './message-report.entity.ts';
import { MessageSide } from './message-side.ts';
import { Message } from './message.entity.ts';
import {
  CreateMessagePhotoUploadInput,
  MarkMessagesReadInput,
  ReportMessageInput,
  SendMessageInput,
} from './messages.inputs.ts';
import {
  CreateMessagePhotoUploadResult,
  FinishMessagePhotoUploadResult,
  ReportMessageResult,
  SendMessageResult,
} from './messages.type.ts';
import { reportMessage } from './report-message.service.ts';
import { sendMessage } from './send-message.service.ts';

const ADDRESS_MINUTES = 15;

@Resolver(() => Message)
export class MessageResolver {
  @Mutation(() => SendMessageResult, { description: 'Writes to the other side of a booking.' })
  async sendMessage(
    @Arg('input', () => SendMessageInput, { description: 'The message.' }) input: SendMessageInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SendMessageResult> {
    return sendMessage(context, input);
  }

  @Mutation(() => Boolean, { description: 'Says how far you have read; false where nothing changes by it.' })
  async markMessagesRead(
    @Arg('input', () => MarkMessagesReadInput, { description: 'The mark.' }) input: MarkMessagesReadInput,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    return markMessagesRead(context, input);
  }

  @Mutation(() => ReportMessageResult, { description: 'Asks operators to look at a message of the other side.' })
  async reportMessage(
    @Arg('input', () => ReportMessageInput, { description: 'The message and why.' }) input: ReportMessageInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ReportMessageResult> {
    return reportMessage(context, input);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The words; empty where there are only photos, null when they are not kept any more.',
  })
  text(@Root() { id, body }: Message, @Ctx() { vault }: RequestContext): string | null {
    return isWiped(body) ? null : vault.open('message.body', id, body);
  }

  @FieldResolver(() => Boolean, { description: 'Whether you wrote it.' })
  isOwn(@Root() { author }: Message, @Ctx() { viewer }: RequestContext): boolean {
    return viewer?.accountId === author;
  }

  @FieldResolver(() => String, {
    description: 'Name of who wrote it: to their own household the person, to the other side the household.',
  })
  async authorName(@Root() message: Message, @Ctx() context: RequestContext): Promise<string> {
    const booking = await context.loaders.get(Booking, message.booking);
    if (message.side === MessageSide.PROVIDER) {
      // Somebody else may have taken the visit over since.
      const [writer] = await context.loaders.list(Provider, 'account', message.author);
      const { displayName } = writer ?? (await context.loaders.get(Provider, booking.provider));
      return localize(displayName, context.locale);
    }
    const isOfHousehold = [context.viewer?.accountId, context.viewer?.householdId].includes(booking.household);
    const person = isOfHousehold ? await context.loaders.find(Account, message.author) : null;
    return (person ?? (await context.loaders.get(Account, booking.household))).displayName;
  }

  @FieldResolver(() => [MessagePhoto], { description: 'Its photos, in order.' })
  async photos(@Root() { id }: Message, @Ctx() context: RequestContext): Promise<MessagePhoto[]> {
    return context.loaders.list(MessagePhoto, 'message', id, { position: 'asc', id: 'asc' });
  }

  @FieldResolver(() => Boolean, { description: 'Whether you have reported it.' })
  async isReported(@Root() { id }: Message, @Ctx() context: RequestContext): Promise<boolean> {
    const reports = await context.loaders.list(MessageReport, 'message', id);
    return reports.some(({ reporter }) => reporter === context.viewer?.accountId);
  }
}

@Resolver(() => MessagePhoto)
export class MessagePhotoResolver {
  @Mutation(() => CreateMessagePhotoUploadResult, { description: 'Announces a photo and says where to send it.' })
  async createMessagePhotoUpload(
    @Arg('input', () => CreateMessagePhotoUploadInput, { description: 'The photo.' })
    input: CreateMessagePhotoUploadInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof CreateMessagePhotoUploadResult> {
    return createMessagePhotoUpload(context, requireViewer(context), input);
  }

  @Mutation(() => FinishMessagePhotoUploadResult, {
    description: 'Looks into an uploaded photo and keeps it for a message of yours; safe to repeat.',
  })
  async finishMessagePhotoUpload(
    @Arg('uploadId', () => ID, { description: 'The upload.' }) uploadId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof FinishMessagePhotoUploadResult> {
    return finishMessagePhotoUpload(context, requireViewer(context), uploadId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Address of the photo for you alone, for 15 minutes; null when it is not kept any more.',
  })
  url(@Root() photo: MessagePhoto, @Ctx() context: RequestContext): string | null {
    if (isWiped(photo.documentKey)) return null;
    return context.files.signReadUrl({
      source: MESSAGE_PHOTO_SOURCE,
      id: photo.id,
      accountId: requireViewer(context).accountId,
      expiresAt: new Date(context.clock.now().getTime() + ADDRESS_MINUTES * 60_000),
    });
  }
}
