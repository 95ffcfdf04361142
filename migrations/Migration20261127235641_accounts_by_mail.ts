import { Migration } from '@mikro-orm/migrations';

export class Migration20261127235641_accounts_by_mail extends Migration {

  override name = 'Migration20261127235641_accounts_by_mail';

  override up(): void | Promise<void> {
    this.addSql(`create table "address_request" ("id" uuid not null, "wish" text not null, "account_id" uuid null, "email" text not null, "email_hash" text not null, "password_hash" text null, "display_name" text null, "locale" text not null, "claim_hash" text null, "created_at" timestamptz not null, "expires_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "address_request_account_id_index" on "address_request" ("account_id");`);
    this.addSql(`create index "address_request_email_hash_index" on "address_request" ("email_hash");`);

    this.addSql(`create table "known_device" ("id" uuid not null, "account_id" uuid not null, "device_hash" text not null, "seen_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "known_device" add constraint "known_device_account_id_device_hash_unique" unique ("account_id", "device_hash");`);

    this.addSql(`alter table "delivery" drop constraint "delivery_account_id_foreign";`);

    this.addSql(`alter table "account_message" add "locale" text null, add "user_agent" text null;`);
    this.addSql(`alter table "account_message" alter column "account_id" drop not null;`);

    this.addSql(`alter table "delivery" alter column "account_id" drop not null;`);
    this.addSql(`alter table "delivery" add constraint "delivery_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete set null;`);

    this.addSql(`alter table "address_request" add constraint "address_request_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "address_request" enable row level security;`);
    this.addSql(`alter table "address_request" force row level security;`);
    this.addSql(`create policy "address_request_visible" on "address_request" using ((current_user <> 'doorstep_app' or account_id = viewer.account())) with check ((current_user <> 'doorstep_app' or account_id = viewer.account()));`);

    this.addSql(`alter table "known_device" add constraint "known_device_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "known_device" enable row level security;`);
    this.addSql(`alter table "known_device" force row level security;`);
    this.addSql(`create policy "known_device_visible" on "known_device" using ((current_user <> 'doorstep_app' or account_id = viewer.account())) with check ((current_user <> 'doorstep_app' or account_id = viewer.account()));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "address_request" cascade;`);
    this.addSql(`drop table if exists "known_device" cascade;`);

    this.addSql(`alter table "delivery" drop constraint "delivery_account_id_foreign";`);

    this.addSql(`alter table "account_message" drop column "locale", drop column "user_agent";`);
    this.addSql(`alter table "account_message" alter column "account_id" set not null;`);

    this.addSql(`alter table "delivery" alter column "account_id" set not null;`);
    this.addSql(`alter table "delivery" add constraint "delivery_account_id_foreign" foreign key ("account_id") references "account" ("id");`);
  }

}
