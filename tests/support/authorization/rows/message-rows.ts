import { randomUUID } from 'node:crypto';
import type { Names, Rows } from '../matrix-rows.ts';

/** Of its two sides alone: operators have no part in it. */
const aTalk: Names = { a: 'talk' };
const aReport: Names = { a: 'messageReport', everybodysFor: ['operator'] };

export const messageRows = {
  conversation: { for: 'everybody', ids: { bookingId: aTalk } },
  myConversations: { for: 'accounts' },
  sendMessage: {
    for: 'accounts',
    ids: { 'input.bookingId': aTalk, 'input.photoIds[]': 'public' },
    variables: () => ({ input: { text: 'Hello', photoIds: [], idempotencyKey: randomUUID() } }),
  },
  markMessagesRead: {
    for: 'accounts',
    ids: { 'input.bookingId': aTalk },
    variables: () => ({ input: { sequence: 1 } }),
  },
  createMessagePhotoUpload: {
    for: 'accounts',
    ids: { 'input.bookingId': aTalk },
    variables: () => ({ input: { contentType: 'image/jpeg', bytes: 1_000 } }),
  },
  finishMessagePhotoUpload: { for: 'accounts', ids: { uploadId: { a: 'messagePhotoUpload' } } },
  reportMessage: {
    for: 'accounts',
    ids: { 'input.messageId': { a: 'receivedMessage' } },
    variables: () => ({ input: { reason: 'ABUSE' } }),
  },
  messageReports: { for: ['operator'] },
  messageReport: { for: ['operator'], ids: { id: aReport } },
  closeMessageReport: {
    for: ['operator'],
    ids: { 'input.reportId': aReport },
    variables: () => ({ input: { outcome: 'UPHELD', reason: 'asked for' } }),
  },
  messageAdded: { for: 'accounts', ids: { bookingId: aTalk } },
  messagesRead: { for: 'accounts', ids: { bookingId: aTalk } },
} as const satisfies Rows;
