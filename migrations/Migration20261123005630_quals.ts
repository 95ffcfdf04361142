import { Migration } from '@mikro-orm/migrations';

export class Migration20261123005630_quals extends Migration {

  override name = 'Migration20261123005630_quals';

  override up(): void | Promise<void> {
    this.addSql(`create table "credential_notice" ("id" uuid not null, "credential_id" uuid not null, "days" int not null, "announced_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "credential_notice" add constraint "credential_notice_credential_id_days_unique" unique ("credential_id", "days");`);

    this.addSql(`alter table "credential_notice" add constraint "credential_notice_credential_id_foreign" foreign key ("credential_id") references "credential" ("id") on delete cascade;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "credential_notice" cascade;`);
  }

}
