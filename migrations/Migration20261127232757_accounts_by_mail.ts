import { Migration } from '@mikro-orm/migrations';

export class Migration20261127232757_accounts_by_mail extends Migration {

  override name = 'Migration20261127232757_accounts_by_mail';

  override up(): void | Promise<void> {
    this.addSql(`alter table "address_request" drop column "used_at";`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "address_request" add "used_at" timestamptz(6) null;`);
  }

}
