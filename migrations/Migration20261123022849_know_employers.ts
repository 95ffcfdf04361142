import { Migration } from '@mikro-orm/migrations';

export class Migration20261123022849_know_employers extends Migration {

  override name = 'Migration20261123022849_know_employers';

  override up(): void | Promise<void> {
    this.addSql(`create table "business" ("id" uuid not null, "name" text not null, "created_at" timestamptz not null, primary key ("id"));`);

    this.addSql(`create table "business_manager" ("id" uuid not null, "business_id" uuid not null, "account_id" uuid not null, "since" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "business_manager_account_id_index" on "business_manager" ("account_id");`);
    this.addSql(`alter table "business_manager" add constraint "business_manager_business_id_account_id_unique" unique ("business_id", "account_id");`);

    this.addSql(`alter table "provider" add "business_id" uuid null;`);
    this.addSql(`alter table "provider" add constraint "provider_business_id_foreign" foreign key ("business_id") references "business" ("id") on delete set null;`);
    this.addSql(`create index "provider_business_id_index" on "provider" ("business_id");`);

    this.addSql(`alter table "business_manager" add constraint "business_manager_business_id_foreign" foreign key ("business_id") references "business" ("id") on delete cascade;`);
    this.addSql(`alter table "business_manager" add constraint "business_manager_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "business_manager" enable row level security;`);
    this.addSql(`alter table "business_manager" force row level security;`);
    this.addSql(`create policy "business_manager_visible" on "business_manager" using ((current_user <> 'doorstep_app' or account_id = viewer.account() or viewer.has_role('AUDITOR,OPERATOR,ADMINISTRATOR'))) with check ((current_user <> 'doorstep_app' or account_id = viewer.account() or viewer.has_role('AUDITOR,OPERATOR,ADMINISTRATOR')));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "business_manager" drop constraint "business_manager_business_id_foreign";`);
    this.addSql(`alter table "provider" drop constraint "provider_business_id_foreign";`);

    this.addSql(`drop table if exists "business" cascade;`);
    this.addSql(`drop table if exists "business_manager" cascade;`);

    this.addSql(`drop index "provider_business_id_index";`);
    this.addSql(`alter table "provider" drop column "business_id";`);
  }

}
