import { Migration } from '@mikro-orm/migrations';

export class Migration20261128074637_vouchers extends Migration {

  override name = 'Migration20261128074637_vouchers';

  override up(): void | Promise<void> {
    this.addSql(`create table "voucher" ("id" uuid not null, "household_id" uuid not null, "amount_minor" int not null, "currency" text not null, "issued_for_id" uuid not null, "issued_at" timestamptz not null, "expires_at" timestamptz not null, "used_for_id" uuid null, primary key ("id"));`);
    this.addSql(`alter table "voucher" add constraint "voucher_issued_for_id_unique" unique ("issued_for_id");`);
    this.addSql(`create index "voucher_used_for_id_index" on "voucher" ("used_for_id");`);
    this.addSql(`create index "voucher_household_id_expires_at_index" on "voucher" ("household_id", "expires_at");`);

    this.addSql(`alter table "voucher" add constraint "voucher_household_id_foreign" foreign key ("household_id") references "account" ("id");`);
    this.addSql(`alter table "voucher" add constraint "voucher_issued_for_id_foreign" foreign key ("issued_for_id") references "booking" ("id");`);
    this.addSql(`alter table "voucher" add constraint "voucher_used_for_id_foreign" foreign key ("used_for_id") references "booking" ("id") on delete set null;`);
    this.addSql(`alter table "voucher" add constraint "voucher_amount_minor_check" check (amount_minor > 0);`);
    this.addSql(`alter table "voucher" enable row level security;`);
    this.addSql(`alter table "voucher" force row level security;`);
    this.addSql(`create policy "voucher_visible" on "voucher" using ((current_user <> 'doorstep_app' or household_id = viewer.household() or viewer.has_role('OPERATOR'))) with check ((current_user <> 'doorstep_app' or household_id = viewer.household() or viewer.has_role('OPERATOR')));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "voucher" cascade;`);
  }

}
