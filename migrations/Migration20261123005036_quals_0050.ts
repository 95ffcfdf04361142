import { Migration } from '@mikro-orm/migrations';

export class Migration20261123005036_quals_0050 extends Migration {

  override name = 'Migration20261123005036_quals_0050';

  override up(): void | Promise<void> {
    this.addSql(`create table "credential_type_revision" ("id" uuid not null, "type_id" uuid not null, "version" int not null, "content" jsonb not null, "editor_id" uuid not null, "at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "credential_type_revision" add constraint "credential_type_revision_type_id_version_unique" unique ("type_id", "version");`);

    this.addSql(`create table "reaudit_seed" ("id" uuid not null, "period" text not null, "seed" text not null, "share" double precision not null, "created_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "reaudit_seed" add constraint "reaudit_seed_period_unique" unique ("period");`);

    this.addSql(`create table "credential_reaudit" ("id" uuid not null, "credential_id" uuid not null, "period" text not null, "ticket" double precision not null, "drawn_at" timestamptz not null, "due_at" timestamptz not null, "claimed_by_id" uuid null, "claim_expires_at" timestamptz null, "version" int not null default 1, "auditor_id" uuid null, "decision" text null, "reason_code" text null, "note" text null, "decided_at" timestamptz null, primary key ("id"));`);
    this.addSql(`alter table "credential_reaudit" add constraint "credential_reaudit_credential_id_unique" unique ("credential_id");`);
    this.addSql(`create index "credential_reaudit_decided_at_due_at_index" on "credential_reaudit" ("decided_at", "due_at");`);

    this.addSql(`alter table "credential_type" add "number_formats" text[] not null default '{}', add "public_badge" boolean not null default true, add "operators_see_claims" boolean not null default false, add "version" int not null default 1;`);

    this.addSql(`alter table "credential_decision" add "evidence_sha256" text[] not null default '{}';`);

    this.addSql(`alter table "credential_type_revision" add constraint "credential_type_revision_type_id_foreign" foreign key ("type_id") references "credential_type" ("id") on delete cascade;`);
    this.addSql(`alter table "credential_type_revision" add constraint "credential_type_revision_editor_id_foreign" foreign key ("editor_id") references "account" ("id");`);

    this.addSql(`alter table "credential_reaudit" add constraint "credential_reaudit_credential_id_foreign" foreign key ("credential_id") references "credential" ("id") on delete cascade;`);
    this.addSql(`alter table "credential_reaudit" add constraint "credential_reaudit_claimed_by_id_foreign" foreign key ("claimed_by_id") references "account" ("id") on delete set null;`);
    this.addSql(`alter table "credential_reaudit" add constraint "credential_reaudit_auditor_id_foreign" foreign key ("auditor_id") references "account" ("id") on delete set null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "credential_type_revision" cascade;`);
    this.addSql(`drop table if exists "reaudit_seed" cascade;`);
    this.addSql(`drop table if exists "credential_reaudit" cascade;`);

    this.addSql(`alter table "credential_decision" drop column "evidence_sha256";`);

    this.addSql(`alter table "credential_type" drop column "number_formats", drop column "public_badge", drop column "operators_see_claims", drop column "version";`);
  }

}
