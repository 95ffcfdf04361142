import { randomBytes } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { isId, newId } from '../../kernel/ids.ts';
import { addDays } from '../../kernel/local-date.ts';
import { localDateAt } from '../../kernel/zoned-time.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { Region } from '../catalog/index.ts';
import { Provider } from '../providers/index.ts';
import { CredentialType } from './credential-type.entity.ts';
import { Credential, CredentialState } from './credential.entity.ts';

import { InvalidCredentialError } from './qualifications.errors.ts';
import type { SubmitCredentialInput } from './qualifications.inputs.ts';
import type { CredentialSubmitted } from './qualifications.type.ts';

/** Time an auditor has for a decision (Q3). */
const REVIEW_HOURS = 48;
const DAYS_PER_MONTH = 30;

/** Hands in a credential of the provider who asks. One of each type can wait at a time. */
export async function submitCredential(
  context: RequestContext,
  provider: Provider,
  input: SubmitCredentialInput,
): Promise<CredentialSubmitted | InvalidCredentialError> {
  const refuse = (code: string, field: string, text: LocalizedText): InvalidCredentialError =>
    new InvalidCredentialError(code, say(context, text), field);
  const type = isId(input.typeId) ? await context.loaders.find(CredentialType, input.typeId) : null;
  if (type === null)
    return refuse('UNKNOWN_TYPE', 'typeId', {
      en: 'There is no such type of credential.',
      'zh-CN': '没有这种资质类型。',
    });

  const now = context.clock.now();
  const region = await context.loaders.get(Region, provider.region);
  const today = localDateAt(now, region.timeZone);
  if (input.issuedOn > today)
    return refuse('IN_FUTURE', 'issuedOn', {
      en: 'The day of issue cannot lie ahead.',
      'zh-CN': '签发日期不能晚于今天。',
    });
  const validUntil =
    input.validUntil ??
    (type.validityMonths === null ? null : addDays(input.issuedOn, type.validityMonths * DAYS_PER_MONTH));
  if (validUntil !== null && validUntil < today)
    return refuse('OUT_OF_DATE', 'validUntil', {
      en: 'It is no longer valid: renew it first.',
      'zh-CN': '证件已过期，请先换证。',
    });

  return context.em.transactional(async (em) => {
    // Of two handed in at once, the second waits here and then finds the first.
    await em.findOneOrFail(Provider, { id: provider.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (await waitsForAuditor(em, provider.id, type.id))
      return refuse('ALREADY_WAITING', 'typeId', {
        en: 'One of this type already waits for an auditor.',
        'zh-CN': '同类资质正在等待审核。',
      });
    const id = newId();
    const credential = em.create(Credential, {
      id,
      provider: provider.id,
      type: type.id,
      state: CredentialState.SUBMITTED,
      number: context.vault.seal('credential.number', id, input.number.trim()),
      issuedBy: input.issuedBy.trim(),
      issuedOn: input.issuedOn,
      validFrom: input.issuedOn,
      validUntil,
      submittedAt: now,
      dueAt: new Date(now.getTime() + REVIEW_HOURS * 3_600_000),
      claimedBy: null,
      claimExpiresAt: null,
      verificationCode: randomBytes(12).toString('base64url'),
      version: 1,
    });
    em.persist(credential);
    return { credential };
  });
}

async function waitsForAuditor(em: EntityManager, providerId: string, typeId: string): Promise<boolean> {
  const open = [CredentialState.SUBMITTED, CredentialState.IN_REVIEW, CredentialState.SECOND_REVIEW];
  return (await em.count(Credential, { provider: providerId, type: typeId, state: { $in: open } })) > 0;
}
