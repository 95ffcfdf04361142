import { Migration } from '@mikro-orm/migrations';

/** Written by hand: privileges, which the entities cannot declare. What was agreed to and whose erasure was asked for is never unsaid. */
export class Migration20261128002156_consents_only_grow extends Migration {

  override name = 'Migration20261128002156_consents_only_grow';

  override up(): void | Promise<void> {
    this.addSql(`revoke update, delete, truncate on "consent" from doorstep_app;`);
    this.addSql(`revoke delete, truncate on "account_erasure" from doorstep_app;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`grant update, delete on "consent" to doorstep_app;`);
    this.addSql(`grant delete on "account_erasure" to doorstep_app;`);
  }

}
