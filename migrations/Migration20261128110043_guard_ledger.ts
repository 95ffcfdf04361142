import { Migration } from '@mikro-orm/migrations';

const TABLES = ['ledger_transaction', 'ledger_entry'];

/** Written by hand: what keeps the ledger balanced and append-only, which the entities cannot declare, and how it begins. */
export class Migration20261128110043_guard_ledger extends Migration {

  override name = 'Migration20261128110043_guard_ledger';

  override up(): void | Promise<void> {
    this.addSql(`create or replace function refuse_ledger_change() returns trigger language plpgsql as $$
      begin
        raise exception 'the ledger only grows: % on % is refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
      end $$;`);
    // With the rights of its owner: whoever may add an entry need not be able to see the others.
    this.addSql(`create or replace function require_ledger_balance() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        wanted uuid;
      begin
        if tg_table_name = 'ledger_entry' then wanted := new.transaction_id; else wanted := new.id; end if;
        if not exists (select from public.ledger_entry e where e.transaction_id = wanted) then
          raise exception 'ledger transaction % has no entries', wanted using errcode = 'check_violation';
        end if;
        if exists (select from public.ledger_entry e where e.transaction_id = wanted group by e.currency having sum(e.amount) <> 0) then
          raise exception 'the entries of ledger transaction % do not sum to zero', wanted using errcode = 'check_violation';
        end if;
        return null;
      end $$;`);
    for (const table of TABLES) {
      this.addSql(`create trigger ${table}_row_guard before update or delete on "${table}" for each row execute function refuse_ledger_change();`);
      this.addSql(`create trigger ${table}_statement_guard before update or delete or truncate on "${table}" for each statement execute function refuse_ledger_change();`);
      this.addSql(`create constraint trigger ${table}_balance after insert on "${table}" deferrable initially deferred for each row execute function require_ledger_balance();`);
      // Also while a session says that it only replays another server's changes, which silences ordinary triggers.
      this.addSql(`alter table "${table}" enable always trigger ${table}_row_guard, enable always trigger ${table}_statement_guard, enable always trigger ${table}_balance;`);
    }

    this.addSql(`revoke all on "ledger_transaction", "ledger_entry", "ledger_checkpoint" from public, doorstep_app;`);
    this.addSql(`grant select on "ledger_transaction", "ledger_entry", "ledger_checkpoint" to doorstep_app;`);

    // Nobody agreed to a commission before there was one; operators set it.
    this.addSql(`update "region" set rules = rules || '{"commission": {"percent": 0, "byCategory": {}}}' where not jsonb_exists(rules, 'commission');`);
    // What was paid before there was a ledger enters it as everything else does.
    this.addSql(`insert into "outbox_message" (id, topic, payload, due_at, created_at)
      select gen_random_uuid(), 'payment.settled', jsonb_build_object('reference', reference), now(), now() from "payment" where captured > 0;`);
  }

  override down(): void | Promise<void> {
    for (const table of TABLES) {
      this.addSql(`drop trigger ${table}_balance on "${table}";`);
      this.addSql(`drop trigger ${table}_row_guard on "${table}";`);
      this.addSql(`drop trigger ${table}_statement_guard on "${table}";`);
    }
    this.addSql(`drop function require_ledger_balance();`);
    this.addSql(`drop function refuse_ledger_change();`);
    this.addSql(`update "region" set rules = rules - 'commission';`);
    this.addSql(`grant select, insert, update, delete on "ledger_transaction", "ledger_entry", "ledger_checkpoint" to doorstep_app;`);
  }

}
