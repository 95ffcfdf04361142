import { Migration } from '@mikro-orm/migrations';

export class Migration20261128033057_substitutes_and_waitlist extends Migration {

  override name = 'Migration20261128033057_substitutes_and_waitlist';

  override up(): void | Promise<void> {
    this.addSql(`create table "substitute_search" ("id" uuid not null, "booking_id" uuid not null, "household_id" uuid not null, "former_provider_id" uuid not null, "cause" text not null, "status" text not null, "proposed" jsonb not null, "substitute_id" uuid null, "platform_share_amount" int null, "opened_at" timestamptz not null, "deadline_at" timestamptz not null, "closed_at" timestamptz null, "closed_by" text null, primary key ("id"));`);
    this.addSql(`create unique index "substitute_search_one_open" on "substitute_search" ("booking_id") where status in ('UNCOVERED', 'OFFERED');`);
    this.addSql(`create index "substitute_search_status_deadline_at_index" on "substitute_search" ("status", "deadline_at");`);
    this.addSql(`create index "substitute_search_booking_id_id_index" on "substitute_search" ("booking_id", "id");`);

    this.addSql(`create table "waitlist_entry" ("id" uuid not null, "household_id" uuid not null, "joined_by_id" uuid null, "region_id" uuid not null, "provider_id" uuid null, "items" jsonb not null, "venue" text not null, "address_id" uuid null, "latitude" double precision null, "longitude" double precision null, "first_day" date not null, "last_day" date not null, "earliest" text null, "latest" text null, "status" text not null, "unanswered" int not null default 0, "joined_at" timestamptz not null, "closed_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "waitlist_entry_provider_id_index" on "waitlist_entry" ("provider_id");`);
    this.addSql(`create index "waitlist_entry_household_id_joined_at_index" on "waitlist_entry" ("household_id", "joined_at");`);
    this.addSql(`create index "waitlist_entry_status_region_id_joined_at_index" on "waitlist_entry" ("status", "region_id", "joined_at");`);

    this.addSql(`create table "waitlist_offer" ("id" uuid not null, "entry_id" uuid not null, "booking_id" uuid not null, "provider_id" uuid not null, "starts_at" timestamptz not null, "status" text not null, "offered_at" timestamptz not null, "expires_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "waitlist_offer" add constraint "waitlist_offer_booking_id_unique" unique ("booking_id");`);
    this.addSql(`alter table "waitlist_offer" add constraint "waitlist_offer_entry_id_provider_id_starts_at_unique" unique ("entry_id", "provider_id", "starts_at");`);

    this.addSql(`alter table "booking" add "substitute_sought_until" timestamptz null, add "offered_from_waitlist" boolean not null default false;`);

    this.addSql(`alter table "substitute_search" add constraint "substitute_search_booking_id_foreign" foreign key ("booking_id") references "booking" ("id") on delete cascade;`);
    this.addSql(`alter table "substitute_search" add constraint "substitute_search_household_id_foreign" foreign key ("household_id") references "account" ("id");`);
    this.addSql(`alter table "substitute_search" add constraint "substitute_search_former_provider_id_foreign" foreign key ("former_provider_id") references "provider" ("id");`);
    this.addSql(`alter table "substitute_search" add constraint "substitute_search_substitute_id_foreign" foreign key ("substitute_id") references "provider" ("id") on delete set null;`);
    this.addSql(`alter table "substitute_search" enable row level security;`);
    this.addSql(`alter table "substitute_search" force row level security;`);
    this.addSql(`create policy "substitute_search_visible" on "substitute_search" using ((current_user <> 'doorstep_app' or household_id = viewer.household() or household_id = viewer.account() or viewer.owns_provider(former_provider_id) or viewer.has_role('OPERATOR'))) with check ((current_user <> 'doorstep_app' or household_id = viewer.household() or household_id = viewer.account() or viewer.owns_provider(former_provider_id) or viewer.has_role('OPERATOR')));`);

    this.addSql(`alter table "waitlist_entry" add constraint "waitlist_entry_household_id_foreign" foreign key ("household_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "waitlist_entry" add constraint "waitlist_entry_joined_by_id_foreign" foreign key ("joined_by_id") references "account" ("id") on delete set null;`);
    this.addSql(`alter table "waitlist_entry" add constraint "waitlist_entry_region_id_foreign" foreign key ("region_id") references "region" ("id");`);
    this.addSql(`alter table "waitlist_entry" add constraint "waitlist_entry_provider_id_foreign" foreign key ("provider_id") references "provider" ("id") on delete set null;`);
    this.addSql(`alter table "waitlist_entry" add constraint "waitlist_entry_address_id_foreign" foreign key ("address_id") references "address" ("id") on delete cascade;`);
    this.addSql(`alter table "waitlist_entry" enable row level security;`);
    this.addSql(`alter table "waitlist_entry" force row level security;`);
    this.addSql(`create policy "waitlist_entry_visible" on "waitlist_entry" using ((current_user <> 'doorstep_app' or household_id = viewer.household() or household_id = viewer.account())) with check ((current_user <> 'doorstep_app' or household_id = viewer.household() or household_id = viewer.account()));`);

    this.addSql(`alter table "waitlist_offer" add constraint "waitlist_offer_entry_id_foreign" foreign key ("entry_id") references "waitlist_entry" ("id") on delete cascade;`);
    this.addSql(`alter table "waitlist_offer" add constraint "waitlist_offer_booking_id_foreign" foreign key ("booking_id") references "booking" ("id") on delete cascade;`);
    this.addSql(`alter table "waitlist_offer" add constraint "waitlist_offer_provider_id_foreign" foreign key ("provider_id") references "provider" ("id");`);
    this.addSql(`alter table "waitlist_offer" enable row level security;`);
    this.addSql(`alter table "waitlist_offer" force row level security;`);
    this.addSql(`create policy "waitlist_offer_visible" on "waitlist_offer" using ((current_user <> 'doorstep_app' or exists (select from waitlist_entry e where e.id = entry_id))) with check ((current_user <> 'doorstep_app' or exists (select from waitlist_entry e where e.id = entry_id)));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "waitlist_offer" drop constraint "waitlist_offer_entry_id_foreign";`);

    this.addSql(`drop table if exists "substitute_search" cascade;`);
    this.addSql(`drop table if exists "waitlist_entry" cascade;`);
    this.addSql(`drop table if exists "waitlist_offer" cascade;`);

    this.addSql(`alter table "booking" drop column "substitute_sought_until", drop column "offered_from_waitlist";`);
  }

}
