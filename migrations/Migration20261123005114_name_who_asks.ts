import { Migration } from '@mikro-orm/migrations';

/** Written by hand: what the policies of the personal tables call, which the entities cannot declare. */
export class Migration20261123005114_name_who_asks extends Migration {

  override name = 'Migration20261123005114_name_who_asks';

  override up(): void | Promise<void> {
    this.addSql(`create schema viewer;`);
    this.addSql(`grant usage on schema viewer to doorstep_app;`);
    this.addSql(`create function viewer.account() returns uuid language sql stable parallel safe as $$
      select nullif(current_setting('doorstep.account', true), '')::uuid $$;`);
    this.addSql(`create function viewer.household() returns uuid language sql stable parallel safe as $$
      select nullif(current_setting('doorstep.household', true), '')::uuid $$;`);
    this.addSql(`create function viewer.has_role(roles text) returns boolean language sql stable parallel safe as $$
      select coalesce(string_to_array(current_setting('doorstep.roles', true), ',') && string_to_array(roles, ','), false) $$;`);
    this.addSql(`create function viewer.owns_provider(provider uuid) returns boolean language sql stable parallel safe as $$
      select exists (select from public.provider p where p.id = provider and p.account_id = viewer.account()) $$;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop schema viewer cascade;`);
  }

}
