import { pino } from 'pino';
import { Loaders } from '../../../api/platform/loaders.ts';
import type { RequestContext } from '../../../api/platform/request-context.ts';
import { newId } from '../../../api/kernel/ids.ts';
import { TEST_VAULT } from '../test-keys.ts';
import type { CallerName } from './callers.ts';
import type { MatrixScene } from './matrix-scene.ts';

/** What a resolver knows of a request of that caller, for rules that are asked without a request. It sees every row. */
export function contextOf({ api, people }: MatrixScene, caller: CallerName): RequestContext {
  const { em } = api;
  const person = people[caller];
  const identity = person && {
    accountId: person.account.id,
    sessionId: newId(),
    householdId: person.account.id,
    householdRole: 'OWNER',
    roles: person.account.roles,
    authenticatedAt: api.clock.now(),
  };
  const context: Partial<RequestContext> = {
    viewer: identity,
    em,
    clock: api.clock,
    vault: TEST_VAULT,
    files: api.files,
    locale: 'en',
    loaders: new Loaders(em),
    logger: pino({ level: 'silent' }),
    reference: newId(),
  };
  return context as RequestContext;
}
