import { Migration } from '@mikro-orm/migrations';

export class Migration20261123004825_audit_0048 extends Migration {

  override name = 'Migration20261123004825_audit_0048';

  override up(): void | Promise<void> {
    this.addSql(`drop index "audit_entry_action_id_index";`);
    this.addSql(`drop index "audit_entry_actor_id_id_index";`);
    this.addSql(`drop index "audit_entry_subject_id_id_index";`);
    this.addSql(`create index "audit_entry_actor_id_at_index" on "audit_entry" ("actor_id", "at");`);
    this.addSql(`create index "audit_entry_subject_id_at_index" on "audit_entry" ("subject_id", "at");`);
    this.addSql(`create index "audit_entry_at_id_index" on "audit_entry" ("at", "id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "audit_entry_actor_id_at_index";`);
    this.addSql(`drop index "audit_entry_subject_id_at_index";`);
    this.addSql(`drop index "audit_entry_at_id_index";`);
    this.addSql(`create index "audit_entry_action_id_index" on "audit_entry" ("action", "id");`);
    this.addSql(`create index "audit_entry_actor_id_id_index" on "audit_entry" ("actor_id", "id");`);
    this.addSql(`create index "audit_entry_subject_id_id_index" on "audit_entry" ("subject_id", "id");`);
  }

}
