import { Migration } from '@mikro-orm/migrations';

export class Migration20261127233136_household_members extends Migration {

  override name = 'Migration20261127233136_household_members';

  override up(): void | Promise<void> {
    this.addSql(`create table "household_invitation" ("id" uuid not null, "household_id" uuid not null, "invited_by_id" uuid not null, "email" text not null, "email_hash" text not null, "role" text not null, "state" text not null, "created_at" timestamptz not null, "expires_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "household_invitation_invited_by_id_index" on "household_invitation" ("invited_by_id");`);
    this.addSql(`create index "household_invitation_household_id_state_index" on "household_invitation" ("household_id", "state");`);

    this.addSql(`create table "household_member" ("id" uuid not null, "account_id" uuid not null, "household_id" uuid not null, "role" text not null, "invited_by_id" uuid null, "joined_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "household_member" add constraint "household_member_account_id_unique" unique ("account_id");`);
    this.addSql(`create index "household_member_household_id_index" on "household_member" ("household_id");`);

    this.addSql(`drop policy "account_visible" on "account";`);

    this.addSql(`drop policy "booking_visible" on "booking";`);

    this.addSql(`alter table "booking" add "booked_by_id" uuid null;`);
    this.addSql(`alter table "booking" add constraint "booking_booked_by_id_foreign" foreign key ("booked_by_id") references "account" ("id") on delete set null;`);
    this.addSql(`create index "booking_booked_by_id_index" on "booking" ("booked_by_id");`);
    this.addSql(`create policy "account_visible" on "account" using ((current_user <> 'doorstep_app' or id = viewer.account() or id = viewer.household() or viewer.has_role('AUDITOR,OPERATOR,ADMINISTRATOR')
      or exists (select from household_member m where m.account_id = account.id and m.household_id = viewer.household())
      or exists (select from booking b where b.household_id = account.id and viewer.owns_provider(b.provider_id))
      or exists (select from booking b where b.booked_by_id = account.id and (b.household_id = viewer.household() or viewer.owns_provider(b.provider_id))))) with check ((current_user <> 'doorstep_app' or id = viewer.account() or id = viewer.household() or viewer.has_role('AUDITOR,OPERATOR,ADMINISTRATOR')
      or exists (select from household_member m where m.account_id = account.id and m.household_id = viewer.household())
      or exists (select from booking b where b.household_id = account.id and viewer.owns_provider(b.provider_id))
      or exists (select from booking b where b.booked_by_id = account.id and (b.household_id = viewer.household() or viewer.owns_provider(b.provider_id)))));`);
    this.addSql(`create policy "booking_visible" on "booking" using ((current_user <> 'doorstep_app' or household_id = viewer.household() or household_id = viewer.account() or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR'))) with check ((current_user <> 'doorstep_app' or household_id = viewer.household() or household_id = viewer.account() or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR')));`);

    this.addSql(`alter table "household_invitation" add constraint "household_invitation_household_id_foreign" foreign key ("household_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "household_invitation" add constraint "household_invitation_invited_by_id_foreign" foreign key ("invited_by_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "household_invitation" enable row level security;`);
    this.addSql(`alter table "household_invitation" force row level security;`);
    this.addSql(`create policy "household_invitation_visible" on "household_invitation" using ((current_user <> 'doorstep_app' or household_id = viewer.household())) with check ((current_user <> 'doorstep_app' or household_id = viewer.household()));`);

    this.addSql(`alter table "household_member" add constraint "household_member_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "household_member" add constraint "household_member_household_id_foreign" foreign key ("household_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "household_member" add constraint "household_member_invited_by_id_foreign" foreign key ("invited_by_id") references "account" ("id") on delete set null;`);
    this.addSql(`alter table "household_member" enable row level security;`);
    this.addSql(`alter table "household_member" force row level security;`);
    this.addSql(`create policy "household_member_visible" on "household_member" using ((current_user <> 'doorstep_app' or household_id = viewer.household())) with check ((current_user <> 'doorstep_app' or household_id = viewer.household()));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "account_visible" on "account";`);
    this.addSql(`drop policy "booking_visible" on "booking";`);

    this.addSql(`drop table if exists "household_invitation" cascade;`);
    this.addSql(`drop table if exists "household_member" cascade;`);

    this.addSql(`alter table "booking" drop constraint "booking_booked_by_id_foreign";`);

    this.addSql(`create policy "account_visible" on "account" using ((current_user <> 'doorstep_app' or id = viewer.account() or viewer.has_role('AUDITOR,OPERATOR,ADMINISTRATOR')
      or exists (select from booking b where b.household_id = account.id and viewer.owns_provider(b.provider_id)))) with check ((current_user <> 'doorstep_app' or id = viewer.account() or viewer.has_role('AUDITOR,OPERATOR,ADMINISTRATOR')
      or exists (select from booking b where b.household_id = account.id and viewer.owns_provider(b.provider_id))));`);

    this.addSql(`drop index "booking_booked_by_id_index";`);
    this.addSql(`alter table "booking" drop column "booked_by_id";`);
    this.addSql(`create policy "booking_visible" on "booking" using ((current_user <> 'doorstep_app' or household_id = viewer.household() or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR'))) with check ((current_user <> 'doorstep_app' or household_id = viewer.household() or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR')));`);
  }

}
