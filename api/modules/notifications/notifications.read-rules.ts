import type { ReadRules } from '../../platform/read-rules.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { canReadDeliveries } from './notifications.policy.ts';

export const notificationsReadRules: ReadRules = {
  Delivery: { read: ({ viewer }: RequestContext) => canReadDeliveries(viewer) },
};
