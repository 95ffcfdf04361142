import { Migration } from '@mikro-orm/migrations';

const TABLES = ['audit_entry', 'audit_link', 'audit_root'];

/** Written by hand: what keeps the audit log append-only, which the entities cannot declare. */
export class Migration20261123000803_guard_audit_log extends Migration {

  override name = 'Migration20261123000803_guard_audit_log';

  override up(): void | Promise<void> {
    // Roles belong to the whole cluster, so several databases that migrate at once meet here: whoever comes second finds it done.
    this.addSql(`do $$
      begin
        if not exists (select from pg_roles where rolname = 'doorstep_app') then
          create role doorstep_app nologin;
        end if;
      exception when duplicate_object or unique_violation then null;
      end $$;`);
    this.addSql(`do $$
      begin
        for attempt in 1..50 loop
          exit when pg_has_role(current_user, 'doorstep_app', 'member');
          begin
            execute format('grant doorstep_app to %I', current_user);
          exception when internal_error or unique_violation then perform pg_sleep(0.02);
          end;
        end loop;
      end $$;`);

    this.addSql(`create or replace function refuse_audit_change() returns trigger language plpgsql as $$
      begin
        raise exception 'the audit log only grows: % on % is refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
      end $$;`);
    for (const table of TABLES) {
      this.addSql(`create trigger ${table}_row_guard before update or delete on "${table}" for each row execute function refuse_audit_change();`);
      this.addSql(`create trigger ${table}_statement_guard before update or delete or truncate on "${table}" for each statement execute function refuse_audit_change();`);
      // Also while a session says that it only replays another server's changes, which silences ordinary triggers.
      this.addSql(`alter table "${table}" enable always trigger ${table}_row_guard, enable always trigger ${table}_statement_guard;`);
    }

    // With the rights of its owner: whoever may add an entry need not be able to touch the list of what waits.
    this.addSql(`create or replace function queue_audit_entry() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        insert into public.audit_waiting (entry_id) values (new.id);
        return null;
      end $$;`);
    this.addSql(`create trigger audit_entry_waiting after insert on "audit_entry" for each row execute function queue_audit_entry();`);

    this.addSql(`revoke all on "audit_entry", "audit_link", "audit_root", "audit_waiting" from public, doorstep_app;`);
    this.addSql(`grant select on "audit_entry", "audit_link", "audit_root", "audit_waiting" to doorstep_app;`);
    this.addSql(`grant insert on "audit_entry" to doorstep_app;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop trigger audit_entry_waiting on "audit_entry";`);
    this.addSql(`drop function queue_audit_entry();`);
    for (const table of TABLES) {
      this.addSql(`drop trigger ${table}_row_guard on "${table}";`);
      this.addSql(`drop trigger ${table}_statement_guard on "${table}";`);
    }
    this.addSql(`drop function refuse_audit_change();`);
    this.addSql(`revoke all on "audit_entry", "audit_link", "audit_root", "audit_waiting" from doorstep_app;`);
  }

}
