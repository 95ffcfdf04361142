import { accountsModule } from '../modules/accounts/accounts.module.ts';
import { auditLogModule } from '../modules/audit-log/audit-log.module.ts';
import { availabilityModule } from '../modules/availability/availability.module.ts';
import { bookingsModule } from '../modules/bookings/bookings.module.ts';
import { catalogModule } from '../modules/catalog/catalog.module.ts';
import { loyaltyModule } from '../modules/loyalty/loyalty.module.ts';
import { messagesModule } from '../modules/messages/messages.module.ts';
import { notificationsModule } from '../modules/notifications/notifications.module.ts';
import { onboardingModule } from '../modules/onboarding/onboarding.module.ts';
import { paymentsModule } from '../modules/payments/payments.module.ts';
import { pricingModule } from '../modules/pricing/pricing.module.ts';
import { privacyModule } from '../modules/privacy/privacy.module.ts';
import { provideRegister } from '../modules/privacy/index.ts';
import { providersModule } from '../modules/providers/providers.module.ts';
import { qualityModule } from '../modules/quality/quality.module.ts';
import { qualificationsModule } from '../modules/qualifications/qualifications.module.ts';
import { reviewsModule } from '../modules/reviews/reviews.module.ts';
import { supportModule } from '../modules/support/support.module.ts';
import { searchModule } from '../modules/search/search.module.ts';
import { trainingModule } from '../modules/training/training.module.ts';
import { PLATFORM_READ_RULES } from '../platform/read-rules.ts';
import type { ReadRules } from '../platform/read-rules.ts';
import type { ModuleDefinition } from '../platform/module.ts';
import type { PersonalDataRegister } from '../platform/personal-data.ts';
import { platformPersonalData } from '../platform/platform.personal.ts';

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
  messagesModule,
  reviewsModule,
  loyaltyModule,
  qualityModule,
  supportModule,
  notificationsModule,
  auditLogModule,
  privacyModule,
];

/** Every table with columns that only the vault can read. */
export const sealedTables = modules.flatMap((module) => module.sealed ?? []);

/** Who may read which type, of all modules. */
export const readRules: ReadRules = Object.fromEntries(
  [PLATFORM_READ_RULES, ...modules.map((module) => module.readRules ?? {})].flatMap((rules) => Object.entries(rules)),
);

/** Every column that tells of a person, and every one that could be taken for such and does not. */
export const personalData: PersonalDataRegister = {
  tables: [platformPersonalData, ...modules.flatMap((module) => module.personal ?? [])].flatMap(({ tables }) => tables),
  impersonal: [platformPersonalData, ...modules.flatMap((module) => module.personal ?? [])].flatMap(
    ({ impersonal }) => impersonal,
  ),
  sealed: sealedTables,
  handlers: new Map(
    modules.flatMap(({ name, personal }) => (personal?.handler ? [[name, personal.handler] as const] : [])),
  ),
};
provideRegister(personalData);
