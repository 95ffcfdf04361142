import type { ModuleDefinition } from '../../platform/module.ts';
import { Delivery } from './delivery.entity.ts';
import { notificationJobs, notificationSubscribers } from './jobs/notification.jobs.ts';
import { NotificationsResolver } from './notifications.resolver.ts';

export const notificationsModule: ModuleDefinition = {
  name: 'notifications',
  entities: [Delivery],
  resolvers: [NotificationsResolver],
  jobs: notificationJobs,
  subscribers: notificationSubscribers,
};
