import { Migration } from '@mikro-orm/migrations';

export class Migration20261123013519_quals_0135 extends Migration {

  override name = 'Migration20261123013519_quals_0135';

  override up(): void | Promise<void> {
    this.addSql(`create table "credential_notice" ("id" uuid not null, "credential_id" uuid not null, "days" int not null, "announced_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "credential_notice" add constraint "credential_notice_credential_id_days_unique" unique ("credential_id", "days");`);

    this.addSql(`alter table "reaudit_seed" enable row level security;`);
    this.addSql(`alter table "reaudit_seed" force row level security;`);
    this.addSql(`create policy "reaudit_seed_visible" on "reaudit_seed" using ((current_user <> 'doorstep_app' or viewer.has_role('AUDITOR,OPERATOR'))) with check ((current_user <> 'doorstep_app' or viewer.has_role('AUDITOR,OPERATOR')));`);

    this.addSql(`alter table "credential_reaudit" enable row level security;`);
    this.addSql(`alter table "credential_reaudit" force row level security;`);
    this.addSql(`create policy "credential_reaudit_visible" on "credential_reaudit" using ((current_user <> 'doorstep_app' or viewer.has_role('AUDITOR,OPERATOR'))) with check ((current_user <> 'doorstep_app' or viewer.has_role('AUDITOR,OPERATOR')));`);

    this.addSql(`alter table "credential_notice" add constraint "credential_notice_credential_id_foreign" foreign key ("credential_id") references "credential" ("id") on delete cascade;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "credential_notice" cascade;`);

    this.addSql(`drop policy "credential_reaudit_visible" on "credential_reaudit";`);

    this.addSql(`drop policy "reaudit_seed_visible" on "reaudit_seed";`);

    this.addSql(`alter table "credential_reaudit" no force row level security;`);
    this.addSql(`alter table "credential_reaudit" disable row level security;`);

    this.addSql(`alter table "reaudit_seed" no force row level security;`);
    this.addSql(`alter table "reaudit_seed" disable row level security;`);
  }

}
