import { LockMode } from '@mikro-orm/core';
import { isId } from '../../kernel/ids.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { Region } from '../catalog/index.ts';
import { Provider } from '../providers/index.ts';
import { CredentialType } from './credential-type.entity.ts';
import { Credential, CredentialState } from './credential.entity.ts';
import { EDITABLE_STATES } from './domain/credential-transitions.ts';
import { bringCredential } from './move-credential.ts';
import { newCredential } from './new-credential.ts';
import type { InvalidCredentialError } from './qualifications.errors.ts';
import type { StartCredentialInput } from './qualifications.inputs.ts';
import type { CredentialStarted } from './qualifications.type.ts';
import { isWaiting, refuseSubmission } from './submission-refusals.ts';

/**
 * Begins a credential to which evidence can be attached. What was begun and not handed in, or sent back for more, goes
 * on: there is one of each type at a time.
 */
export async function startCredential(
  context: RequestContext,
  provider: Provider,
  input: StartCredentialInput,
): Promise<CredentialStarted | InvalidCredentialError> {
  const type = isId(input.typeId) ? await context.loaders.find(CredentialType, input.typeId) : null;
  if (type === null) return refuseSubmission(context, 'UNKNOWN_TYPE');
  const region = await context.loaders.get(Region, provider.region);
  return inUnitOfWork(context.em, async (em) => {
    // Of two begun at once, the second waits here and then finds the first.
    await em.findOneOrFail(Provider, { id: provider.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const begun = await em.findOne(
      Credential,
      {
        provider: provider.id,
        type: type.id,
        state: { $in: EDITABLE_STATES.filter((state) => state !== 'REJECTED').map((state) => CredentialState[state]) },
      },
      { disableIdentityMap: true, orderBy: { createdAt: 'desc' } },
    );
    if (begun !== null) return { credential: begun };
    if (await isWaiting(em, provider.id, type.id)) return refuseSubmission(context, 'ALREADY_WAITING');
    const credential = newCredential(context.vault, provider.id, type.id, context.clock.now());
    await bringCredential(em, context.clock, credential, {
      act: 'START',
      actor: 'PROVIDER',
      actorAccount: provider.account,
      timeZone: region.timeZone,
    });
    return { credential };
  });
}
