import { Migration } from '@mikro-orm/migrations';

export class Migration20261128024349_the_visit extends Migration {

  override name = 'Migration20261128024349_the_visit';

  override up(): void | Promise<void> {
    this.addSql(`create table "support_case" ("id" uuid not null, "booking_id" uuid not null, "kind" text not null, "opened_at" timestamptz not null, "closed_at" timestamptz null, "closed_by_id" uuid null, "outcome" text null, primary key ("id"));`);
    this.addSql(`create index "support_case_opened_at_id_index" on "support_case" ("opened_at", "id");`);
    this.addSql(`alter table "support_case" add constraint "support_case_booking_id_kind_unique" unique ("booking_id", "kind");`);

    this.addSql(`create table "visit" ("id" uuid not null, "booking_id" uuid not null, "code_tries" int not null default 0, "eta" timestamptz null, "delayed_at" timestamptz null, "started_at" timestamptz null, "started_by" text null, "position" text null, "checklist" jsonb null, "unsafe_note" text null, primary key ("id"));`);
    this.addSql(`alter table "visit" add constraint "visit_booking_id_unique" unique ("booking_id");`);

    this.addSql(`create table "visit_extra" ("id" uuid not null, "booking_id" uuid not null, "state" text not null, "label" jsonb not null, "item" jsonb null, "minutes" int not null, "amount" int not null, "tax" int not null, "currency" text not null, "note" text null, "proposed_at" timestamptz not null, "decided_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "visit_extra_booking_id_proposed_at_index" on "visit_extra" ("booking_id", "proposed_at");`);
    this.addSql(`create unique index "visit_extra_one_open" on "visit_extra" ("booking_id") where state = 'PROPOSED';`);

    this.addSql(`create table "visit_photo" ("id" uuid not null, "booking_id" uuid not null, "moment" text not null, "taken_by" text not null, "content_type" text not null, "file_key" text not null, "document_key" text not null, "created_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "visit_photo_booking_id_index" on "visit_photo" ("booking_id");`);

    this.addSql(`create table "visit_photo_upload" ("id" uuid not null, "booking_id" uuid not null, "account_id" uuid not null, "moment" text not null, "bytes" int not null, "expires_at" timestamptz not null, "file_key" text null, "claimed_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "visit_photo_upload_booking_id_index" on "visit_photo_upload" ("booking_id");`);
    this.addSql(`create index "visit_photo_upload_account_id_index" on "visit_photo_upload" ("account_id");`);

    this.addSql(`alter table "booking" add "left_unsafe" boolean not null default false;`);

    this.addSql(`alter table "support_case" add constraint "support_case_booking_id_foreign" foreign key ("booking_id") references "booking" ("id");`);
    this.addSql(`alter table "support_case" add constraint "support_case_closed_by_id_foreign" foreign key ("closed_by_id") references "account" ("id") on delete set null;`);
    this.addSql(`alter table "support_case" enable row level security;`);
    this.addSql(`alter table "support_case" force row level security;`);
    this.addSql(`create policy "support_case_visible" on "support_case" using ((current_user <> 'doorstep_app' or viewer.has_role('OPERATOR'))) with check ((current_user <> 'doorstep_app' or viewer.has_role('OPERATOR')));`);

    this.addSql(`alter table "visit" add constraint "visit_booking_id_foreign" foreign key ("booking_id") references "booking" ("id") on delete cascade;`);
    this.addSql(`alter table "visit" enable row level security;`);
    this.addSql(`alter table "visit" force row level security;`);
    this.addSql(`create policy "visit_visible" on "visit" using ((current_user <> 'doorstep_app' or exists (select from booking b where b.id = booking_id))) with check ((current_user <> 'doorstep_app' or exists (select from booking b where b.id = booking_id)));`);

    this.addSql(`alter table "visit_extra" add constraint "visit_extra_booking_id_foreign" foreign key ("booking_id") references "booking" ("id") on delete cascade;`);
    this.addSql(`alter table "visit_extra" enable row level security;`);
    this.addSql(`alter table "visit_extra" force row level security;`);
    this.addSql(`create policy "visit_extra_visible" on "visit_extra" using ((current_user <> 'doorstep_app' or exists (select from booking b where b.id = booking_id))) with check ((current_user <> 'doorstep_app' or exists (select from booking b where b.id = booking_id)));`);

    this.addSql(`alter table "visit_photo" add constraint "visit_photo_booking_id_foreign" foreign key ("booking_id") references "booking" ("id") on delete cascade;`);
    this.addSql(`alter table "visit_photo" enable row level security;`);
    this.addSql(`alter table "visit_photo" force row level security;`);
    this.addSql(`create policy "visit_photo_visible" on "visit_photo" using ((current_user <> 'doorstep_app' or exists (select from booking b where b.id = booking_id))) with check ((current_user <> 'doorstep_app' or exists (select from booking b where b.id = booking_id)));`);

    this.addSql(`alter table "visit_photo_upload" add constraint "visit_photo_upload_booking_id_foreign" foreign key ("booking_id") references "booking" ("id") on delete cascade;`);
    this.addSql(`alter table "visit_photo_upload" add constraint "visit_photo_upload_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "visit_photo_upload" enable row level security;`);
    this.addSql(`alter table "visit_photo_upload" force row level security;`);
    this.addSql(`create policy "visit_photo_upload_visible" on "visit_photo_upload" using ((current_user <> 'doorstep_app' or account_id = viewer.account())) with check ((current_user <> 'doorstep_app' or account_id = viewer.account()));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "support_case" cascade;`);
    this.addSql(`drop table if exists "visit" cascade;`);
    this.addSql(`drop table if exists "visit_extra" cascade;`);
    this.addSql(`drop table if exists "visit_photo" cascade;`);
    this.addSql(`drop table if exists "visit_photo_upload" cascade;`);

    this.addSql(`alter table "booking" drop column "left_unsafe";`);
  }

}
