import { Migration } from '@mikro-orm/migrations';

export class Migration20261123000802_audit_0007 extends Migration {

  override name = 'Migration20261123000802_audit_0007';

  override up(): void | Promise<void> {
    this.addSql(`create table "audit_entry" ("id" uuid not null, "at" timestamptz not null, "actor_kind" text not null, "actor_id" uuid null, "actor_roles" text[] not null, "action" text not null, "subject_type" text not null, "subject_id" uuid null, "before_hash" text null, "after_hash" text null, "reason" text null, "ip_class" text null, "request_reference" text null, primary key ("id"));`);
    this.addSql(`create index "audit_entry_action_id_index" on "audit_entry" ("action", "id");`);
    this.addSql(`create index "audit_entry_actor_id_id_index" on "audit_entry" ("actor_id", "id");`);
    this.addSql(`create index "audit_entry_subject_id_id_index" on "audit_entry" ("subject_id", "id");`);

    this.addSql(`create table "audit_link" ("seq" bigint not null, "entry_id" uuid not null, "entry_hash" text not null, "previous_hash" text not null, "linked_at" timestamptz not null, "hash" text not null, primary key ("seq"));`);
    this.addSql(`alter table "audit_link" add constraint "audit_link_entry_id_unique" unique ("entry_id");`);

    this.addSql(`create table "audit_root" ("day" date not null, "last_seq" bigint not null, "hash" text not null, "key_id" text not null, "signature" text not null, primary key ("day"));`);

    this.addSql(`create table "audit_waiting" ("position" bigserial primary key, "entry_id" uuid not null, "since" timestamptz not null default clock_timestamp());`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "audit_entry" cascade;`);
    this.addSql(`drop table if exists "audit_link" cascade;`);
    this.addSql(`drop table if exists "audit_root" cascade;`);
    this.addSql(`drop table if exists "audit_waiting" cascade;`);
  }

}
