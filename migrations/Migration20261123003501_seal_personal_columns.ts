import { Migration } from '@mikro-orm/migrations';

export class Migration20261123003501_seal_personal_columns extends Migration {

  override name = 'Migration20261123003501_seal_personal_columns';

  override up(): void | Promise<void> {
    // Written by hand: rows from before stay plain until the command that migrates seals them, right after; a hash must not be empty meanwhile.
    this.addSql(`alter table "account" drop constraint "account_email_unique";`);
    this.addSql(`alter table "account" add "email_hash" text not null default gen_random_uuid()::text, add "phone_hash" text null;`);
    this.addSql(`alter table "account" alter column "email_hash" drop default;`);
    this.addSql(`alter table "account" add constraint "account_email_hash_unique" unique ("email_hash");`);
    this.addSql(`create index "account_phone_hash_index" on "account" ("phone_hash");`);

    this.addSql(`alter table "address" add "point" text not null default '';`);
    this.addSql(`update "address" set "point" = "latitude" || ',' || "longitude";`);
    this.addSql(`alter table "address" alter column "point" drop default, drop column "latitude", drop column "longitude";`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "account" drop constraint "account_email_hash_unique";`);
    this.addSql(`drop index "account_phone_hash_index";`);
    this.addSql(`alter table "account" drop column "email_hash", drop column "phone_hash";`);
    this.addSql(`alter table "account" add constraint "account_email_unique" unique ("email");`);

    this.addSql(`alter table "address" drop column "point";`);
    this.addSql(`alter table "address" add "latitude" double precision not null, add "longitude" double precision not null;`);
  }

}
