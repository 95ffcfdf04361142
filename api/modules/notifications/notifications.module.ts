import type { ModuleDefinition } from '../../platform/module.ts';
import { Delivery, SEALED_DELIVERY } from './delivery.entity.ts';
import { notificationJobs, notificationSubscribers } from './jobs/notification.jobs.ts';
import { DeliveryResolver, NotificationsResolver } from './notifications.resolver.ts';
import { notificationsReadRules } from './notifications.read-rules.ts';
import { notificationsPersonalData } from './notifications.personal.ts';

export const notificationsModule: ModuleDefinition = {
  name: 'notifications',
  readRules: notificationsReadRules,
  personal: notificationsPersonalData,
  sealed: [SEALED_DELIVERY],
  entities: [Delivery],
  resolvers: [NotificationsResolver, DeliveryResolver],
  jobs: notificationJobs,
  subscribers: notificationSubscribers,
};
