import { Migration } from '@mikro-orm/migrations';

export class Migration20261123002010_quals_0020 extends Migration {

  override name = 'Migration20261123002010_quals_0020';

  override up(): void | Promise<void> {
    this.addSql(`create table "credential_transition" ("id" uuid not null, "credential_id" uuid not null, "from" text null, "to" text not null, "actor_role" text not null, "actor_id" uuid null, "at" timestamptz not null, "reason" text null, primary key ("id"));`);
    this.addSql(`create index "credential_transition_credential_id_id_index" on "credential_transition" ("credential_id", "id");`);

    this.addSql(`alter table "credential" add "created_at" timestamptz not null default now(), add "decided_at" timestamptz null, add "round" int not null default 1;`);
    this.addSql(`alter table "credential" alter column "due_at" drop not null;`);
    this.addSql(`alter table "credential" alter column "issued_on" drop not null;`);
    this.addSql(`alter table "credential" alter column "submitted_at" drop not null;`);
    this.addSql(`alter table "credential" alter column "valid_from" drop not null;`);

    this.addSql(`drop index "credential_decision_credential_id_index";`);
    this.addSql(`alter table "credential_decision" add "round" int not null default 1, add "revealed_at" timestamptz null, add "prevailed" boolean null;`);
    this.addSql(`alter table "credential_decision" add constraint "credential_decision_credential_id_round_auditor_i_1f2ec_unique" unique ("credential_id", "round", "auditor_id", "decision");`);

    this.addSql(`alter table "credential_transition" add constraint "credential_transition_credential_id_foreign" foreign key ("credential_id") references "credential" ("id") on delete cascade;`);
    this.addSql(`alter table "credential_transition" add constraint "credential_transition_actor_id_foreign" foreign key ("actor_id") references "account" ("id") on delete set null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "credential_transition" cascade;`);

    this.addSql(`alter table "credential" drop column "created_at", drop column "decided_at", drop column "round";`);
    this.addSql(`alter table "credential" alter column "issued_on" set not null;`);
    this.addSql(`alter table "credential" alter column "valid_from" set not null;`);
    this.addSql(`alter table "credential" alter column "submitted_at" set not null;`);
    this.addSql(`alter table "credential" alter column "due_at" set not null;`);

    this.addSql(`alter table "credential_decision" drop constraint "credential_decision_credential_id_round_auditor_i_1f2ec_unique";`);
    this.addSql(`alter table "credential_decision" drop column "round", drop column "revealed_at", drop column "prevailed";`);
    this.addSql(`create index "credential_decision_credential_id_index" on "credential_decision" ("credential_id");`);
  }

}
