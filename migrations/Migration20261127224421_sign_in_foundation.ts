import { Migration } from '@mikro-orm/migrations';

export class Migration20261127224421_sign_in_foundation extends Migration {

  override name = 'Migration20261127224421_sign_in_foundation';

  override up(): void | Promise<void> {
    this.addSql(`create table "account_message" ("id" uuid not null, "account_id" uuid not null, "kind" text not null, "recipient" text null, "token_id" uuid null, "created_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "account_message_account_id_index" on "account_message" ("account_id");`);

    this.addSql(`create table "account_token" ("id" uuid not null, "account_id" uuid not null, "purpose" text not null, "subject" text null, "created_at" timestamptz not null, "expires_at" timestamptz not null, "used_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "account_token_account_id_index" on "account_token" ("account_id");`);

    this.addSql(`alter table "account" add "email_verified_at" timestamptz null, add "phone_verified_at" timestamptz null, add "banned_at" timestamptz null;`);

    this.addSql(`alter table "delivery" add "secret" boolean not null default false;`);

    this.addSql(`alter table "session" add "ip_class" text null, add "method" text not null default 'PASSWORD', add "authenticated_at" timestamptz not null default now(), add "second_factor_at" timestamptz null, add "last_used_at" timestamptz not null default now();`);

    this.addSql(`alter table "account_message" add constraint "account_message_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "account_message" enable row level security;`);
    this.addSql(`alter table "account_message" force row level security;`);
    this.addSql(`create policy "account_message_visible" on "account_message" using ((current_user <> 'doorstep_app' or account_id = viewer.account())) with check ((current_user <> 'doorstep_app' or account_id = viewer.account()));`);

    this.addSql(`alter table "account_token" add constraint "account_token_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "account_token" enable row level security;`);
    this.addSql(`alter table "account_token" force row level security;`);
    this.addSql(`create policy "account_token_visible" on "account_token" using ((current_user <> 'doorstep_app' or account_id = viewer.account())) with check ((current_user <> 'doorstep_app' or account_id = viewer.account()));`);

    this.addSql(`-- Addresses that people have signed in with until now count as theirs.
      update account set email_verified_at = created_at;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "account_message" cascade;`);
    this.addSql(`drop table if exists "account_token" cascade;`);

    this.addSql(`alter table "account" drop column "email_verified_at", drop column "phone_verified_at", drop column "banned_at";`);

    this.addSql(`alter table "delivery" drop column "secret";`);

    this.addSql(`alter table "session" drop column "ip_class", drop column "method", drop column "authenticated_at", drop column "second_factor_at", drop column "last_used_at";`);
  }

}
