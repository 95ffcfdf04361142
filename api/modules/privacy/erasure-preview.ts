import type { Clock } from '../../kernel/clock.ts';
import { localize } from '../../kernel/localized-text.ts';
import type { EntityManager } from '../../platform/database.ts';
import { asSystem } from '../../platform/database-identity.ts';
import type { ErasureObstacle } from '../../platform/personal-data.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { Account } from '../accounts/index.ts';
import type { ErasureObstacleType } from './privacy.errors.ts';
import type { ErasurePreview } from './privacy.type.ts';
import { personalDataRegister } from './register.ts';

/** For how long an erasure can be taken back. */
export const UNDO_DAYS = 7;

/** What erasing the viewer's account would do, and what stands in the way. */
export async function previewErasure(context: RequestContext, { accountId }: ViewerIdentity): Promise<ErasurePreview> {
  const account = await context.loaders.get(Account, accountId);
  return {
    obstacles: await listOwnObstacles(context, accountId),
    kept: keptReasons(context),
    undoDays: UNDO_DAYS,
    confirmation: account.displayName,
  };
}

/** What stands in the viewer's way. Others who could take over count too, whom the viewer's own rows do not show. */
export async function listOwnObstacles(context: RequestContext, accountId: string): Promise<ErasureObstacleType[]> {
  const found = await asSystem(() => listObstacles(context.em.fork(), context.clock, accountId));
  return found.map((one) => present(one, context));
}

export async function listObstacles(em: EntityManager, clock: Clock, accountId: string): Promise<ErasureObstacle[]> {
  const found: ErasureObstacle[] = [];
  for (const handler of personalDataRegister().handlers.values())
    found.push(...((await handler.obstacles?.(em, clock, accountId)) ?? []));
  return found;
}

function present(
  { code, message, subjectIds }: ErasureObstacle,
  { locale }: Pick<RequestContext, 'locale'>,
): ErasureObstacleType {
  return { code, message: localize(message, locale), subjectIds };
}

/** Each reason once, in the order of the register. */
function keptReasons({ locale }: RequestContext): string[] {
  const reasons = personalDataRegister().tables.flatMap(({ columns }) =>
    Object.values(columns).flatMap(({ erased }) =>
      typeof erased === 'object' && 'kept' in erased ? [localize(erased.kept, locale)] : [],
    ),
  );
  return [...new Set(reasons)];
}
