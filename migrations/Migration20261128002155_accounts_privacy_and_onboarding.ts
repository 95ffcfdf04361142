import { Migration } from '@mikro-orm/migrations';

export class Migration20261128002155_accounts_privacy_and_onboarding extends Migration {

  override name = 'Migration20261128002155_accounts_privacy_and_onboarding';

  override up(): void | Promise<void> {
    this.addSql(`create table "account_erasure" ("id" uuid not null, "account_id" uuid not null, "requested_at" timestamptz not null, "due_at" timestamptz not null, "cancelled_at" timestamptz null, "begun_at" timestamptz null, "erased_at" timestamptz null, "hidden" jsonb not null, primary key ("id"));`);
    this.addSql(`create unique index "account_erasure_one_at_a_time" on "account_erasure" ("account_id") where cancelled_at is null;`);

    this.addSql(`create table "address_request" ("id" uuid not null, "wish" text not null, "account_id" uuid null, "email" text not null, "email_hash" text not null, "password_hash" text null, "display_name" text null, "locale" text not null, "claim_hash" text null, "created_at" timestamptz not null, "expires_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "address_request_account_id_index" on "address_request" ("account_id");`);
    this.addSql(`create index "address_request_email_hash_index" on "address_request" ("email_hash");`);

    this.addSql(`create table "authenticator_app" ("id" uuid not null, "account_id" uuid not null, "secret" text not null, "name" text not null, "created_at" timestamptz not null, "confirmed_at" timestamptz null, "last_step" int not null default 0, "last_used_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "authenticator_app_account_id_index" on "authenticator_app" ("account_id");`);

    this.addSql(`create table "consent" ("id" uuid not null, "account_id" uuid not null, "purpose" text not null, "version" text not null, "act" text not null, "at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "consent_account_id_purpose_at_index" on "consent" ("account_id", "purpose", "at");`);

    this.addSql(`create table "course_event" ("id" uuid not null, "course_id" uuid not null, "kind" text not null, "version_number" int null, "at" timestamptz not null, "by_id" uuid null, primary key ("id"));`);
    this.addSql(`create index "course_event_course_id_index" on "course_event" ("course_id");`);

    this.addSql(`create table "data_export" ("id" uuid not null, "account_id" uuid not null, "state" text not null, "progress" int not null default 0, "requested_at" timestamptz not null, "ready_at" timestamptz null, "expires_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create unique index "data_export_one_at_a_time" on "data_export" ("account_id") where state in ('QUEUED', 'RUNNING');`);
    this.addSql(`create index "data_export_account_id_requested_at_index" on "data_export" ("account_id", "requested_at");`);

    this.addSql(`create table "data_export_part" ("id" uuid not null, "export_id" uuid not null, "number" int not null, "bytes" int not null, "file_key" text not null, "document_key" text not null, primary key ("id"));`);
    this.addSql(`create index "data_export_part_export_id_index" on "data_export_part" ("export_id");`);

    this.addSql(`create table "household_invitation" ("id" uuid not null, "household_id" uuid not null, "invited_by_id" uuid not null, "email" text not null, "email_hash" text not null, "role" text not null, "state" text not null, "created_at" timestamptz not null, "expires_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "household_invitation_invited_by_id_index" on "household_invitation" ("invited_by_id");`);
    this.addSql(`create index "household_invitation_household_id_state_index" on "household_invitation" ("household_id", "state");`);

    this.addSql(`create table "household_member" ("id" uuid not null, "account_id" uuid not null, "household_id" uuid not null, "role" text not null, "invited_by_id" uuid null, "joined_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "household_member" add constraint "household_member_account_id_unique" unique ("account_id");`);
    this.addSql(`create index "household_member_household_id_index" on "household_member" ("household_id");`);

    this.addSql(`create table "known_device" ("id" uuid not null, "account_id" uuid not null, "device_hash" text not null, "seen_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "known_device" add constraint "known_device_account_id_device_hash_unique" unique ("account_id", "device_hash");`);

    this.addSql(`create table "lesson_image" ("id" uuid not null, "course_id" uuid not null, "content_type" text not null, "bytes" int not null, "width" int not null, "height" int not null, "sha256" text not null, "file_key" text not null, "document_key" text not null, "created_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "lesson_image_course_id_index" on "lesson_image" ("course_id");`);

    this.addSql(`create table "lesson_image_upload" ("id" uuid not null, "course_id" uuid not null, "account_id" uuid not null, "bytes" int not null, "expires_at" timestamptz not null, "file_key" text null, "claimed_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "lesson_image_upload_course_id_index" on "lesson_image_upload" ("course_id");`);
    this.addSql(`create index "lesson_image_upload_account_id_index" on "lesson_image_upload" ("account_id");`);

    this.addSql(`create table "passkey" ("id" uuid not null, "account_id" uuid not null, "credential_id" text not null, "public_key" text not null, "counter" double precision not null, "transports" text[] not null, "is_synced" boolean not null, "name" text not null, "created_at" timestamptz not null, "last_used_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "passkey_account_id_index" on "passkey" ("account_id");`);
    this.addSql(`alter table "passkey" add constraint "passkey_credential_id_unique" unique ("credential_id");`);

    this.addSql(`create table "passkey_challenge" ("id" uuid not null, "account_id" uuid null, "purpose" text not null, "challenge" text not null, "expires_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "passkey_challenge_account_id_index" on "passkey_challenge" ("account_id");`);
    this.addSql(`alter table "passkey_challenge" add constraint "passkey_challenge_challenge_unique" unique ("challenge");`);
    this.addSql(`create index "passkey_challenge_expires_at_index" on "passkey_challenge" ("expires_at");`);

    this.addSql(`create table "phone_code" ("id" uuid not null, "purpose" text not null, "account_id" uuid null, "phone" text not null, "locale" text not null, "tries" int not null default 0, "created_at" timestamptz not null, "expires_at" timestamptz not null, "sent_at" timestamptz null, "used_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "phone_code_account_id_index" on "phone_code" ("account_id");`);

    this.addSql(`create table "recovery_code" ("id" uuid not null, "account_id" uuid not null, "code_hash" text not null, "created_at" timestamptz not null, "used_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "recovery_code_account_id_index" on "recovery_code" ("account_id");`);
    this.addSql(`alter table "recovery_code" add constraint "recovery_code_code_hash_unique" unique ("code_hash");`);

    this.addSql(`create table "provider_transition" ("id" uuid not null, "provider_id" uuid not null, "act" text not null, "from" text null, "to" text not null, "actor_role" text not null, "actor_id" uuid null, "at" timestamptz not null, "reason_code" text null, "note" text null, primary key ("id"));`);
    this.addSql(`create index "provider_transition_provider_id_id_index" on "provider_transition" ("provider_id", "id");`);

    this.addSql(`create table "payout_account" ("id" uuid not null, "provider_id" uuid not null, "kind" text not null, "holder" text not null, "number" text not null, "saved_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "payout_account" add constraint "payout_account_provider_id_unique" unique ("provider_id");`);

    this.addSql(`create table "level_run" ("id" uuid not null, "provider_id" uuid not null, "below_since" date not null, primary key ("id"));`);
    this.addSql(`alter table "level_run" add constraint "level_run_provider_id_unique" unique ("provider_id");`);

    this.addSql(`create table "level_change" ("id" uuid not null, "provider_id" uuid not null, "from" text not null, "to" text not null, "at" timestamptz not null, "figures" jsonb not null, primary key ("id"));`);
    this.addSql(`create index "level_change_provider_id_id_index" on "level_change" ("provider_id", "id");`);

    this.addSql(`create table "text_count" ("id" uuid not null, "scope" text not null, "key" text not null, "span" text not null, "since" timestamptz not null, "texts" int not null, "cost" int not null, primary key ("id"));`);
    this.addSql(`alter table "text_count" add constraint "text_count_scope_key_span_since_unique" unique ("scope", "key", "span", "since");`);

    this.addSql(`drop policy "account_visible" on "account";`);

    this.addSql(`alter table "delivery" drop constraint "delivery_account_id_foreign";`);

    this.addSql(`drop policy "booking_visible" on "booking";`);

    this.addSql(`create unique index "account_one_phone" on "account" ("phone_hash") where phone_verified_at is not null;`);

    this.addSql(`alter table "account_message" add "locale" text null, add "user_agent" text null;`);
    this.addSql(`alter table "account_message" alter column "account_id" drop not null;`);

    this.addSql(`alter table "account_token" add "tries" int not null default 0;`);

    this.addSql(`alter table "course" add "retired_at" timestamptz null;`);

    this.addSql(`alter table "delivery" alter column "account_id" drop not null;`);
    this.addSql(`alter table "delivery" add constraint "delivery_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete set null;`);

    this.addSql(`alter table "provider" add "awaiting_since" timestamptz null, add "start_place_id" uuid null;`);
    this.addSql(`alter table "provider" add constraint "provider_start_place_id_foreign" foreign key ("start_place_id") references "place" ("id") on delete set null;`);
    this.addSql(`create index "provider_awaiting_since_index" on "provider" ("awaiting_since");`);
    this.addSql(`create index "provider_start_place_id_index" on "provider" ("start_place_id");`);

    this.addSql(`alter table "booking" add "booked_by_id" uuid null;`);
    this.addSql(`alter table "booking" add constraint "booking_booked_by_id_foreign" foreign key ("booked_by_id") references "account" ("id") on delete set null;`);
    this.addSql(`create index "booking_booked_by_id_index" on "booking" ("booked_by_id");`);
    this.addSql(`create policy "booking_visible" on "booking" using ((current_user <> 'doorstep_app' or household_id = viewer.household() or household_id = viewer.account() or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR'))) with check ((current_user <> 'doorstep_app' or household_id = viewer.household() or household_id = viewer.account() or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR')));`);

    this.addSql(`alter table "account_erasure" enable row level security;`);
    this.addSql(`alter table "account_erasure" force row level security;`);
    this.addSql(`create policy "account_erasure_visible" on "account_erasure" using ((current_user <> 'doorstep_app' or account_id = viewer.account())) with check ((current_user <> 'doorstep_app' or account_id = viewer.account()));`);

    this.addSql(`alter table "address_request" add constraint "address_request_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "address_request" enable row level security;`);
    this.addSql(`alter table "address_request" force row level security;`);
    this.addSql(`create policy "address_request_visible" on "address_request" using ((current_user <> 'doorstep_app' or account_id = viewer.account())) with check ((current_user <> 'doorstep_app' or account_id = viewer.account()));`);

    this.addSql(`alter table "authenticator_app" add constraint "authenticator_app_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "authenticator_app" enable row level security;`);
    this.addSql(`alter table "authenticator_app" force row level security;`);
    this.addSql(`create policy "authenticator_app_visible" on "authenticator_app" using ((current_user <> 'doorstep_app' or account_id = viewer.account())) with check ((current_user <> 'doorstep_app' or account_id = viewer.account()));`);

    this.addSql(`alter table "consent" add constraint "consent_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "consent" enable row level security;`);
    this.addSql(`alter table "consent" force row level security;`);
    this.addSql(`create policy "consent_visible" on "consent" using ((current_user <> 'doorstep_app' or account_id = viewer.account())) with check ((current_user <> 'doorstep_app' or account_id = viewer.account()));`);

    this.addSql(`alter table "course_event" add constraint "course_event_course_id_foreign" foreign key ("course_id") references "course" ("id") on delete cascade;`);
    this.addSql(`alter table "course_event" add constraint "course_event_by_id_foreign" foreign key ("by_id") references "account" ("id") on delete set null;`);

    this.addSql(`alter table "data_export" add constraint "data_export_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "data_export" enable row level security;`);
    this.addSql(`alter table "data_export" force row level security;`);
    this.addSql(`create policy "data_export_visible" on "data_export" using ((current_user <> 'doorstep_app' or account_id = viewer.account())) with check ((current_user <> 'doorstep_app' or account_id = viewer.account()));`);

    this.addSql(`alter table "data_export_part" add constraint "data_export_part_export_id_foreign" foreign key ("export_id") references "data_export" ("id") on delete cascade;`);
    this.addSql(`alter table "data_export_part" enable row level security;`);
    this.addSql(`alter table "data_export_part" force row level security;`);
    this.addSql(`create policy "data_export_part_visible" on "data_export_part" using ((current_user <> 'doorstep_app' or exists (select from data_export e where e.id = export_id and e.account_id = viewer.account()))) with check ((current_user <> 'doorstep_app' or exists (select from data_export e where e.id = export_id and e.account_id = viewer.account())));`);

    this.addSql(`alter table "household_invitation" add constraint "household_invitation_household_id_foreign" foreign key ("household_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "household_invitation" add constraint "household_invitation_invited_by_id_foreign" foreign key ("invited_by_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "household_invitation" enable row level security;`);
    this.addSql(`alter table "household_invitation" force row level security;`);
    this.addSql(`create policy "household_invitation_visible" on "household_invitation" using ((current_user <> 'doorstep_app' or household_id = viewer.household())) with check ((current_user <> 'doorstep_app' or household_id = viewer.household()));`);

    this.addSql(`alter table "household_member" add constraint "household_member_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "household_member" add constraint "household_member_household_id_foreign" foreign key ("household_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "household_member" add constraint "household_member_invited_by_id_foreign" foreign key ("invited_by_id") references "account" ("id") on delete set null;`);
    this.addSql(`alter table "household_member" enable row level security;`);
    this.addSql(`alter table "household_member" force row level security;`);
    this.addSql(`create policy "household_member_visible" on "household_member" using ((current_user <> 'doorstep_app' or household_id = viewer.household())) with check ((current_user <> 'doorstep_app' or household_id = viewer.household()));`);

    this.addSql(`alter table "known_device" add constraint "known_device_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "known_device" enable row level security;`);
    this.addSql(`alter table "known_device" force row level security;`);
    this.addSql(`create policy "known_device_visible" on "known_device" using ((current_user <> 'doorstep_app' or account_id = viewer.account())) with check ((current_user <> 'doorstep_app' or account_id = viewer.account()));`);

    this.addSql(`alter table "lesson_image" add constraint "lesson_image_course_id_foreign" foreign key ("course_id") references "course" ("id") on delete cascade;`);
    this.addSql(`alter table "lesson_image" enable row level security;`);
    this.addSql(`alter table "lesson_image" force row level security;`);
    this.addSql(`create policy "lesson_image_visible" on "lesson_image" using ((current_user <> 'doorstep_app' or viewer.has_role('PROVIDER,OPERATOR,ADMINISTRATOR'))) with check ((current_user <> 'doorstep_app' or viewer.has_role('PROVIDER,OPERATOR,ADMINISTRATOR')));`);

    this.addSql(`alter table "lesson_image_upload" add constraint "lesson_image_upload_course_id_foreign" foreign key ("course_id") references "course" ("id") on delete cascade;`);
    this.addSql(`alter table "lesson_image_upload" add constraint "lesson_image_upload_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "lesson_image_upload" enable row level security;`);
    this.addSql(`alter table "lesson_image_upload" force row level security;`);
    this.addSql(`create policy "lesson_image_upload_visible" on "lesson_image_upload" using ((current_user <> 'doorstep_app' or account_id = viewer.account())) with check ((current_user <> 'doorstep_app' or account_id = viewer.account()));`);

    this.addSql(`alter table "passkey" add constraint "passkey_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "passkey" enable row level security;`);
    this.addSql(`alter table "passkey" force row level security;`);
    this.addSql(`create policy "passkey_visible" on "passkey" using ((current_user <> 'doorstep_app' or account_id = viewer.account())) with check ((current_user <> 'doorstep_app' or account_id = viewer.account()));`);

    this.addSql(`alter table "passkey_challenge" add constraint "passkey_challenge_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "passkey_challenge" enable row level security;`);
    this.addSql(`alter table "passkey_challenge" force row level security;`);
    this.addSql(`create policy "passkey_challenge_visible" on "passkey_challenge" using ((current_user <> 'doorstep_app' or account_id = viewer.account())) with check ((current_user <> 'doorstep_app' or account_id = viewer.account()));`);

    this.addSql(`alter table "phone_code" add constraint "phone_code_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "phone_code" enable row level security;`);
    this.addSql(`alter table "phone_code" force row level security;`);
    this.addSql(`create policy "phone_code_visible" on "phone_code" using ((current_user <> 'doorstep_app' or account_id = viewer.account())) with check ((current_user <> 'doorstep_app' or account_id = viewer.account()));`);

    this.addSql(`alter table "recovery_code" add constraint "recovery_code_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "recovery_code" enable row level security;`);
    this.addSql(`alter table "recovery_code" force row level security;`);
    this.addSql(`create policy "recovery_code_visible" on "recovery_code" using ((current_user <> 'doorstep_app' or account_id = viewer.account())) with check ((current_user <> 'doorstep_app' or account_id = viewer.account()));`);

    this.addSql(`alter table "provider_transition" add constraint "provider_transition_provider_id_foreign" foreign key ("provider_id") references "provider" ("id") on delete cascade;`);
    this.addSql(`alter table "provider_transition" add constraint "provider_transition_actor_id_foreign" foreign key ("actor_id") references "account" ("id") on delete set null;`);
    this.addSql(`alter table "provider_transition" enable row level security;`);
    this.addSql(`alter table "provider_transition" force row level security;`);
    this.addSql(`create policy "provider_transition_visible" on "provider_transition" using ((current_user <> 'doorstep_app' or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR'))) with check ((current_user <> 'doorstep_app' or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR')));`);

    this.addSql(`alter table "payout_account" add constraint "payout_account_provider_id_foreign" foreign key ("provider_id") references "provider" ("id") on delete cascade;`);
    this.addSql(`alter table "payout_account" enable row level security;`);
    this.addSql(`alter table "payout_account" force row level security;`);
    this.addSql(`create policy "payout_account_visible" on "payout_account" using ((current_user <> 'doorstep_app' or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR'))) with check ((current_user <> 'doorstep_app' or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR')));`);

    this.addSql(`alter table "level_run" add constraint "level_run_provider_id_foreign" foreign key ("provider_id") references "provider" ("id") on delete cascade;`);
    this.addSql(`alter table "level_run" enable row level security;`);
    this.addSql(`alter table "level_run" force row level security;`);
    this.addSql(`create policy "level_run_visible" on "level_run" using ((current_user <> 'doorstep_app' or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR'))) with check ((current_user <> 'doorstep_app' or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR')));`);

    this.addSql(`alter table "level_change" add constraint "level_change_provider_id_foreign" foreign key ("provider_id") references "provider" ("id") on delete cascade;`);
    this.addSql(`alter table "level_change" enable row level security;`);
    this.addSql(`alter table "level_change" force row level security;`);
    this.addSql(`create policy "level_change_visible" on "level_change" using ((current_user <> 'doorstep_app' or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR'))) with check ((current_user <> 'doorstep_app' or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR')));`);

    // Names a column of booking, which is there only now.
    this.addSql(`create policy "account_visible" on "account" using ((current_user <> 'doorstep_app' or id = viewer.account() or id = viewer.household() or viewer.has_role('AUDITOR,OPERATOR,ADMINISTRATOR')
      or exists (select from household_member m where m.account_id = account.id and m.household_id = viewer.household())
      or exists (select from booking b where b.household_id = account.id and viewer.owns_provider(b.provider_id))
      or exists (select from booking b where b.booked_by_id = account.id and (b.household_id = viewer.household() or viewer.owns_provider(b.provider_id))))) with check ((current_user <> 'doorstep_app' or id = viewer.account() or id = viewer.household() or viewer.has_role('AUDITOR,OPERATOR,ADMINISTRATOR')
      or exists (select from household_member m where m.account_id = account.id and m.household_id = viewer.household())
      or exists (select from booking b where b.household_id = account.id and viewer.owns_provider(b.provider_id))
      or exists (select from booking b where b.booked_by_id = account.id and (b.household_id = viewer.household() or viewer.owns_provider(b.provider_id)))));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "account_visible" on "account";`);
    this.addSql(`drop policy "booking_visible" on "booking";`);

    this.addSql(`alter table "data_export_part" drop constraint "data_export_part_export_id_foreign";`);

    this.addSql(`drop table if exists "account_erasure" cascade;`);
    this.addSql(`drop table if exists "address_request" cascade;`);
    this.addSql(`drop table if exists "authenticator_app" cascade;`);
    this.addSql(`drop table if exists "consent" cascade;`);
    this.addSql(`drop table if exists "course_event" cascade;`);
    this.addSql(`drop table if exists "data_export" cascade;`);
    this.addSql(`drop table if exists "data_export_part" cascade;`);
    this.addSql(`drop table if exists "household_invitation" cascade;`);
    this.addSql(`drop table if exists "household_member" cascade;`);
    this.addSql(`drop table if exists "known_device" cascade;`);
    this.addSql(`drop table if exists "lesson_image" cascade;`);
    this.addSql(`drop table if exists "lesson_image_upload" cascade;`);
    this.addSql(`drop table if exists "passkey" cascade;`);
    this.addSql(`drop table if exists "passkey_challenge" cascade;`);
    this.addSql(`drop table if exists "phone_code" cascade;`);
    this.addSql(`drop table if exists "recovery_code" cascade;`);
    this.addSql(`drop table if exists "provider_transition" cascade;`);
    this.addSql(`drop table if exists "payout_account" cascade;`);
    this.addSql(`drop table if exists "level_run" cascade;`);
    this.addSql(`drop table if exists "level_change" cascade;`);
    this.addSql(`drop table if exists "text_count" cascade;`);


    this.addSql(`alter table "booking" drop constraint "booking_booked_by_id_foreign";`);

    this.addSql(`alter table "delivery" drop constraint "delivery_account_id_foreign";`);

    this.addSql(`alter table "provider" drop constraint "provider_start_place_id_foreign";`);

    this.addSql(`drop index "account_one_phone";`);
    this.addSql(`create policy "account_visible" on "account" using ((current_user <> 'doorstep_app' or id = viewer.account() or viewer.has_role('AUDITOR,OPERATOR,ADMINISTRATOR')
      or exists (select from booking b where b.household_id = account.id and viewer.owns_provider(b.provider_id)))) with check ((current_user <> 'doorstep_app' or id = viewer.account() or viewer.has_role('AUDITOR,OPERATOR,ADMINISTRATOR')
      or exists (select from booking b where b.household_id = account.id and viewer.owns_provider(b.provider_id))));`);

    this.addSql(`alter table "account_message" drop column "locale", drop column "user_agent";`);
    this.addSql(`alter table "account_message" alter column "account_id" set not null;`);

    this.addSql(`alter table "account_token" drop column "tries";`);

    this.addSql(`drop index "booking_booked_by_id_index";`);
    this.addSql(`alter table "booking" drop column "booked_by_id";`);
    this.addSql(`create policy "booking_visible" on "booking" using ((current_user <> 'doorstep_app' or household_id = viewer.household() or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR'))) with check ((current_user <> 'doorstep_app' or household_id = viewer.household() or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR')));`);

    this.addSql(`alter table "course" drop column "retired_at";`);

    this.addSql(`alter table "delivery" alter column "account_id" set not null;`);
    this.addSql(`alter table "delivery" add constraint "delivery_account_id_foreign" foreign key ("account_id") references "account" ("id");`);

    this.addSql(`drop index "provider_awaiting_since_index";`);
    this.addSql(`drop index "provider_start_place_id_index";`);
    this.addSql(`alter table "provider" drop column "awaiting_since", drop column "start_place_id";`);
  }

}
