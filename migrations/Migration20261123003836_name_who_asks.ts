import { Migration } from '@mikro-orm/migrations';

/** Written by hand: what the policies of the personal tables call, which the entities cannot declare. */
export class Migration20261123003836_name_who_asks extends Migration {

  override name = 'Migration20261123003836_name_who_asks';

  override up(): void | Promise<void> {
    this.addSql(`create function viewer_account() returns uuid language sql stable parallel safe as $$
      select nullif(current_setting('doorstep.account', true), '')::uuid $$;`);
    this.addSql(`create function viewer_household() returns uuid language sql stable parallel safe as $$
      select nullif(current_setting('doorstep.household', true), '')::uuid $$;`);
    this.addSql(`create function viewer_has_role(roles text) returns boolean language sql stable parallel safe as $$
      select coalesce(string_to_array(current_setting('doorstep.roles', true), ',') && string_to_array(roles, ','), false) $$;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop function viewer_has_role(text);`);
    this.addSql(`drop function viewer_household();`);
    this.addSql(`drop function viewer_account();`);
  }

}
