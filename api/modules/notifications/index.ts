export { scheduleReminders } from './jobs/notification.jobs.ts';
