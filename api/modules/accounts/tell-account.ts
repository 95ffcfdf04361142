import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { EntityManager } from '../../platform/database.ts';
import { publish } from '../../platform/outbox.ts';
import type { Vault } from '../../platform/vault.ts';
import { AccountMessage, SEALED_ACCOUNT_MESSAGE } from './account-message.entity.ts';
import type { AccountMessageKind } from './account-message.entity.ts';

/** An account is to be told something about itself: `{ messageId }`. */
export const ACCOUNT_MESSAGE = 'account.message';

interface MessageDraft {
  /** Null for an address that has no account yet; then it needs a recipient and a language. */
  readonly accountId: string | null;
  readonly kind: AccountMessageKind;
  /** Where it goes; the account's own address if left out. */
  readonly recipient?: string | null;
  readonly tokenId?: string | null;
  readonly locale?: string | null;
  readonly userAgent?: string | null;
}

/** Has the account told, once the transaction of `em` commits. */
export async function tellAccount(
  em: EntityManager,
  { clock, vault }: { readonly clock: Clock; readonly vault: Vault },
  { accountId, kind, recipient, tokenId, locale, userAgent }: MessageDraft,
): Promise<void> {
  const id = newId();
  await em.insert(
    AccountMessage,
    vault.sealRow(SEALED_ACCOUNT_MESSAGE, {
      id,
      account: accountId,
      kind,
      recipient: recipient ?? null,
      tokenId: tokenId ?? null,
      locale: locale ?? null,
      userAgent: userAgent?.slice(0, 300) ?? null,
      createdAt: clock.now(),
    }),
  );
  await publish(em, clock, [{ topic: ACCOUNT_MESSAGE, payload: { messageId: id } }]);
}
