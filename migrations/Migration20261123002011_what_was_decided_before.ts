import { Migration } from '@mikro-orm/migrations';

/** Written by hand: decisions made before votes were kept blind stay as visible as they were. */
export class Migration20261123002011_what_was_decided_before extends Migration {
  override name = 'Migration20261123002011_what_was_decided_before';

  override up(): void {
    this.addSql(
      `update credential_decision d set revealed_at = d.at, prevailed = true from credential c
       where c.id = d.credential_id and c.state not in ('SUBMITTED', 'IN_REVIEW', 'SECOND_REVIEW');`,
    );
    this.addSql(`update credential set created_at = submitted_at where submitted_at < created_at;`);
    this.addSql(
      `update credential c set decided_at = (select max(d.at) from credential_decision d where d.credential_id = c.id) where decided_at is null;`,
    );
  }

  override down(): void {
    this.addSql(`select 1;`);
  }
}
