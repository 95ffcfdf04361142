import { MessageSide } from '../../../../api/modules/messages/index.ts';
import { buildMessage, buildMessageReport, buildPhotoUpload } from '../../builders/message.builder.ts';
import { ACCOUNTS, secretOf } from '../callers.ts';
import type { Person } from '../callers.ts';
import type { MatrixScene } from '../matrix-scene.ts';
import type { Subject } from '../subjects.ts';
import { bookingSubjects } from './booking-subjects.ts';

/** A booking of that person with one message, which the other side wrote to them. */
async function makeReceived(
  scene: MatrixScene,
  person: Person,
): Promise<{ id: string; booking: string; side: MessageSide }> {
  const booking = await bookingSubjects.booking.make(scene, person);
  const { household, provider } = scene.strangers;
  const writes = person.provider ? MessageSide.HOUSEHOLD : MessageSide.PROVIDER;
  const author = writes === MessageSide.HOUSEHOLD ? household : provider;
  return buildMessage(scene.api.em, {
    booking,
    author: author.account.id,
    side: writes,
    body: secretOf(household, 'words'),
  });
}

export const messageSubjects = {
  talk: {
    owners: ACCOUNTS,
    stranger: 'household',
    make: async (scene, person) => (await makeReceived(scene, person)).booking,
  },
  receivedMessage: {
    owners: ACCOUNTS,
    stranger: 'household',
    make: async (scene, person) => (await makeReceived(scene, person)).id,
  },
  messagePhotoUpload: {
    owners: ACCOUNTS,
    stranger: 'household',
    make: async (scene, person) =>
      buildPhotoUpload(scene.api.em, await bookingSubjects.booking.make(scene, person), person.account.id),
  },
  messageReport: {
    owners: [],
    stranger: 'household',
    make: async (scene, person) => {
      const message = await makeReceived(scene, person);
      return buildMessageReport(
        scene.api.em,
        message,
        person.account.id,
        secretOf(scene.strangers.household, 'complaint'),
      );
    },
  },
} as const satisfies Record<string, Subject>;
