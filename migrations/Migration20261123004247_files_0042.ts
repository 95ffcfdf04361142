import { Migration } from '@mikro-orm/migrations';

export class Migration20261123004247_files_0042 extends Migration {

  override name = 'Migration20261123004247_files_0042';

  override up(): void | Promise<void> {
    this.addSql(`create table "evidence_upload" ("id" uuid not null, "credential_id" uuid not null, "account_id" uuid not null, "kind" text not null, "name" text not null, "bytes" int not null, "expires_at" timestamptz not null, "file_key" text null, "claimed_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "evidence_upload_credential_id_index" on "evidence_upload" ("credential_id");`);
    this.addSql(`create index "evidence_upload_account_id_index" on "evidence_upload" ("account_id");`);

    this.addSql(`create table "evidence" ("id" uuid not null, "credential_id" uuid not null, "kind" text not null, "name" text not null, "content_type" text not null, "bytes" int not null, "sha256" text not null, "file_key" text not null, "document_key" text not null, "created_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "evidence_credential_id_index" on "evidence" ("credential_id");`);

    this.addSql(`alter table "credential_type" add "evidence_kinds" jsonb not null default '[]';`);

    this.addSql(`alter table "evidence_upload" add constraint "evidence_upload_credential_id_foreign" foreign key ("credential_id") references "credential" ("id") on delete cascade;`);
    this.addSql(`alter table "evidence_upload" add constraint "evidence_upload_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "evidence_upload" enable row level security;`);
    this.addSql(`alter table "evidence_upload" force row level security;`);
    this.addSql(`create policy "evidence_upload_visible" on "evidence_upload" using ((current_user <> 'doorstep_app' or account_id = (select nullif(current_setting('doorstep.account', true), '')::uuid))) with check ((current_user <> 'doorstep_app' or account_id = (select nullif(current_setting('doorstep.account', true), '')::uuid)));`);

    this.addSql(`alter table "evidence" add constraint "evidence_credential_id_foreign" foreign key ("credential_id") references "credential" ("id") on delete cascade;`);
    this.addSql(`alter table "evidence" enable row level security;`);
    this.addSql(`alter table "evidence" force row level security;`);
    this.addSql(`create policy "evidence_visible" on "evidence" using ((current_user <> 'doorstep_app' or (credential_id in (select c.id from credential c where c.provider_id in (select p.id from provider p where p.account_id = (select nullif(current_setting('doorstep.account', true), '')::uuid))) or (select string_to_array(current_setting('doorstep.roles', true), ',') && array['AUDITOR'])))) with check ((current_user <> 'doorstep_app' or (credential_id in (select c.id from credential c where c.provider_id in (select p.id from provider p where p.account_id = (select nullif(current_setting('doorstep.account', true), '')::uuid))) or (select string_to_array(current_setting('doorstep.roles', true), ',') && array['AUDITOR']))));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "evidence_upload" cascade;`);
    this.addSql(`drop table if exists "evidence" cascade;`);

    this.addSql(`alter table "credential_type" drop column "evidence_kinds";`);
  }

}
