import { Migration } from '@mikro-orm/migrations';

export class Migration20261127234853_phone_codes extends Migration {

  override name = 'Migration20261127234853_phone_codes';

  override up(): void | Promise<void> {
    this.addSql(`create table "phone_code" ("id" uuid not null, "purpose" text not null, "account_id" uuid null, "phone" text not null, "locale" text not null, "tries" int not null default 0, "created_at" timestamptz not null, "expires_at" timestamptz not null, "sent_at" timestamptz null, "used_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "phone_code_account_id_index" on "phone_code" ("account_id");`);

    this.addSql(`create table "text_count" ("id" uuid not null, "scope" text not null, "key" text not null, "span" text not null, "since" timestamptz not null, "texts" int not null, "cost" int not null, primary key ("id"));`);
    this.addSql(`alter table "text_count" add constraint "text_count_scope_key_span_since_unique" unique ("scope", "key", "span", "since");`);

    this.addSql(`create unique index "account_one_phone" on "account" ("phone_hash") where phone_verified_at is not null;`);

    this.addSql(`alter table "phone_code" add constraint "phone_code_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "phone_code" enable row level security;`);
    this.addSql(`alter table "phone_code" force row level security;`);
    this.addSql(`create policy "phone_code_visible" on "phone_code" using ((current_user <> 'doorstep_app' or account_id = viewer.account())) with check ((current_user <> 'doorstep_app' or account_id = viewer.account()));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "phone_code" cascade;`);
    this.addSql(`drop table if exists "text_count" cascade;`);

    this.addSql(`drop index "account_one_phone";`);
  }

}
