import { Migration } from '@mikro-orm/migrations';

export class Migration20261128025832_book_series extends Migration {

  override name = 'Migration20261128025832_book_series';

  override up(): void | Promise<void> {
    this.addSql(`create table "booking_series" ("id" uuid not null, "household_id" uuid not null, "booked_by_id" uuid not null, "provider_id" uuid not null, "region_id" uuid not null, "time_zone" text not null, "local_time" text not null, "every_weeks" int not null, "weekdays" jsonb not null, "items" jsonb not null, "minutes" int not null, "payment_method" text not null, "card_version" int not null default 1, "price_locked_until" date not null, "created_at" timestamptz not null, "ended_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "booking_series_booked_by_id_index" on "booking_series" ("booked_by_id");`);
    this.addSql(`create index "booking_series_provider_id_index" on "booking_series" ("provider_id");`);
    this.addSql(`create index "booking_series_household_id_created_at_index" on "booking_series" ("household_id", "created_at");`);

    this.addSql(`create table "series_visit" ("id" uuid not null, "series_id" uuid not null, "date" date not null, "starts_at" timestamptz not null, "status" text not null, "reason" text null, "booking_id" uuid null, "stored_quote" jsonb not null, primary key ("id"));`);
    this.addSql(`alter table "series_visit" add constraint "series_visit_booking_id_unique" unique ("booking_id");`);
    this.addSql(`alter table "series_visit" add constraint "series_visit_series_id_date_unique" unique ("series_id", "date");`);

    this.addSql(`alter table "booking_series" add constraint "booking_series_household_id_foreign" foreign key ("household_id") references "account" ("id");`);
    this.addSql(`alter table "booking_series" add constraint "booking_series_booked_by_id_foreign" foreign key ("booked_by_id") references "account" ("id");`);
    this.addSql(`alter table "booking_series" add constraint "booking_series_provider_id_foreign" foreign key ("provider_id") references "provider" ("id");`);
    this.addSql(`alter table "booking_series" add constraint "booking_series_region_id_foreign" foreign key ("region_id") references "region" ("id");`);
    this.addSql(`alter table "booking_series" enable row level security;`);
    this.addSql(`alter table "booking_series" force row level security;`);
    this.addSql(`create policy "booking_series_visible" on "booking_series" using ((current_user <> 'doorstep_app' or household_id = viewer.household() or household_id = viewer.account() or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR'))) with check ((current_user <> 'doorstep_app' or household_id = viewer.household() or household_id = viewer.account() or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR')));`);

    this.addSql(`alter table "series_visit" add constraint "series_visit_series_id_foreign" foreign key ("series_id") references "booking_series" ("id") on delete cascade;`);
    this.addSql(`alter table "series_visit" add constraint "series_visit_booking_id_foreign" foreign key ("booking_id") references "booking" ("id") on delete set null;`);
    this.addSql(`alter table "series_visit" enable row level security;`);
    this.addSql(`alter table "series_visit" force row level security;`);
    this.addSql(`create policy "series_visit_visible" on "series_visit" using ((current_user <> 'doorstep_app' or exists (select from booking_series s where s.id = series_id))) with check ((current_user <> 'doorstep_app' or exists (select from booking_series s where s.id = series_id)));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "series_visit" drop constraint "series_visit_series_id_foreign";`);

    this.addSql(`drop table if exists "booking_series" cascade;`);
    this.addSql(`drop table if exists "series_visit" cascade;`);
  }

}
