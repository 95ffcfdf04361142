import { z } from 'zod';
import { defineHandler } from '../../../platform/module.ts';
import type { JobContext, MessageHandler } from '../../../platform/module.ts';
import { Account } from '../account.entity.ts';
import { AddressRequest, AddressWish, SEALED_ADDRESS_REQUEST } from '../address-request.entity.ts';
import { ANSWER_ADDRESS } from '../ask-address.ts';
import { TokenPurpose, issueToken } from '../one-time-token.ts';
import { sendResetLink } from '../reset-link.ts';
import { tellAccount } from '../tell-account.ts';

/** Once a day: forget what was asked of addresses that nobody proved: `{ day }`. */
export const FORGET_ADDRESS_REQUESTS = 'forget-address-requests';

const KEPT_DAYS = 7;
const CHANGE_MINUTES = 24 * 60;

export const accountJobs: readonly MessageHandler[] = [
  defineHandler({
    topic: ANSWER_ADDRESS,
    payload: z.object({ requestId: z.uuid() }),
    handle: async (context, { requestId }) => {
      const open = { id: requestId, expiresAt: { $gt: context.clock.now() } };
      const request = await context.em.findOne(AddressRequest, open, { disableIdentityMap: true });
      if (request !== null) await answerRequest(context, request);
    },
  }),
  defineHandler({
    topic: FORGET_ADDRESS_REQUESTS,
    payload: z.object({ day: z.iso.date() }),
    handle: async ({ em, clock }) => {
      const before = new Date(clock.now().getTime() - KEPT_DAYS * 86_400_000);
      await em.nativeDelete(AddressRequest, { createdAt: { $lt: before } });
    },
  }),
];

/** What the owner of the address gets, and nobody else learns. */
async function answerRequest(context: JobContext, request: AddressRequest): Promise<void> {
  const { em, vault } = context;
  const { email } = vault.openRow(SEALED_ADDRESS_REQUEST, request);
  const emailHash = vault.lookupHash('account.email', email);
  const owner = await em.findOne(Account, { emailHash }, { disableIdentityMap: true });
  // A sign-up is kept until its link is used; of everything else the message is all there is.
  const isToBeProven = request.wish === AddressWish.SIGN_UP && owner === null;
  if (!isToBeProven) await em.nativeDelete(AddressRequest, { id: request.id });
  if (owner?.bannedAt != null) return;
  if (request.wish === AddressWish.RESET_PASSWORD) {
    if (owner !== null) await sendResetLink(em, context, owner.id);
  } else if (owner !== null) {
    await tellAccount(em, context, { accountId: owner.id, kind: 'address-known' });
  } else if (isToBeProven) {
    await tellAccount(em, context, {
      accountId: null,
      kind: 'verify-email',
      recipient: email,
      tokenId: request.id,
      locale: request.locale,
    });
  } else if (request.account !== null) {
    const token = await issueToken(em, context, {
      accountId: request.account,
      purpose: TokenPurpose.CHANGE_EMAIL,
      minutes: CHANGE_MINUTES,
      subject: email,
    });
    const to = { accountId: request.account, recipient: email, tokenId: token.id };
    await tellAccount(em, context, { ...to, kind: 'confirm-email' });
  }
}
