import { Migration } from '@mikro-orm/migrations';

export class Migration20261123005115_row_level_security extends Migration {

  override name = 'Migration20261123005115_row_level_security';

  override up(): void | Promise<void> {
    this.addSql(`drop policy "evidence_upload_visible" on "evidence_upload";`);

    this.addSql(`drop policy "evidence_visible" on "evidence";`);

    this.addSql(`alter table "account" enable row level security;`);
    this.addSql(`alter table "account" force row level security;`);
    this.addSql(`create policy "account_visible" on "account" using ((current_user <> 'doorstep_app' or id = viewer.account() or viewer.has_role('AUDITOR,OPERATOR,ADMINISTRATOR')
      or exists (select from booking b where b.household_id = account.id and viewer.owns_provider(b.provider_id)))) with check ((current_user <> 'doorstep_app' or id = viewer.account() or viewer.has_role('AUDITOR,OPERATOR,ADMINISTRATOR')
      or exists (select from booking b where b.household_id = account.id and viewer.owns_provider(b.provider_id))));`);

    this.addSql(`alter table "address" enable row level security;`);
    this.addSql(`alter table "address" force row level security;`);
    this.addSql(`create policy "address_visible" on "address" using ((current_user <> 'doorstep_app' or account_id = viewer.household())) with check ((current_user <> 'doorstep_app' or account_id = viewer.household()));`);


    this.addSql(`alter table "delivery" enable row level security;`);
    this.addSql(`alter table "delivery" force row level security;`);
    this.addSql(`create policy "delivery_visible" on "delivery" using ((current_user <> 'doorstep_app' or account_id = viewer.account() or viewer.has_role('OPERATOR'))) with check ((current_user <> 'doorstep_app' or account_id = viewer.account() or viewer.has_role('OPERATOR')));`);

    this.addSql(`alter table "idempotency_record" enable row level security;`);
    this.addSql(`alter table "idempotency_record" force row level security;`);
    this.addSql(`create policy "idempotency_record_visible" on "idempotency_record" using ((current_user <> 'doorstep_app' or account_id = viewer.account())) with check ((current_user <> 'doorstep_app' or account_id = viewer.account()));`);

    this.addSql(`alter table "payment" enable row level security;`);
    this.addSql(`alter table "payment" force row level security;`);
    this.addSql(`create policy "payment_visible" on "payment" using ((current_user <> 'doorstep_app' or exists (select from booking b where b.id::text = payment.reference))) with check ((current_user <> 'doorstep_app' or exists (select from booking b where b.id::text = payment.reference)));`);

    this.addSql(`alter table "lesson_progress" enable row level security;`);
    this.addSql(`alter table "lesson_progress" force row level security;`);
    this.addSql(`create policy "lesson_progress_visible" on "lesson_progress" using ((current_user <> 'doorstep_app' or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR,ADMINISTRATOR'))) with check ((current_user <> 'doorstep_app' or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR,ADMINISTRATOR')));`);

    this.addSql(`alter table "credential" enable row level security;`);
    this.addSql(`alter table "credential" force row level security;`);
    this.addSql(`create policy "credential_visible" on "credential" using ((current_user <> 'doorstep_app' or state = 'APPROVED' or viewer.owns_provider(provider_id) or viewer.has_role('AUDITOR,OPERATOR'))) with check ((current_user <> 'doorstep_app' or state = 'APPROVED' or viewer.owns_provider(provider_id) or viewer.has_role('AUDITOR,OPERATOR')));`);

    this.addSql(`create policy "evidence_upload_visible" on "evidence_upload" using ((current_user <> 'doorstep_app' or account_id = viewer.account())) with check ((current_user <> 'doorstep_app' or account_id = viewer.account()));`);

    this.addSql(`create policy "evidence_visible" on "evidence" using ((current_user <> 'doorstep_app' or viewer.has_role('AUDITOR') or exists (select from credential c where c.id = credential_id and viewer.owns_provider(c.provider_id)))) with check ((current_user <> 'doorstep_app' or viewer.has_role('AUDITOR') or exists (select from credential c where c.id = credential_id and viewer.owns_provider(c.provider_id))));`);

    this.addSql(`alter table "credential_transition" enable row level security;`);
    this.addSql(`alter table "credential_transition" force row level security;`);
    this.addSql(`create policy "credential_transition_visible" on "credential_transition" using ((current_user <> 'doorstep_app' or viewer.has_role('AUDITOR,OPERATOR') or exists (select from credential c where c.id = credential_id and viewer.owns_provider(c.provider_id)))) with check ((current_user <> 'doorstep_app' or viewer.has_role('AUDITOR,OPERATOR') or exists (select from credential c where c.id = credential_id and viewer.owns_provider(c.provider_id))));`);

    this.addSql(`alter table "credential_decision" enable row level security;`);
    this.addSql(`alter table "credential_decision" force row level security;`);
    this.addSql(`create policy "credential_decision_visible" on "credential_decision" using ((current_user <> 'doorstep_app' or viewer.has_role('AUDITOR,OPERATOR') or exists (select from credential c where c.id = credential_id and viewer.owns_provider(c.provider_id)))) with check ((current_user <> 'doorstep_app' or viewer.has_role('AUDITOR,OPERATOR') or exists (select from credential c where c.id = credential_id and viewer.owns_provider(c.provider_id))));`);

    this.addSql(`alter table "course_assignment" enable row level security;`);
    this.addSql(`alter table "course_assignment" force row level security;`);
    this.addSql(`create policy "course_assignment_visible" on "course_assignment" using ((current_user <> 'doorstep_app' or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR,ADMINISTRATOR'))) with check ((current_user <> 'doorstep_app' or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR,ADMINISTRATOR')));`);

    this.addSql(`alter table "quiz_attempt" enable row level security;`);
    this.addSql(`alter table "quiz_attempt" force row level security;`);
    this.addSql(`create policy "quiz_attempt_visible" on "quiz_attempt" using ((current_user <> 'doorstep_app' or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR,ADMINISTRATOR'))) with check ((current_user <> 'doorstep_app' or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR,ADMINISTRATOR')));`);

    this.addSql(`alter table "booking" enable row level security;`);
    this.addSql(`alter table "booking" force row level security;`);
    this.addSql(`create policy "booking_visible" on "booking" using ((current_user <> 'doorstep_app' or household_id = viewer.household() or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR'))) with check ((current_user <> 'doorstep_app' or household_id = viewer.household() or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR')));`);

    this.addSql(`alter table "booking_transition" enable row level security;`);
    this.addSql(`alter table "booking_transition" force row level security;`);
    this.addSql(`create policy "booking_transition_visible" on "booking_transition" using ((current_user <> 'doorstep_app' or exists (select from booking b where b.id = booking_id))) with check ((current_user <> 'doorstep_app' or exists (select from booking b where b.id = booking_id)));`);

    this.addSql(`alter table "session" enable row level security;`);
    this.addSql(`alter table "session" force row level security;`);
    this.addSql(`create policy "session_visible" on "session" using ((current_user <> 'doorstep_app' or account_id = viewer.account())) with check ((current_user <> 'doorstep_app' or account_id = viewer.account()));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "account_visible" on "account";`);

    this.addSql(`drop policy "address_visible" on "address";`);

    this.addSql(`drop policy "booking_visible" on "booking";`);

    this.addSql(`drop policy "booking_transition_visible" on "booking_transition";`);

    this.addSql(`drop policy "course_assignment_visible" on "course_assignment";`);

    this.addSql(`drop policy "credential_visible" on "credential";`);

    this.addSql(`drop policy "credential_decision_visible" on "credential_decision";`);

    this.addSql(`drop policy "credential_transition_visible" on "credential_transition";`);

    this.addSql(`drop policy "delivery_visible" on "delivery";`);

    this.addSql(`drop policy "evidence_visible" on "evidence";`);

    this.addSql(`drop policy "evidence_upload_visible" on "evidence_upload";`);

    this.addSql(`drop policy "idempotency_record_visible" on "idempotency_record";`);

    this.addSql(`drop policy "lesson_progress_visible" on "lesson_progress";`);

    this.addSql(`drop policy "payment_visible" on "payment";`);

    this.addSql(`drop policy "quiz_attempt_visible" on "quiz_attempt";`);

    this.addSql(`drop policy "session_visible" on "session";`);

    this.addSql(`alter table "account" no force row level security;`);
    this.addSql(`alter table "account" disable row level security;`);

    this.addSql(`alter table "address" no force row level security;`);
    this.addSql(`alter table "address" disable row level security;`);


    this.addSql(`alter table "booking" no force row level security;`);
    this.addSql(`alter table "booking" disable row level security;`);

    this.addSql(`alter table "booking_transition" no force row level security;`);
    this.addSql(`alter table "booking_transition" disable row level security;`);

    this.addSql(`alter table "course_assignment" no force row level security;`);
    this.addSql(`alter table "course_assignment" disable row level security;`);

    this.addSql(`alter table "credential" no force row level security;`);
    this.addSql(`alter table "credential" disable row level security;`);

    this.addSql(`alter table "credential_decision" no force row level security;`);
    this.addSql(`alter table "credential_decision" disable row level security;`);

    this.addSql(`alter table "credential_transition" no force row level security;`);
    this.addSql(`alter table "credential_transition" disable row level security;`);

    this.addSql(`alter table "delivery" no force row level security;`);
    this.addSql(`alter table "delivery" disable row level security;`);

    this.addSql(`create policy "evidence_visible" on "evidence" using ((current_user <> 'doorstep_app' or (credential_id in (select c.id from credential c where c.provider_id in (select p.id from provider p where p.account_id = (select nullif(current_setting('doorstep.account', true), '')::uuid))) or (select string_to_array(current_setting('doorstep.roles', true), ',') && array['AUDITOR'])))) with check ((current_user <> 'doorstep_app' or (credential_id in (select c.id from credential c where c.provider_id in (select p.id from provider p where p.account_id = (select nullif(current_setting('doorstep.account', true), '')::uuid))) or (select string_to_array(current_setting('doorstep.roles', true), ',') && array['AUDITOR']))));`);

    this.addSql(`create policy "evidence_upload_visible" on "evidence_upload" using ((current_user <> 'doorstep_app' or account_id = (select nullif(current_setting('doorstep.account', true), '')::uuid))) with check ((current_user <> 'doorstep_app' or account_id = (select nullif(current_setting('doorstep.account', true), '')::uuid)));`);

    this.addSql(`alter table "idempotency_record" no force row level security;`);
    this.addSql(`alter table "idempotency_record" disable row level security;`);

    this.addSql(`alter table "lesson_progress" no force row level security;`);
    this.addSql(`alter table "lesson_progress" disable row level security;`);

    this.addSql(`alter table "payment" no force row level security;`);
    this.addSql(`alter table "payment" disable row level security;`);

    this.addSql(`alter table "quiz_attempt" no force row level security;`);
    this.addSql(`alter table "quiz_attempt" disable row level security;`);

    this.addSql(`alter table "session" no force row level security;`);
    this.addSql(`alter table "session" disable row level security;`);
  }

}
