import { LockMode } from '@mikro-orm/core';
import { isId } from '../../kernel/ids.ts';
import { localDateAt } from '../../kernel/zoned-time.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { Region } from '../catalog/index.ts';
import { Provider } from '../providers/index.ts';
import { CredentialType } from './credential-type.entity.ts';
import { Credential, CredentialState } from './credential.entity.ts';
import { isEditable } from './domain/credential-transitions.ts';
import { fitsNumberFormats } from './domain/number-format.ts';
import { dueAfter, dueAfterPause, lastValidDay } from './domain/review-clock.ts';
import { Evidence } from './evidence.entity.ts';
import { bringCredential, moveCredential } from './move-credential.ts';
import type { CredentialMove } from './move-credential.ts';
import { newCredential } from './new-credential.ts';
import type { InvalidCredentialError } from './qualifications.errors.ts';
import type { SubmitCredentialInput } from './qualifications.inputs.ts';
import type { CredentialSubmitted } from './qualifications.type.ts';
import { isWaiting, refuseSubmission } from './submission-refusals.ts';
import type { SubmissionRefusal } from './submission-refusals.ts';

/**
 * Hands in a credential of the provider who asks: a new one, a draft, or one that auditors sent back. One of each type
 * can wait at a time.
 */
export async function submitCredential(
  context: RequestContext,
  provider: Provider,
  input: SubmitCredentialInput,
): Promise<CredentialSubmitted | InvalidCredentialError> {
  const type = isId(input.typeId) ? await context.loaders.find(CredentialType, input.typeId) : null;
  if (type === null) return refuseSubmission(context, 'UNKNOWN_TYPE');
  const region = await context.loaders.get(Region, provider.region);
  const validUntil = input.validUntil ?? endByType(type, input.issuedOn);
  if (!fitsNumberFormats(input.number, type.numberFormats)) return refuseSubmission(context, 'NUMBER_FORMAT');
  const problem = problemOfDates(input, validUntil, localDateAt(context.clock.now(), region.timeZone));
  if (problem !== null) return refuseSubmission(context, problem);
  const number = input.number.trim();
  const stated = {
    issuedBy: input.issuedBy.trim(),
    issuedOn: input.issuedOn,
    validFrom: input.issuedOn,
    validUntil,
  };
  return inUnitOfWork(context.em, async (em) => {
    // Of two handed in at once, the second waits here and then finds the first.
    await em.findOneOrFail(Provider, { id: provider.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const begun = await findBegun(em, provider.id, type.id, input.credentialId ?? null);
    if (typeof begun === 'string') return refuseSubmission(context, begun);
    if (await isWaiting(em, provider.id, type.id)) return refuseSubmission(context, 'ALREADY_WAITING');
    const move: CredentialMove = {
      act: 'SUBMIT',
      actor: 'PROVIDER',
      actorAccount: provider.account,
      timeZone: region.timeZone,
      facts: { complete: await hasRequiredEvidence(em, type, begun) },
    };
    const credential = begun ?? newCredential(context.vault, provider.id, type.id, context.clock.now());
    const changes = {
      ...stated,
      number: context.vault.seal('credential.number', credential.id, number),
      ...queuePlace(credential, context.clock.now()),
    };
    const moved =
      begun === null
        ? await bringCredential(em, context.clock, Object.assign(credential, changes), move)
        : await moveCredential(em, context.clock, credential, { ...move, changes: () => changes });
    if ('refusal' in moved) {
      const isIncomplete = moved.refusal.because === 'guard' && moved.refusal.guard === 'complete';
      return refuseSubmission(context, isIncomplete ? 'EVIDENCE_MISSING' : 'NOT_EDITABLE');
    }
    return { credential };
  });
}

function endByType(type: CredentialType, issuedOn: string): string | null {
  return type.validityMonths === null ? null : lastValidDay(issuedOn, type.validityMonths);
}

function problemOfDates(
  { issuedOn }: SubmitCredentialInput,
  validUntil: string | null,
  today: string,
): SubmissionRefusal | null {
  if (issuedOn > today) return 'IN_FUTURE';
  return validUntil !== null && (validUntil < today || validUntil < issuedOn) ? 'OUT_OF_DATE' : null;
}

/** The credential to go on with, null where a new one is wanted, or what speaks against it. */
async function findBegun(
  em: EntityManager,
  providerId: string,
  typeId: string,
  credentialId: string | null,
): Promise<Credential | SubmissionRefusal | null> {
  if (credentialId === null) return null;
  const begun = isId(credentialId)
    ? await em.findOne(
        Credential,
        { id: credentialId, provider: providerId, type: typeId },
        { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true },
      )
    : null;
  if (begun === null) return 'UNKNOWN_CREDENTIAL';
  return isEditable(begun.state) ? begun : 'NOT_EDITABLE';
}

/** Whether there is a file of every kind that the type cannot do without. What is handed in without a draft has none. */
async function hasRequiredEvidence(
  em: EntityManager,
  type: CredentialType,
  begun: Credential | null,
): Promise<boolean> {
  const required = type.evidenceKinds.filter((kind) => kind.required);
  if (required.length === 0) return true;
  if (begun === null) return false;
  const files = await em.find(Evidence, { credential: begun.id }, { disableIdentityMap: true });
  return required.every(({ code }) => files.some(({ kind }) => kind === code));
}

/** What was only asked for more comes back to its place; what is new or was rejected goes to the end. */
function queuePlace(
  { state, submittedAt, dueAt, decidedAt, round }: Credential,
  now: Date,
): Pick<Credential, 'submittedAt' | 'dueAt' | 'round'> {
  if (state === CredentialState.MORE_INFO && submittedAt !== null && dueAt !== null && decidedAt !== null)
    return { submittedAt, dueAt: dueAfterPause(dueAt, decidedAt, now), round: round + 1 };
  return { submittedAt: now, dueAt: dueAfter(now), round: state === CredentialState.REJECTED ? round + 1 : round };
}
