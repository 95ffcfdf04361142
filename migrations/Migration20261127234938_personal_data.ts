import { Migration } from '@mikro-orm/migrations';

export class Migration20261127234938_personal_data extends Migration {

  override name = 'Migration20261127234938_personal_data';

  override up(): void | Promise<void> {
    this.addSql(`create table "account_erasure" ("id" uuid not null, "account_id" uuid not null, "requested_at" timestamptz not null, "due_at" timestamptz not null, "cancelled_at" timestamptz null, "begun_at" timestamptz null, "erased_at" timestamptz null, "hidden" jsonb not null, primary key ("id"));`);
    this.addSql(`create unique index "account_erasure_one_at_a_time" on "account_erasure" ("account_id") where cancelled_at is null;`);

    this.addSql(`create table "consent" ("id" uuid not null, "account_id" uuid not null, "purpose" text not null, "version" text not null, "act" text not null, "at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "consent_account_id_purpose_at_index" on "consent" ("account_id", "purpose", "at");`);

    this.addSql(`create table "data_export" ("id" uuid not null, "account_id" uuid not null, "state" text not null, "progress" int not null default 0, "requested_at" timestamptz not null, "ready_at" timestamptz null, "expires_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create unique index "data_export_one_at_a_time" on "data_export" ("account_id") where state in ('QUEUED', 'RUNNING');`);
    this.addSql(`create index "data_export_account_id_requested_at_index" on "data_export" ("account_id", "requested_at");`);

    this.addSql(`create table "data_export_part" ("id" uuid not null, "export_id" uuid not null, "number" int not null, "bytes" int not null, "file_key" text not null, "document_key" text not null, primary key ("id"));`);
    this.addSql(`create index "data_export_part_export_id_index" on "data_export_part" ("export_id");`);

    this.addSql(`alter table "account_erasure" enable row level security;`);
    this.addSql(`alter table "account_erasure" force row level security;`);
    this.addSql(`create policy "account_erasure_visible" on "account_erasure" using ((current_user <> 'doorstep_app' or account_id = viewer.account())) with check ((current_user <> 'doorstep_app' or account_id = viewer.account()));`);

    this.addSql(`alter table "consent" add constraint "consent_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "consent" enable row level security;`);
    this.addSql(`alter table "consent" force row level security;`);
    this.addSql(`create policy "consent_visible" on "consent" using ((current_user <> 'doorstep_app' or account_id = viewer.account())) with check ((current_user <> 'doorstep_app' or account_id = viewer.account()));`);

    this.addSql(`alter table "data_export" add constraint "data_export_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "data_export" enable row level security;`);
    this.addSql(`alter table "data_export" force row level security;`);
    this.addSql(`create policy "data_export_visible" on "data_export" using ((current_user <> 'doorstep_app' or account_id = viewer.account())) with check ((current_user <> 'doorstep_app' or account_id = viewer.account()));`);

    this.addSql(`alter table "data_export_part" add constraint "data_export_part_export_id_foreign" foreign key ("export_id") references "data_export" ("id") on delete cascade;`);
    this.addSql(`alter table "data_export_part" enable row level security;`);
    this.addSql(`alter table "data_export_part" force row level security;`);
    this.addSql(`create policy "data_export_part_visible" on "data_export_part" using ((current_user <> 'doorstep_app' or exists (select from data_export e where e.id = export_id and e.account_id = viewer.account()))) with check ((current_user <> 'doorstep_app' or exists (select from data_export e where e.id = export_id and e.account_id = viewer.account())));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "data_export_part" drop constraint "data_export_part_export_id_foreign";`);

    this.addSql(`drop table if exists "account_erasure" cascade;`);
    this.addSql(`drop table if exists "consent" cascade;`);
    this.addSql(`drop table if exists "data_export" cascade;`);
    this.addSql(`drop table if exists "data_export_part" cascade;`);
  }

}
