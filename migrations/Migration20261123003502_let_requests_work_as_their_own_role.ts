import { Migration } from '@mikro-orm/migrations';

/** Written by hand: privileges, which the entities cannot declare. */
export class Migration20261123003502_let_requests_work_as_their_own_role extends Migration {

  override name = 'Migration20261123003502_let_requests_work_as_their_own_role';

  override up(): void | Promise<void> {
    this.addSql(`grant usage on schema public to doorstep_app;`);
    // Tables that exist, but for the log that only grows, and those to come.
    this.addSql(`do $$
      declare name text;
      begin
        for name in select tablename from pg_tables where schemaname = 'public' and tablename not like 'audit_%' and tablename not in ('mikro_orm_migrations', 'outbox_message') loop
          execute format('grant select, insert, update, delete on %I to doorstep_app', name);
        end loop;
      end $$;`);
    this.addSql(`grant insert on "outbox_message" to doorstep_app;`);
    this.addSql(`alter default privileges in schema public grant select, insert, update, delete on tables to doorstep_app;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter default privileges in schema public revoke select, insert, update, delete on tables from doorstep_app;`);
    this.addSql(`revoke select, insert, update, delete on all tables in schema public from doorstep_app;`);
    this.addSql(`grant insert, select on "audit_entry" to doorstep_app;`);
    this.addSql(`grant select on "audit_link", "audit_root", "audit_waiting" to doorstep_app;`);
    this.addSql(`revoke usage on schema public from doorstep_app;`);
  }

}
