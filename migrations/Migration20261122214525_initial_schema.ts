import { Migration } from '@mikro-orm/migrations';

export class Migration20261122214525_initial_schema extends Migration {

  override name = 'Migration20261122214525_initial_schema';

  override up(): void | Promise<void> {
    // By hand: the entities cannot declare extensions, nor the table that the rate limiter keeps to itself.
    this.addSql(`create extension if not exists btree_gist;`);
    this.addSql(`create extension if not exists pg_trgm;`);
    this.addSql(`create schema if not exists limits;`);
    this.addSql(`create table if not exists limits.attempt ("key" varchar(255) primary key, "points" integer not null default 0, "expire" bigint);`);

    this.addSql(`create table "account" ("id" uuid not null, "email" text not null, "phone" text null, "password_hash" text not null, "display_name" text not null, "locale" text not null, "roles" text[] not null, "is_demo" boolean not null, "created_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "account" add constraint "account_email_unique" unique ("email");`);

    this.addSql(`create table "address" ("id" uuid not null, "account_id" uuid not null, "region_id" uuid not null, "label" text not null, "line" text not null, "district" text not null, "latitude" double precision not null, "longitude" double precision not null, "door_note" text null, "created_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "address_account_id_index" on "address" ("account_id");`);

    this.addSql(`create table "course" ("id" uuid not null, "code" text not null, "name" jsonb not null, primary key ("id"));`);
    this.addSql(`alter table "course" add constraint "course_code_unique" unique ("code");`);

    this.addSql(`create table "credential_type" ("id" uuid not null, "code" text not null, "name" jsonb not null, "description" jsonb not null, "high_risk" boolean not null, "validity_months" int null, "position" int not null, primary key ("id"));`);
    this.addSql(`alter table "credential_type" add constraint "credential_type_code_unique" unique ("code");`);

    this.addSql(`create table "delivery" ("id" uuid not null, "dedupe_key" text not null, "account_id" uuid not null, "channel" text not null, "kind" text not null, "recipient" text not null, "subject" text null, "body" text not null, "status" text not null, "transport" text not null, "booking_id" uuid null, "created_at" timestamptz not null, "sent_at" timestamptz null, "error" text null, primary key ("id"));`);
    this.addSql(`alter table "delivery" add constraint "delivery_dedupe_key_unique" unique ("dedupe_key");`);
    this.addSql(`create index "delivery_booking_id_index" on "delivery" ("booking_id");`);

    this.addSql(`create table "idempotency_record" ("id" uuid not null, "account_id" uuid not null, "operation" text not null, "key" text not null, "fingerprint" text not null, "answer" jsonb null, "created_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "idempotency_record" add constraint "idempotency_record_account_id_operation_key_unique" unique ("account_id", "operation", "key");`);

    this.addSql(`create table "outbox_message" ("id" uuid not null, "topic" text not null, "payload" jsonb not null, "due_at" timestamptz not null, "created_at" timestamptz not null, "handed_at" timestamptz null, "done_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "outbox_message_waiting" on "outbox_message" ("due_at") where done_at is null;`);

    this.addSql(`create table "payment" ("id" uuid not null, "reference" text not null, "gateway" text not null, "gateway_id" text not null, "status" text not null, "currency" text not null, "amount" int not null, "captured" int not null default 0, "refunded" int not null default 0, "created_at" timestamptz not null, "updated_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "payment" add constraint "payment_reference_unique" unique ("reference");`);

    this.addSql(`create table "region" ("id" uuid not null, "code" text not null, "name" jsonb not null, "currency" text not null, "time_zone" text not null, "locale" text not null, "latitude" double precision not null, "longitude" double precision not null, "radius_metres" int not null, "rules" jsonb not null, primary key ("id"));`);
    this.addSql(`alter table "region" add constraint "region_code_unique" unique ("code");`);

    this.addSql(`create table "provider" ("id" uuid not null, "account_id" uuid null, "region_id" uuid not null, "display_name" jsonb not null, "headline" jsonb not null, "about" jsonb not null, "specialities" jsonb not null, "portrait_seed" int not null, "languages" text[] not null, "years_experience" int not null, "gender" text not null, "level" text not null, "status" text not null, "travel_mode" text not null, "latitude" double precision not null, "longitude" double precision not null, "service_radius_metres" int not null, "has_studio" boolean not null, "instant_booking" boolean not null, "notice_minutes" int null, "max_visits_per_day" int null, "max_minutes_per_day" int null, "completed_visits" int not null default 0, "on_time_share" double precision null, "rating_count" int not null default 0, "rating_sum" int not null default 0, "rating_sum_of_squares" int not null default 0, "rating_mean" double precision null, "rating_lower" double precision null, "rating_upper" double precision null, "created_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "provider" add constraint "provider_account_id_unique" unique ("account_id");`);
    this.addSql(`create index "provider_region_id_index" on "provider" ("region_id");`);
    this.addSql(`create index "provider_base_gist" on "provider" using gist (point(longitude, latitude));`);

    this.addSql(`create table "hours_exception" ("id" uuid not null, "provider_id" uuid not null, "date" date not null, "spans" jsonb not null, primary key ("id"));`);
    this.addSql(`alter table "hours_exception" add constraint "hours_exception_provider_id_date_unique" unique ("provider_id", "date");`);

    this.addSql(`create table "credential" ("id" uuid not null, "provider_id" uuid not null, "type_id" uuid not null, "state" text not null, "number" text not null, "issued_by" text not null, "issued_on" date not null, "valid_from" date not null, "valid_until" date null, "submitted_at" timestamptz not null, "due_at" timestamptz not null, "claimed_by_id" uuid null, "claim_expires_at" timestamptz null, "verification_code" text not null, "version" int not null, primary key ("id"));`);
    this.addSql(`alter table "credential" add constraint "credential_verification_code_unique" unique ("verification_code");`);
    this.addSql(`create index "credential_state_due_at_index" on "credential" ("state", "due_at");`);
    this.addSql(`create index "credential_provider_id_type_id_index" on "credential" ("provider_id", "type_id");`);

    this.addSql(`create table "credential_decision" ("id" uuid not null, "credential_id" uuid not null, "auditor_id" uuid not null, "decision" text not null, "reason_code" text not null, "note" text null, "at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "credential_decision_credential_id_index" on "credential_decision" ("credential_id");`);

    this.addSql(`create table "certificate" ("id" uuid not null, "provider_id" uuid not null, "course_id" uuid not null, "valid_from" date not null, "valid_until" date null, "verification_code" text not null, primary key ("id"));`);
    this.addSql(`alter table "certificate" add constraint "certificate_verification_code_unique" unique ("verification_code");`);
    this.addSql(`create index "certificate_provider_id_course_id_index" on "certificate" ("provider_id", "course_id");`);

    this.addSql(`create table "place" ("id" uuid not null, "region_id" uuid not null, "name" jsonb not null, "latitude" double precision not null, "longitude" double precision not null, primary key ("id"));`);
    this.addSql(`create index "place_region_id_index" on "place" ("region_id");`);

    this.addSql(`create table "holiday" ("id" uuid not null, "region_id" uuid not null, "date" date not null, "name" jsonb not null, primary key ("id"));`);
    this.addSql(`alter table "holiday" add constraint "holiday_region_id_date_unique" unique ("region_id", "date");`);

    this.addSql(`create table "reservation" ("id" uuid not null, "provider_id" uuid not null, "state" text not null, "occupied" tstzrange not null, "occupied_end" timestamptz not null, "starts_at" timestamptz not null, "ends_at" timestamptz not null, "latitude" double precision not null, "longitude" double precision not null, "expires_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "reservation_live_ends" on "reservation" ("provider_id", "occupied_end") where state in ('HELD', 'BOOKED');`);

    this.addSql(`create table "booking" ("id" uuid not null, "reference" text not null, "reservation_id" uuid not null, "household_id" uuid not null, "provider_id" uuid not null, "region_id" uuid not null, "state" text not null, "version" int not null, "generation" int not null default 1, "starts_at" timestamptz not null, "ends_at" timestamptz not null, "time_zone" text not null, "venue" text not null, "latitude" double precision not null, "longitude" double precision not null, "address_line" text null, "district" text null, "door_note" text null, "note" text null, "items" jsonb not null, "stored_quote" jsonb not null, "cancellation_policy" jsonb not null, "hold_expires_at" timestamptz null, "hold_renewed" boolean not null default false, "request_expires_at" timestamptz null, "confirmed_at" timestamptz null, "cancelled_by" text null, "cancellation_fee_amount" int null, "completed_at" timestamptz null, "created_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "booking" add constraint "booking_reference_unique" unique ("reference");`);
    this.addSql(`alter table "booking" add constraint "booking_reservation_id_unique" unique ("reservation_id");`);
    this.addSql(`create index "booking_state_ends_at_index" on "booking" ("state", "ends_at");`);
    this.addSql(`create index "booking_provider_id_starts_at_index" on "booking" ("provider_id", "starts_at");`);
    this.addSql(`create index "booking_household_id_starts_at_index" on "booking" ("household_id", "starts_at");`);

    this.addSql(`create table "booking_transition" ("id" uuid not null, "booking_id" uuid not null, "from" text null, "to" text not null, "actor_role" text not null, "actor_id" uuid null, "at" timestamptz not null, "reason" text null, primary key ("id"));`);
    this.addSql(`create index "booking_transition_booking_id_id_index" on "booking_transition" ("booking_id", "id");`);

    this.addSql(`create table "review" ("id" uuid not null, "booking_id" uuid not null, "provider_id" uuid not null, "author_id" uuid not null, "rating" smallint not null, "punctuality" smallint null, "quality" smallint null, "care" smallint null, "value" smallint null, "text" text not null, "author_name" text not null, "item_id" uuid not null, "item_name" jsonb not null, "created_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "review" add constraint "review_booking_id_unique" unique ("booking_id");`);
    this.addSql(`create index "review_item_id_index" on "review" ("item_id");`);
    this.addSql(`create index "review_provider_id_id_index" on "review" ("provider_id", "id");`);

    this.addSql(`create table "sandbox_charge" ("id" uuid not null, "idempotency_key" text not null, "payment_method" text not null, "status" text not null, "decline_code" text null, "currency" text not null, "amount" int not null, "captured" int not null default 0, "refunded" int not null default 0, "created_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "sandbox_charge" add constraint "sandbox_charge_idempotency_key_unique" unique ("idempotency_key");`);

    this.addSql(`create table "service_category" ("id" uuid not null, "parent_id" uuid null, "code" text not null, "name" jsonb not null, "icon" text not null, "position" int not null, primary key ("id"));`);
    this.addSql(`create index "service_category_parent_id_index" on "service_category" ("parent_id");`);
    this.addSql(`alter table "service_category" add constraint "service_category_code_unique" unique ("code");`);

    this.addSql(`create table "service_item" ("id" uuid not null, "code" text not null, "region_id" uuid not null, "category_id" uuid not null, "name" jsonb not null, "description" jsonb not null, "included" jsonb not null, "not_included" jsonb not null, "icon" text not null, "venues" text[] not null, "price_model" text not null, "price_amount" int not null, "price_min" int not null, "price_max" int not null, "unit_name" jsonb null, "units" jsonb null, "duration_minutes" int not null, "minutes_per_unit" int null, "grid_minutes" int not null, "buffer_after_minutes" int not null, "required_credential_codes" text[] not null, "required_course_code" text null, "minimum_level" text not null, "position" int not null, "search_text" text not null, primary key ("id"));`);
    this.addSql(`create index "service_item_category_id_index" on "service_item" ("category_id");`);
    this.addSql(`alter table "service_item" add constraint "service_item_region_id_code_unique" unique ("region_id", "code");`);

    this.addSql(`create table "offering" ("id" uuid not null, "provider_id" uuid not null, "item_id" uuid not null, "enabled" boolean not null, "price_amount" int not null, primary key ("id"));`);
    this.addSql(`create index "offering_item_id_index" on "offering" ("item_id");`);
    this.addSql(`alter table "offering" add constraint "offering_provider_id_item_id_unique" unique ("provider_id", "item_id");`);

    this.addSql(`create table "service_option" ("id" uuid not null, "item_id" uuid not null, "name" jsonb not null, "price_amount" int not null, "currency" text not null, "minutes" int not null, "position" int not null, primary key ("id"));`);
    this.addSql(`create index "service_option_item_id_index" on "service_option" ("item_id");`);

    this.addSql(`create table "session" ("id" uuid not null, "account_id" uuid not null, "token_hash" text not null, "user_agent" text null, "created_at" timestamptz not null, "expires_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "session_account_id_index" on "session" ("account_id");`);
    this.addSql(`alter table "session" add constraint "session_token_hash_unique" unique ("token_hash");`);

    this.addSql(`create table "time_off" ("id" uuid not null, "provider_id" uuid not null, "starts_at" timestamptz not null, "ends_at" timestamptz not null, "reason" text null, primary key ("id"));`);
    this.addSql(`create index "time_off_provider_id_ends_at_index" on "time_off" ("provider_id", "ends_at");`);

    this.addSql(`create table "unmet_demand" ("id" uuid not null, "region_id" uuid not null, "item_ids" text[] not null, "from_date" date not null, "to_date" date not null, "reason" text not null, "latitude" double precision null, "longitude" double precision null, "at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "unmet_demand_region_id_at_index" on "unmet_demand" ("region_id", "at");`);

    this.addSql(`create table "working_span" ("id" uuid not null, "provider_id" uuid not null, "weekday" smallint not null, "start" text not null, "end" text not null, "weeks" text not null, primary key ("id"));`);
    this.addSql(`create index "working_span_provider_id_index" on "working_span" ("provider_id");`);

    this.addSql(`alter table "address" add constraint "address_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);

    this.addSql(`alter table "delivery" add constraint "delivery_account_id_foreign" foreign key ("account_id") references "account" ("id");`);

    this.addSql(`alter table "idempotency_record" add constraint "idempotency_record_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);

    this.addSql(`alter table "provider" add constraint "provider_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete set null;`);
    this.addSql(`alter table "provider" add constraint "provider_region_id_foreign" foreign key ("region_id") references "region" ("id");`);

    this.addSql(`alter table "hours_exception" add constraint "hours_exception_provider_id_foreign" foreign key ("provider_id") references "provider" ("id") on delete cascade;`);

    this.addSql(`alter table "credential" add constraint "credential_provider_id_foreign" foreign key ("provider_id") references "provider" ("id") on delete cascade;`);
    this.addSql(`alter table "credential" add constraint "credential_type_id_foreign" foreign key ("type_id") references "credential_type" ("id");`);
    this.addSql(`alter table "credential" add constraint "credential_claimed_by_id_foreign" foreign key ("claimed_by_id") references "account" ("id") on delete set null;`);

    this.addSql(`alter table "credential_decision" add constraint "credential_decision_credential_id_foreign" foreign key ("credential_id") references "credential" ("id") on delete cascade;`);
    this.addSql(`alter table "credential_decision" add constraint "credential_decision_auditor_id_foreign" foreign key ("auditor_id") references "account" ("id");`);

    this.addSql(`alter table "certificate" add constraint "certificate_provider_id_foreign" foreign key ("provider_id") references "provider" ("id") on delete cascade;`);
    this.addSql(`alter table "certificate" add constraint "certificate_course_id_foreign" foreign key ("course_id") references "course" ("id");`);

    this.addSql(`alter table "place" add constraint "place_region_id_foreign" foreign key ("region_id") references "region" ("id") on delete cascade;`);

    this.addSql(`alter table "holiday" add constraint "holiday_region_id_foreign" foreign key ("region_id") references "region" ("id") on delete cascade;`);

    this.addSql(`alter table "reservation" add constraint "reservation_provider_id_foreign" foreign key ("provider_id") references "provider" ("id");`);
    this.addSql(`alter table "reservation" add constraint "reservation_no_overlap" exclude using gist (provider_id with =, occupied with &&) where (state in ('HELD', 'BOOKED'));`);

    this.addSql(`alter table "booking" add constraint "booking_reservation_id_foreign" foreign key ("reservation_id") references "reservation" ("id");`);
    this.addSql(`alter table "booking" add constraint "booking_household_id_foreign" foreign key ("household_id") references "account" ("id");`);
    this.addSql(`alter table "booking" add constraint "booking_provider_id_foreign" foreign key ("provider_id") references "provider" ("id");`);
    this.addSql(`alter table "booking" add constraint "booking_region_id_foreign" foreign key ("region_id") references "region" ("id");`);

    this.addSql(`alter table "booking_transition" add constraint "booking_transition_booking_id_foreign" foreign key ("booking_id") references "booking" ("id") on delete cascade;`);
    this.addSql(`alter table "booking_transition" add constraint "booking_transition_actor_id_foreign" foreign key ("actor_id") references "account" ("id") on delete set null;`);

    this.addSql(`alter table "review" add constraint "review_booking_id_foreign" foreign key ("booking_id") references "booking" ("id");`);
    this.addSql(`alter table "review" add constraint "review_provider_id_foreign" foreign key ("provider_id") references "provider" ("id");`);
    this.addSql(`alter table "review" add constraint "review_author_id_foreign" foreign key ("author_id") references "account" ("id");`);

    this.addSql(`alter table "service_category" add constraint "service_category_parent_id_foreign" foreign key ("parent_id") references "service_category" ("id") on delete set null;`);

    this.addSql(`alter table "service_item" add constraint "service_item_region_id_foreign" foreign key ("region_id") references "region" ("id");`);
    this.addSql(`alter table "service_item" add constraint "service_item_category_id_foreign" foreign key ("category_id") references "service_category" ("id");`);

    this.addSql(`alter table "offering" add constraint "offering_provider_id_foreign" foreign key ("provider_id") references "provider" ("id") on delete cascade;`);
    this.addSql(`alter table "offering" add constraint "offering_item_id_foreign" foreign key ("item_id") references "service_item" ("id");`);

    this.addSql(`alter table "service_option" add constraint "service_option_item_id_foreign" foreign key ("item_id") references "service_item" ("id") on delete cascade;`);

    this.addSql(`alter table "session" add constraint "session_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);

    this.addSql(`alter table "time_off" add constraint "time_off_provider_id_foreign" foreign key ("provider_id") references "provider" ("id") on delete cascade;`);

    this.addSql(`alter table "working_span" add constraint "working_span_provider_id_foreign" foreign key ("provider_id") references "provider" ("id") on delete cascade;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "address" drop constraint "address_account_id_foreign";`);
    this.addSql(`alter table "delivery" drop constraint "delivery_account_id_foreign";`);
    this.addSql(`alter table "idempotency_record" drop constraint "idempotency_record_account_id_foreign";`);
    this.addSql(`alter table "provider" drop constraint "provider_account_id_foreign";`);
    this.addSql(`alter table "credential" drop constraint "credential_claimed_by_id_foreign";`);
    this.addSql(`alter table "credential_decision" drop constraint "credential_decision_auditor_id_foreign";`);
    this.addSql(`alter table "booking" drop constraint "booking_household_id_foreign";`);
    this.addSql(`alter table "booking_transition" drop constraint "booking_transition_actor_id_foreign";`);
    this.addSql(`alter table "review" drop constraint "review_author_id_foreign";`);
    this.addSql(`alter table "session" drop constraint "session_account_id_foreign";`);
    this.addSql(`alter table "certificate" drop constraint "certificate_course_id_foreign";`);
    this.addSql(`alter table "credential" drop constraint "credential_type_id_foreign";`);
    this.addSql(`alter table "provider" drop constraint "provider_region_id_foreign";`);
    this.addSql(`alter table "place" drop constraint "place_region_id_foreign";`);
    this.addSql(`alter table "holiday" drop constraint "holiday_region_id_foreign";`);
    this.addSql(`alter table "booking" drop constraint "booking_region_id_foreign";`);
    this.addSql(`alter table "service_item" drop constraint "service_item_region_id_foreign";`);
    this.addSql(`alter table "hours_exception" drop constraint "hours_exception_provider_id_foreign";`);
    this.addSql(`alter table "credential" drop constraint "credential_provider_id_foreign";`);
    this.addSql(`alter table "certificate" drop constraint "certificate_provider_id_foreign";`);
    this.addSql(`alter table "reservation" drop constraint "reservation_provider_id_foreign";`);
    this.addSql(`alter table "booking" drop constraint "booking_provider_id_foreign";`);
    this.addSql(`alter table "review" drop constraint "review_provider_id_foreign";`);
    this.addSql(`alter table "offering" drop constraint "offering_provider_id_foreign";`);
    this.addSql(`alter table "time_off" drop constraint "time_off_provider_id_foreign";`);
    this.addSql(`alter table "working_span" drop constraint "working_span_provider_id_foreign";`);
    this.addSql(`alter table "credential_decision" drop constraint "credential_decision_credential_id_foreign";`);
    this.addSql(`alter table "booking" drop constraint "booking_reservation_id_foreign";`);
    this.addSql(`alter table "booking_transition" drop constraint "booking_transition_booking_id_foreign";`);
    this.addSql(`alter table "review" drop constraint "review_booking_id_foreign";`);
    this.addSql(`alter table "service_category" drop constraint "service_category_parent_id_foreign";`);
    this.addSql(`alter table "service_item" drop constraint "service_item_category_id_foreign";`);
    this.addSql(`alter table "offering" drop constraint "offering_item_id_foreign";`);
    this.addSql(`alter table "service_option" drop constraint "service_option_item_id_foreign";`);

    this.addSql(`drop table if exists "account" cascade;`);
    this.addSql(`drop table if exists "address" cascade;`);
    this.addSql(`drop table if exists "course" cascade;`);
    this.addSql(`drop table if exists "credential_type" cascade;`);
    this.addSql(`drop table if exists "delivery" cascade;`);
    this.addSql(`drop table if exists "idempotency_record" cascade;`);
    this.addSql(`drop table if exists "outbox_message" cascade;`);
    this.addSql(`drop table if exists "payment" cascade;`);
    this.addSql(`drop table if exists "region" cascade;`);
    this.addSql(`drop table if exists "provider" cascade;`);
    this.addSql(`drop table if exists "hours_exception" cascade;`);
    this.addSql(`drop table if exists "credential" cascade;`);
    this.addSql(`drop table if exists "credential_decision" cascade;`);
    this.addSql(`drop table if exists "certificate" cascade;`);
    this.addSql(`drop table if exists "place" cascade;`);
    this.addSql(`drop table if exists "holiday" cascade;`);
    this.addSql(`drop table if exists "reservation" cascade;`);
    this.addSql(`drop table if exists "booking" cascade;`);
    this.addSql(`drop table if exists "booking_transition" cascade;`);
    this.addSql(`drop table if exists "review" cascade;`);
    this.addSql(`drop table if exists "sandbox_charge" cascade;`);
    this.addSql(`drop table if exists "service_category" cascade;`);
    this.addSql(`drop table if exists "service_item" cascade;`);
    this.addSql(`drop table if exists "offering" cascade;`);
    this.addSql(`drop table if exists "service_option" cascade;`);
    this.addSql(`drop table if exists "session" cascade;`);
    this.addSql(`drop table if exists "time_off" cascade;`);
    this.addSql(`drop table if exists "unmet_demand" cascade;`);
    this.addSql(`drop table if exists "working_span" cascade;`);
  }

}
