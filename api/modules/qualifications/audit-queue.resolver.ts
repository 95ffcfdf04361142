import { Ctx, Resolver, Root, Subscription } from 'type-graphql';
import type { SubscribeResolverData } from 'type-graphql';
import type { EventIds } from '../../platform/pubsub.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Role, requireRole } from '../accounts/index.ts';
import { AuditQueueChange } from './audit-queue-change.type.ts';
import { AUDIT_QUEUE_CHANGED } from './audit-queue.events.ts';

@Resolver()
export class AuditQueueResolver {
  @Subscription(() => AuditQueueChange, {
    topics: ({ context }: SubscribeResolverData) => {
      requireRole(context as RequestContext, Role.AUDITOR);
      return AUDIT_QUEUE_CHANGED;
    },
    description: 'Says that the queue of credentials has changed: look again. For auditors.',
  })
  auditQueueChanged(@Root() { credentialId }: EventIds, @Ctx() context: RequestContext): AuditQueueChange {
    requireRole(context, Role.AUDITOR);
    return { credentialId: credentialId ?? '' };
  }
}
