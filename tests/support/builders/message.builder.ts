import { newId } from '../../../api/kernel/ids.ts';
import { MessagePhotoUpload } from '../../../api/modules/messages/message-photo-upload.entity.ts';
import { ReportReason, ReportState } from '../../../api/modules/messages/message-report.enums.ts';
import { MessageReport, SEALED_MESSAGE_REPORT } from '../../../api/modules/messages/message-report.entity.ts';
import { MessageThread } from '../../../api/modules/messages/message-thread.entity.ts';
import { SEALED_MESSAGE } from '../../../api/modules/messages/message.entity.ts';
import { Message, MessageSide } from '../../../api/modules/messages/index.ts';
import type { EntityManager } from '../../../api/platform/database.ts';
import type { Unsealed } from '../../../api/platform/vault.ts';
import { TEST_NOW } from '../fakes/clock.ts';
import { TEST_VAULT } from '../test-keys.ts';

type UnsealedMessage = Unsealed<Message, 'body'>;

/** The first message of a booking, by its household unless the overrides say otherwise. */
export async function buildMessage(
  em: EntityManager,
  overrides: Partial<UnsealedMessage> & Pick<UnsealedMessage, 'booking' | 'author'>,
): Promise<UnsealedMessage> {
  const message: UnsealedMessage = {
    id: newId(),
    sequence: 1,
    side: MessageSide.HOUSEHOLD,
    body: 'Hello',
    masked: false,
    sentAt: TEST_NOW,
    ...overrides,
  };
  await em.insert(MessageThread, {
    id: newId(),
    booking: message.booking,
    lastSequence: message.sequence,
    lastMessageAt: message.sentAt,
  });
  await em.insert(Message, TEST_VAULT.sealRow(SEALED_MESSAGE, message));
  return message;
}

/** An open report of a message by the other side. */
export async function buildMessageReport(
  em: EntityManager,
  message: Pick<Message, 'id' | 'booking' | 'side'>,
  reporter: string,
  note: string | null = null,
): Promise<string> {
  const report = TEST_VAULT.sealRow(SEALED_MESSAGE_REPORT, {
    id: newId(),
    message: message.id,
    booking: message.booking,
    reporter,
    side: message.side === MessageSide.HOUSEHOLD ? MessageSide.PROVIDER : MessageSide.HOUSEHOLD,
    reason: ReportReason.ABUSE,
    note,
    state: ReportState.OPEN,
    reportedAt: TEST_NOW,
    closedAt: null,
  });
  await em.insert(MessageReport, report);
  return report.id;
}

/** A photo that was announced and has not come. */
export async function buildPhotoUpload(em: EntityManager, booking: string, account: string): Promise<string> {
  const id = newId();
  await em.insert(MessagePhotoUpload, {
    id,
    booking,
    account,
    bytes: 1_000,
    expiresAt: new Date(TEST_NOW.getTime() + 900_000),
    fileKey: null,
    claimedAt: null,
  });
  return id;
}
