import { Migration } from '@mikro-orm/migrations';

export class Migration20261128120006_list_ledger_by_time extends Migration {

  override name = 'Migration20261128120006_list_ledger_by_time';

  override up(): void | Promise<void> {
    this.addSql(`create index "ledger_transaction_at_index" on "ledger_transaction" ("at");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "ledger_transaction_at_index";`);
  }

}
