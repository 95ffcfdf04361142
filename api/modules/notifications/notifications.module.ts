import type { ModuleDefinition } from '../../platform/module.ts';
import { Delivery, SEALED_DELIVERY } from './delivery.entity.ts';
import { notificationJobs, notificationSubscribers } from './jobs/notification.jobs.ts';
import { DeliveryResolver, NotificationsResolver } from './notifications.resolver.ts';
import { notificationsPersonalData } from './notifications.personal.ts';

export const notificationsModule: ModuleDefinition = {
  name: 'notifications',
  personal: notificationsPersonalData,
  sealed: [SEALED_DELIVERY],
  entities: [Delivery],
  resolvers: [NotificationsResolver, DeliveryResolver],
  jobs: notificationJobs,
  subscribers: notificationSubscribers,
};
