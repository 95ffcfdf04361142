import { Migration } from '@mikro-orm/migrations';

export class Migration20261127230331_reschedule_bookings extends Migration {

  override name = 'Migration20261127230331_reschedule_bookings';

  override up(): void | Promise<void> {
    this.addSql(`drop policy "payment_visible" on "payment";`);

    this.addSql(`create policy "payment_visible" on "payment" using ((current_user <> 'doorstep_app' or exists (select from booking b where b.id::text = split_part(payment.reference, '/', 1)))) with check ((current_user <> 'doorstep_app' or exists (select from booking b where b.id::text = split_part(payment.reference, '/', 1))));`);

    this.addSql(`alter table "booking" add "fee_floor_percent" int not null default 0, add "late_move_used" boolean not null default false;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "payment_visible" on "payment";`);

    this.addSql(`alter table "booking" drop column "fee_floor_percent", drop column "late_move_used";`);

    this.addSql(`create policy "payment_visible" on "payment" using ((current_user <> 'doorstep_app' or exists (select from booking b where b.id::text = payment.reference))) with check ((current_user <> 'doorstep_app' or exists (select from booking b where b.id::text = payment.reference)));`);
  }

}
