import { Migration } from '@mikro-orm/migrations';

export class Migration20261127232438_second_factors extends Migration {

  override name = 'Migration20261127232438_second_factors';

  override up(): void | Promise<void> {
    this.addSql(`create table "authenticator_app" ("id" uuid not null, "account_id" uuid not null, "secret" text not null, "name" text not null, "created_at" timestamptz not null, "confirmed_at" timestamptz null, "last_step" int not null default 0, "last_used_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "authenticator_app_account_id_index" on "authenticator_app" ("account_id");`);

    this.addSql(`create table "passkey" ("id" uuid not null, "account_id" uuid not null, "credential_id" text not null, "public_key" text not null, "counter" double precision not null, "transports" text[] not null, "is_synced" boolean not null, "name" text not null, "created_at" timestamptz not null, "last_used_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "passkey_account_id_index" on "passkey" ("account_id");`);
    this.addSql(`alter table "passkey" add constraint "passkey_credential_id_unique" unique ("credential_id");`);

    this.addSql(`create table "passkey_challenge" ("id" uuid not null, "account_id" uuid null, "purpose" text not null, "challenge" text not null, "expires_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "passkey_challenge_account_id_index" on "passkey_challenge" ("account_id");`);
    this.addSql(`alter table "passkey_challenge" add constraint "passkey_challenge_challenge_unique" unique ("challenge");`);
    this.addSql(`create index "passkey_challenge_expires_at_index" on "passkey_challenge" ("expires_at");`);

    this.addSql(`create table "recovery_code" ("id" uuid not null, "account_id" uuid not null, "code_hash" text not null, "created_at" timestamptz not null, "used_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "recovery_code_account_id_index" on "recovery_code" ("account_id");`);
    this.addSql(`alter table "recovery_code" add constraint "recovery_code_code_hash_unique" unique ("code_hash");`);

    this.addSql(`alter table "account_token" add "tries" int not null default 0;`);

    this.addSql(`alter table "authenticator_app" add constraint "authenticator_app_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "authenticator_app" enable row level security;`);
    this.addSql(`alter table "authenticator_app" force row level security;`);
    this.addSql(`create policy "authenticator_app_visible" on "authenticator_app" using ((current_user <> 'doorstep_app' or account_id = viewer.account())) with check ((current_user <> 'doorstep_app' or account_id = viewer.account()));`);

    this.addSql(`alter table "passkey" add constraint "passkey_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "passkey" enable row level security;`);
    this.addSql(`alter table "passkey" force row level security;`);
    this.addSql(`create policy "passkey_visible" on "passkey" using ((current_user <> 'doorstep_app' or account_id = viewer.account())) with check ((current_user <> 'doorstep_app' or account_id = viewer.account()));`);

    this.addSql(`alter table "passkey_challenge" add constraint "passkey_challenge_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "passkey_challenge" enable row level security;`);
    this.addSql(`alter table "passkey_challenge" force row level security;`);
    this.addSql(`create policy "passkey_challenge_visible" on "passkey_challenge" using ((current_user <> 'doorstep_app' or account_id = viewer.account())) with check ((current_user <> 'doorstep_app' or account_id = viewer.account()));`);

    this.addSql(`alter table "recovery_code" add constraint "recovery_code_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "recovery_code" enable row level security;`);
    this.addSql(`alter table "recovery_code" force row level security;`);
    this.addSql(`create policy "recovery_code_visible" on "recovery_code" using ((current_user <> 'doorstep_app' or account_id = viewer.account())) with check ((current_user <> 'doorstep_app' or account_id = viewer.account()));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "authenticator_app" cascade;`);
    this.addSql(`drop table if exists "passkey" cascade;`);
    this.addSql(`drop table if exists "passkey_challenge" cascade;`);
    this.addSql(`drop table if exists "recovery_code" cascade;`);

    this.addSql(`alter table "account_token" drop column "tries";`);
  }

}
