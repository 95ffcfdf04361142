import { Migration } from '@mikro-orm/migrations';

export class Migration20261128110042_ledger extends Migration {

  override name = 'Migration20261128110042_ledger';

  override up(): void | Promise<void> {
    this.addSql(`create table "ledger_checkpoint" ("account" text not null, "owner" uuid not null, "currency" text not null, "amount" bigint not null, "through" bigint not null, primary key ("account", "owner", "currency"));`);
    this.addSql(`create index "ledger_checkpoint_through_index" on "ledger_checkpoint" ("through");`);

    this.addSql(`create table "ledger_transaction" ("id" uuid not null, "posting_key" text not null, "kind" text not null, "reference" text not null, "provider_id" uuid not null, "commission_basis_points" int not null, "at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "ledger_transaction" add constraint "ledger_transaction_posting_key_unique" unique ("posting_key");`);
    this.addSql(`create index "ledger_transaction_reference_index" on "ledger_transaction" ("reference");`);
    this.addSql(`create index "ledger_transaction_provider_id_at_index" on "ledger_transaction" ("provider_id", "at");`);

    this.addSql(`create table "ledger_entry" ("position" bigserial primary key, "transaction_id" uuid not null, "account" text not null, "owner" uuid not null, "currency" text not null, "amount" int not null);`);
    this.addSql(`create index "ledger_entry_transaction_id_index" on "ledger_entry" ("transaction_id");`);
    this.addSql(`create index "ledger_entry_account_owner_position_index" on "ledger_entry" ("account", "owner", "position");`);

    this.addSql(`alter table "booking" add "commission_basis_points" int not null default 0;`);

    this.addSql(`alter table "booking_refund" add "borne_by" text not null default 'VISIT';`);

    this.addSql(`alter table "ledger_checkpoint" enable row level security;`);
    this.addSql(`alter table "ledger_checkpoint" force row level security;`);
    this.addSql(`create policy "ledger_checkpoint_visible" on "ledger_checkpoint" using ((current_user <> 'doorstep_app' or viewer.owns_provider(owner) or viewer.has_role('OPERATOR'))) with check ((current_user <> 'doorstep_app' or viewer.owns_provider(owner) or viewer.has_role('OPERATOR')));`);

    this.addSql(`alter table "ledger_transaction" add constraint "ledger_transaction_provider_id_foreign" foreign key ("provider_id") references "provider" ("id");`);
    this.addSql(`alter table "ledger_transaction" enable row level security;`);
    this.addSql(`alter table "ledger_transaction" force row level security;`);
    this.addSql(`create policy "ledger_transaction_visible" on "ledger_transaction" using ((current_user <> 'doorstep_app' or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR'))) with check ((current_user <> 'doorstep_app' or viewer.owns_provider(provider_id) or viewer.has_role('OPERATOR')));`);

    this.addSql(`alter table "ledger_entry" add constraint "ledger_entry_transaction_id_foreign" foreign key ("transaction_id") references "ledger_transaction" ("id");`);
    this.addSql(`alter table "ledger_entry" add constraint "ledger_entry_amount_check" check (amount <> 0);`);
    this.addSql(`alter table "ledger_entry" enable row level security;`);
    this.addSql(`alter table "ledger_entry" force row level security;`);
    this.addSql(`create policy "ledger_entry_visible" on "ledger_entry" using ((current_user <> 'doorstep_app' or exists (select from ledger_transaction t where t.id = transaction_id))) with check ((current_user <> 'doorstep_app' or exists (select from ledger_transaction t where t.id = transaction_id)));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "ledger_entry" drop constraint "ledger_entry_transaction_id_foreign";`);

    this.addSql(`drop table if exists "ledger_checkpoint" cascade;`);
    this.addSql(`drop table if exists "ledger_transaction" cascade;`);
    this.addSql(`drop table if exists "ledger_entry" cascade;`);

    this.addSql(`alter table "booking" drop column "commission_basis_points";`);

    this.addSql(`alter table "booking_refund" drop column "borne_by";`);
  }

}
