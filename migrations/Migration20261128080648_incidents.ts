import { Migration } from '@mikro-orm/migrations';

export class Migration20261128080648_incidents extends Migration {

  override name = 'Migration20261128080648_incidents';

  override up(): void | Promise<void> {
    this.addSql(`create table "incident" ("id" uuid not null, "provider_id" uuid not null, "booking_id" uuid not null, "kind" text not null, "at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "incident_provider_id_id_index" on "incident" ("provider_id", "id");`);
    this.addSql(`alter table "incident" add constraint "incident_booking_id_provider_id_kind_unique" unique ("booking_id", "provider_id", "kind");`);

    this.addSql(`alter table "incident" add constraint "incident_provider_id_foreign" foreign key ("provider_id") references "provider" ("id") on delete cascade;`);
    this.addSql(`alter table "incident" add constraint "incident_booking_id_foreign" foreign key ("booking_id") references "booking" ("id") on delete cascade;`);
    this.addSql(`alter table "incident" enable row level security;`);
    this.addSql(`alter table "incident" force row level security;`);
    this.addSql(`create policy "incident_visible" on "incident" using ((current_user <> 'doorstep_app' or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR'))) with check ((current_user <> 'doorstep_app' or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR')));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "incident" cascade;`);
  }

}
