export { scheduleReminders } from './jobs/visit-timers.ts';
