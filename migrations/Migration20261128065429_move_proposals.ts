import { Migration } from '@mikro-orm/migrations';

export class Migration20261128065429_move_proposals extends Migration {

  override name = 'Migration20261128065429_move_proposals';

  override up(): void | Promise<void> {
    this.addSql(`create table "move_proposal" ("id" uuid not null, "booking_id" uuid not null, "proposed_by" text not null, "author_id" uuid not null, "starts_at" timestamptz not null, "note" text null, "term" text not null, "fee_floor_percent" int not null, "status" text not null, "asked_at" timestamptz not null, "expires_at" timestamptz not null, "decided_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "move_proposal_author_id_index" on "move_proposal" ("author_id");`);
    this.addSql(`create index "move_proposal_booking_id_asked_at_index" on "move_proposal" ("booking_id", "asked_at");`);
    this.addSql(`create unique index "move_proposal_one_open" on "move_proposal" ("booking_id") where status = 'PENDING';`);

    this.addSql(`alter table "move_proposal" add constraint "move_proposal_booking_id_foreign" foreign key ("booking_id") references "booking" ("id") on delete cascade;`);
    this.addSql(`alter table "move_proposal" add constraint "move_proposal_author_id_foreign" foreign key ("author_id") references "account" ("id");`);
    this.addSql(`alter table "move_proposal" enable row level security;`);
    this.addSql(`alter table "move_proposal" force row level security;`);
    this.addSql(`create policy "move_proposal_visible" on "move_proposal" using ((current_user <> 'doorstep_app' or exists (select from booking b where b.id = booking_id))) with check ((current_user <> 'doorstep_app' or exists (select from booking b where b.id = booking_id)));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "move_proposal" cascade;`);
  }

}
