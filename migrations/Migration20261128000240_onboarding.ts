import { Migration } from '@mikro-orm/migrations';

export class Migration20261128000240_onboarding extends Migration {

  override name = 'Migration20261128000240_onboarding';

  override up(): void | Promise<void> {
    this.addSql(`create table "provider_transition" ("id" uuid not null, "provider_id" uuid not null, "act" text not null, "from" text null, "to" text not null, "actor_role" text not null, "actor_id" uuid null, "at" timestamptz not null, "reason_code" text null, "note" text null, primary key ("id"));`);
    this.addSql(`create index "provider_transition_provider_id_id_index" on "provider_transition" ("provider_id", "id");`);

    this.addSql(`create table "payout_account" ("id" uuid not null, "provider_id" uuid not null, "kind" text not null, "holder" text not null, "number" text not null, "saved_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "payout_account" add constraint "payout_account_provider_id_unique" unique ("provider_id");`);

    this.addSql(`create table "level_run" ("id" uuid not null, "provider_id" uuid not null, "below_since" date not null, primary key ("id"));`);
    this.addSql(`alter table "level_run" add constraint "level_run_provider_id_unique" unique ("provider_id");`);

    this.addSql(`create table "level_change" ("id" uuid not null, "provider_id" uuid not null, "from" text not null, "to" text not null, "at" timestamptz not null, "figures" jsonb not null, primary key ("id"));`);
    this.addSql(`create index "level_change_provider_id_id_index" on "level_change" ("provider_id", "id");`);

    this.addSql(`alter table "provider" add "awaiting_since" timestamptz null, add "start_place_id" uuid null;`);
    this.addSql(`alter table "provider" add constraint "provider_start_place_id_foreign" foreign key ("start_place_id") references "place" ("id") on delete set null;`);
    this.addSql(`create index "provider_awaiting_since_index" on "provider" ("awaiting_since");`);
    this.addSql(`create index "provider_start_place_id_index" on "provider" ("start_place_id");`);

    this.addSql(`alter table "provider_transition" add constraint "provider_transition_provider_id_foreign" foreign key ("provider_id") references "provider" ("id") on delete cascade;`);
    this.addSql(`alter table "provider_transition" add constraint "provider_transition_actor_id_foreign" foreign key ("actor_id") references "account" ("id") on delete set null;`);
    this.addSql(`alter table "provider_transition" enable row level security;`);
    this.addSql(`alter table "provider_transition" force row level security;`);
    this.addSql(`create policy "provider_transition_visible" on "provider_transition" using ((current_user <> 'doorstep_app' or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR'))) with check ((current_user <> 'doorstep_app' or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR')));`);

    this.addSql(`alter table "payout_account" add constraint "payout_account_provider_id_foreign" foreign key ("provider_id") references "provider" ("id") on delete cascade;`);
    this.addSql(`alter table "payout_account" enable row level security;`);
    this.addSql(`alter table "payout_account" force row level security;`);
    this.addSql(`create policy "payout_account_visible" on "payout_account" using ((current_user <> 'doorstep_app' or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR'))) with check ((current_user <> 'doorstep_app' or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR')));`);

    this.addSql(`alter table "level_run" add constraint "level_run_provider_id_foreign" foreign key ("provider_id") references "provider" ("id") on delete cascade;`);
    this.addSql(`alter table "level_run" enable row level security;`);
    this.addSql(`alter table "level_run" force row level security;`);
    this.addSql(`create policy "level_run_visible" on "level_run" using ((current_user <> 'doorstep_app' or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR'))) with check ((current_user <> 'doorstep_app' or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR')));`);

    this.addSql(`alter table "level_change" add constraint "level_change_provider_id_foreign" foreign key ("provider_id") references "provider" ("id") on delete cascade;`);
    this.addSql(`alter table "level_change" enable row level security;`);
    this.addSql(`alter table "level_change" force row level security;`);
    this.addSql(`create policy "level_change_visible" on "level_change" using ((current_user <> 'doorstep_app' or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR'))) with check ((current_user <> 'doorstep_app' or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR')));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "provider_transition" cascade;`);
    this.addSql(`drop table if exists "payout_account" cascade;`);
    this.addSql(`drop table if exists "level_run" cascade;`);
    this.addSql(`drop table if exists "level_change" cascade;`);

    this.addSql(`alter table "provider" drop constraint "provider_start_place_id_foreign";`);

    this.addSql(`drop index "provider_awaiting_since_index";`);
    this.addSql(`drop index "provider_start_place_id_index";`);
    this.addSql(`alter table "provider" drop column "awaiting_since", drop column "start_place_id";`);
  }

}
