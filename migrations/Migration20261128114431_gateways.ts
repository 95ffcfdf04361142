import { Migration } from '@mikro-orm/migrations';

export class Migration20261128114431_gateways extends Migration {

  override name = 'Migration20261128114431_gateways';

  override up(): void | Promise<void> {
    this.addSql(`create table "gateway_event" ("id" text not null, "gateway" text not null, "kind" text not null, "charge_id" text null, "received_at" timestamptz not null, primary key ("id"));`);

    this.addSql(`create table "payment_attempt" ("id" uuid not null, "idempotency_key" text not null, "gateway" text not null, "status" text not null, "gateway_id" text null, "currency" text not null, "amount" int not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "payment_attempt" add constraint "payment_attempt_idempotency_key_unique" unique ("idempotency_key");`);
    this.addSql(`create index "payment_attempt_gateway_id_index" on "payment_attempt" ("gateway_id");`);

    this.addSql(`create table "sandbox_transfer" ("id" uuid not null, "idempotency_key" text not null, "account" text not null, "currency" text not null, "amount" int not null, "created_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "sandbox_transfer" add constraint "sandbox_transfer_idempotency_key_unique" unique ("idempotency_key");`);

    this.addSql(`create index "payment_gateway_id_index" on "payment" ("gateway_id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "gateway_event" cascade;`);
    this.addSql(`drop table if exists "payment_attempt" cascade;`);
    this.addSql(`drop table if exists "sandbox_transfer" cascade;`);

    this.addSql(`drop index "payment_gateway_id_index";`);
  }

}
