export { Delivery } from './delivery.entity.ts';
export { scheduleReminders } from './jobs/notification.jobs.ts';
