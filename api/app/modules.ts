import { accountsModule } from '../modules/accounts/accounts.module.ts';
import { auditLogModule } from '../modules/audit-log/audit-log.module.ts';
import { availabilityModule } from '../modules/availability/availability.module.ts';
import { bookingsModule } from '../modules/bookings/bookings.module.ts';
import { catalogModule } from '../modules/catalog/catalog.module.ts';
import { notificationsModule } from '../modules/notifications/notifications.module.ts';
import { onboardingModule } from '../modules/onboarding/onboarding.module.ts';
import { paymentsModule } from '../modules/payments/payments.module.ts';
import { pricingModule } from '../modules/pricing/pricing.module.ts';
import { providersModule } from '../modules/providers/providers.module.ts';
import { qualificationsModule } from '../modules/qualifications/qualifications.module.ts';
import { reviewsModule } from '../modules/reviews/reviews.module.ts';
import { searchModule } from '../modules/search/search.module.ts';
import { trainingModule } from '../modules/training/training.module.ts';
import type { ModuleDefinition } from '../platform/module.ts';

/** Everything the application is made of, in the order of what may know what. */
export const modules: readonly ModuleDefinition[] = [
  accountsModule,
  catalogModule,
  providersModule,
  qualificationsModule,
  trainingModule,
  pricingModule,
  availabilityModule,
  onboardingModule,
  searchModule,
  paymentsModule,
  bookingsModule,
  reviewsModule,
  notificationsModule,
  auditLogModule,
];

/** Every table with columns that only the vault can read. */
export const sealedTables = modules.flatMap((module) => module.sealed ?? []);
