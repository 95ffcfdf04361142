import { Migration } from '@mikro-orm/migrations';

/** Written by hand: an earlier migration, made beside another, had put back indexes that the entities no longer name. */
export class Migration20261123021135_order_audit_entries_by_time extends Migration {

  override name = 'Migration20261123021135_order_audit_entries_by_time';

  override up(): void | Promise<void> {
    this.addSql(`drop index if exists "audit_entry_action_id_index", "audit_entry_actor_id_id_index", "audit_entry_subject_id_id_index";`);
    this.addSql(`create index if not exists "audit_entry_at_id_index" on "audit_entry" ("at", "id");`);
    this.addSql(`create index if not exists "audit_entry_subject_id_at_index" on "audit_entry" ("subject_id", "at");`);
    this.addSql(`create index if not exists "audit_entry_actor_id_at_index" on "audit_entry" ("actor_id", "at");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index if exists "audit_entry_at_id_index", "audit_entry_subject_id_at_index", "audit_entry_actor_id_at_index";`);
    this.addSql(`create index if not exists "audit_entry_action_id_index" on "audit_entry" ("action", "id");`);
    this.addSql(`create index if not exists "audit_entry_actor_id_id_index" on "audit_entry" ("actor_id", "id");`);
    this.addSql(`create index if not exists "audit_entry_subject_id_id_index" on "audit_entry" ("subject_id", "id");`);
  }

}
