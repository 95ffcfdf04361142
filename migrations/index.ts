import type { Migration } from '@mikro-orm/migrations';
import { Migration20261122214525_initial_schema } from './Migration20261122214525_initial_schema.ts';
import { Migration20261122225817_index_service_areas } from './Migration20261122225817_index_service_areas.ts';
import { Migration20261123000802_audit_0007 } from './Migration20261123000802_audit_0007.ts';
import { Migration20261123000803_guard_audit_log } from './Migration20261123000803_guard_audit_log.ts';
import { Migration20261123002010_quals_0020 } from './Migration20261123002010_quals_0020.ts';
import { Migration20261123002011_what_was_decided_before } from './Migration20261123002011_what_was_decided_before.ts';
import { Migration20261123002729_training_0027 } from './Migration20261123002729_training_0027.ts';
import { Migration20261123002731_guard_published_courses } from './Migration20261123002731_guard_published_courses.ts';
import { Migration20261123003501_seal_personal_columns } from './Migration20261123003501_seal_personal_columns.ts';
import { Migration20261123003502_let_requests_work_as_their_own_role } from './Migration20261123003502_let_requests_work_as_their_own_role.ts';
import { Migration20261123004247_files_0042 } from './Migration20261123004247_files_0042.ts';
import { Migration20261123004825_audit_0048 } from './Migration20261123004825_audit_0048.ts';
import { Migration20261123005036_quals_0050 } from './Migration20261123005036_quals_0050.ts';
import { Migration20261123005114_name_who_asks } from './Migration20261123005114_name_who_asks.ts';
import { Migration20261123005115_row_level_security } from './Migration20261123005115_row_level_security.ts';
import { Migration20261123013519_quals_0135 } from './Migration20261123013519_quals_0135.ts';
import { Migration20261123021135_order_audit_entries_by_time } from './Migration20261123021135_order_audit_entries_by_time.ts';
import { Migration20261123022849_know_employers } from './Migration20261123022849_know_employers.ts';
import { Migration20261127224421_sign_in_foundation } from './Migration20261127224421_sign_in_foundation.ts';
import { Migration20261127230331_reschedule_bookings } from './Migration20261127230331_reschedule_bookings.ts';
import { Migration20261128002155_accounts_privacy_and_onboarding } from './Migration20261128002155_accounts_privacy_and_onboarding.ts';
import { Migration20261128002156_consents_only_grow } from './Migration20261128002156_consents_only_grow.ts';
import { Migration20261128024349_the_visit } from './Migration20261128024349_the_visit.ts';
import { Migration20261128025832_book_series } from './Migration20261128025832_book_series.ts';
import { Migration20261128031429_messages_and_refunds } from './Migration20261128031429_messages_and_refunds.ts';
import { Migration20261128033057_substitutes_and_waitlist } from './Migration20261128033057_substitutes_and_waitlist.ts';
import { Migration20261128065429_move_proposals } from './Migration20261128065429_move_proposals.ts';
import { Migration20261128074637_vouchers } from './Migration20261128074637_vouchers.ts';
import { Migration20261128080648_incidents } from './Migration20261128080648_incidents.ts';
import { Migration20261128110042_ledger } from './Migration20261128110042_ledger.ts';
import { Migration20261128110043_guard_ledger } from './Migration20261128110043_guard_ledger.ts';
import { Migration20261128114431_gateways } from './Migration20261128114431_gateways.ts';
import { Migration20261128120006_list_ledger_by_time } from './Migration20261128120006_list_ledger_by_time.ts';

type MigrationClass = new (...args: ConstructorParameters<typeof Migration>) => Migration;

/** All migrations, oldest first. Listed by name, so that a bundle holds them and a database newer than the code is noticed. */
export const migrations: readonly { readonly name: string; readonly class: MigrationClass }[] = [
  { name: 'Migration20261122214525_initial_schema', class: Migration20261122214525_initial_schema },
  { name: 'Migration20261122225817_index_service_areas', class: Migration20261122225817_index_service_areas },
  { name: 'Migration20261123000802_audit_0007', class: Migration20261123000802_audit_0007 },
  { name: 'Migration20261123000803_guard_audit_log', class: Migration20261123000803_guard_audit_log },
  { name: 'Migration20261123002010_quals_0020', class: Migration20261123002010_quals_0020 },
  { name: 'Migration20261123002011_what_was_decided_before', class: Migration20261123002011_what_was_decided_before },
  { name: 'Migration20261123002729_training_0027', class: Migration20261123002729_training_0027 },
  { name: 'Migration20261123002731_guard_published_courses', class: Migration20261123002731_guard_published_courses },
  { name: 'Migration20261123003501_seal_personal_columns', class: Migration20261123003501_seal_personal_columns },
  { name: 'Migration20261123003502_let_requests_work_as_their_own_role', class: Migration20261123003502_let_requests_work_as_their_own_role },
  { name: 'Migration20261123004247_files_0042', class: Migration20261123004247_files_0042 },
  { name: 'Migration20261123004825_audit_0048', class: Migration20261123004825_audit_0048 },
  { name: 'Migration20261123005036_quals_0050', class: Migration20261123005036_quals_0050 },
  { name: 'Migration20261123005114_name_who_asks', class: Migration20261123005114_name_who_asks },
  { name: 'Migration20261123005115_row_level_security', class: Migration20261123005115_row_level_security },
  { name: 'Migration20261123013519_quals_0135', class: Migration20261123013519_quals_0135 },
  { name: 'Migration20261123021135_order_audit_entries_by_time', class: Migration20261123021135_order_audit_entries_by_time },
  { name: 'Migration20261123022849_know_employers', class: Migration20261123022849_know_employers },
  { name: 'Migration20261127224421_sign_in_foundation', class: Migration20261127224421_sign_in_foundation },
  { name: 'Migration20261127230331_reschedule_bookings', class: Migration20261127230331_reschedule_bookings },
  { name: 'Migration20261128002155_accounts_privacy_and_onboarding', class: Migration20261128002155_accounts_privacy_and_onboarding },
  { name: 'Migration20261128002156_consents_only_grow', class: Migration20261128002156_consents_only_grow },
  { name: 'Migration20261128024349_the_visit', class: Migration20261128024349_the_visit },
  { name: 'Migration20261128025832_book_series', class: Migration20261128025832_book_series },
  { name: 'Migration20261128031429_messages_and_refunds', class: Migration20261128031429_messages_and_refunds },
  { name: 'Migration20261128033057_substitutes_and_waitlist', class: Migration20261128033057_substitutes_and_waitlist },
  { name: 'Migration20261128065429_move_proposals', class: Migration20261128065429_move_proposals },
  { name: 'Migration20261128074637_vouchers', class: Migration20261128074637_vouchers },
  { name: 'Migration20261128080648_incidents', class: Migration20261128080648_incidents },
  { name: 'Migration20261128110042_ledger', class: Migration20261128110042_ledger },
  { name: 'Migration20261128110043_guard_ledger', class: Migration20261128110043_guard_ledger },
  { name: 'Migration20261128114431_gateways', class: Migration20261128114431_gateways },
  { name: 'Migration20261128120006_list_ledger_by_time', class: Migration20261128120006_list_ledger_by_time },
];
