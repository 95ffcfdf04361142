import { Migration } from '@mikro-orm/migrations';

export class Migration20261128031429_messages_and_refunds extends Migration {

  override name = 'Migration20261128031429_messages_and_refunds';

  override up(): void | Promise<void> {
    this.addSql(`create table "message_thread" ("id" uuid not null, "booking_id" uuid not null, "last_sequence" int not null, "last_message_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "message_thread" add constraint "message_thread_booking_id_unique" unique ("booking_id");`);

    this.addSql(`create table "message_read" ("id" uuid not null, "booking_id" uuid not null, "account_id" uuid not null, "side" text not null, "read_to" int not null, "read_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "message_read_account_id_index" on "message_read" ("account_id");`);
    this.addSql(`alter table "message_read" add constraint "message_read_booking_id_account_id_unique" unique ("booking_id", "account_id");`);

    this.addSql(`create table "message_photo_upload" ("id" uuid not null, "booking_id" uuid not null, "account_id" uuid not null, "bytes" int not null, "expires_at" timestamptz not null, "file_key" text null, "claimed_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "message_photo_upload_booking_id_index" on "message_photo_upload" ("booking_id");`);
    this.addSql(`create index "message_photo_upload_account_id_index" on "message_photo_upload" ("account_id");`);

    this.addSql(`create table "message" ("id" uuid not null, "booking_id" uuid not null, "sequence" int not null, "side" text not null, "author_id" uuid not null, "body" text not null, "masked" boolean not null, "sent_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "message_author_id_index" on "message" ("author_id");`);
    this.addSql(`alter table "message" add constraint "message_booking_id_sequence_unique" unique ("booking_id", "sequence");`);

    this.addSql(`create table "message_report" ("id" uuid not null, "message_id" uuid not null, "booking_id" uuid not null, "reporter_id" uuid not null, "side" text not null, "reason" text not null, "note" text null, "state" text not null, "reported_at" timestamptz not null, "closed_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "message_report_booking_id_index" on "message_report" ("booking_id");`);
    this.addSql(`create index "message_report_reporter_id_index" on "message_report" ("reporter_id");`);
    this.addSql(`create index "message_report_state_reported_at_index" on "message_report" ("state", "reported_at");`);
    this.addSql(`alter table "message_report" add constraint "message_report_message_id_reporter_id_unique" unique ("message_id", "reporter_id");`);

    this.addSql(`create table "message_photo" ("id" uuid not null, "booking_id" uuid not null, "author_id" uuid not null, "message_id" uuid null, "position" int not null default 0, "name" text not null, "content_type" text not null, "bytes" int not null, "width" int not null, "height" int not null, "file_key" text not null, "document_key" text not null, "created_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "message_photo_booking_id_index" on "message_photo" ("booking_id");`);
    this.addSql(`create index "message_photo_author_id_index" on "message_photo" ("author_id");`);
    this.addSql(`create index "message_photo_message_id_index" on "message_photo" ("message_id");`);

    this.addSql(`create table "booking_refund" ("id" uuid not null, "booking_id" uuid not null, "amount" int not null, "operator_id" uuid not null, "reason" text not null, "at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "booking_refund_booking_id_index" on "booking_refund" ("booking_id");`);
    this.addSql(`create index "booking_refund_operator_id_index" on "booking_refund" ("operator_id");`);

    this.addSql(`alter table "message_thread" add constraint "message_thread_booking_id_foreign" foreign key ("booking_id") references "booking" ("id") on delete cascade;`);
    this.addSql(`alter table "message_thread" enable row level security;`);
    this.addSql(`alter table "message_thread" force row level security;`);
    this.addSql(`create policy "message_thread_visible" on "message_thread" using ((current_user <> 'doorstep_app' or exists (select from booking b where b.id = booking_id and (b.household_id = viewer.household() or b.household_id = viewer.account() or viewer.owns_provider(b.provider_id))) or (viewer.has_role('OPERATOR') and exists (select from message_report r where r.booking_id = message_thread.booking_id)))) with check ((current_user <> 'doorstep_app' or exists (select from booking b where b.id = booking_id and (b.household_id = viewer.household() or b.household_id = viewer.account() or viewer.owns_provider(b.provider_id))) or (viewer.has_role('OPERATOR') and exists (select from message_report r where r.booking_id = message_thread.booking_id))));`);

    this.addSql(`alter table "message_read" add constraint "message_read_booking_id_foreign" foreign key ("booking_id") references "booking" ("id") on delete cascade;`);
    this.addSql(`alter table "message_read" add constraint "message_read_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "message_read" enable row level security;`);
    this.addSql(`alter table "message_read" force row level security;`);
    this.addSql(`create policy "message_read_visible" on "message_read" using ((current_user <> 'doorstep_app' or exists (select from booking b where b.id = booking_id and (b.household_id = viewer.household() or b.household_id = viewer.account() or viewer.owns_provider(b.provider_id))))) with check ((current_user <> 'doorstep_app' or exists (select from booking b where b.id = booking_id and (b.household_id = viewer.household() or b.household_id = viewer.account() or viewer.owns_provider(b.provider_id)))));`);

    this.addSql(`alter table "message_photo_upload" add constraint "message_photo_upload_booking_id_foreign" foreign key ("booking_id") references "booking" ("id") on delete cascade;`);
    this.addSql(`alter table "message_photo_upload" add constraint "message_photo_upload_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "message_photo_upload" enable row level security;`);
    this.addSql(`alter table "message_photo_upload" force row level security;`);
    this.addSql(`create policy "message_photo_upload_visible" on "message_photo_upload" using ((current_user <> 'doorstep_app' or account_id = viewer.account())) with check ((current_user <> 'doorstep_app' or account_id = viewer.account()));`);

    this.addSql(`alter table "message" add constraint "message_booking_id_foreign" foreign key ("booking_id") references "booking" ("id") on delete cascade;`);
    this.addSql(`alter table "message" add constraint "message_author_id_foreign" foreign key ("author_id") references "account" ("id");`);
    this.addSql(`alter table "message" enable row level security;`);
    this.addSql(`alter table "message" force row level security;`);
    this.addSql(`create policy "message_visible" on "message" using ((current_user <> 'doorstep_app' or exists (select from booking b where b.id = booking_id and (b.household_id = viewer.household() or b.household_id = viewer.account() or viewer.owns_provider(b.provider_id))) or (viewer.has_role('OPERATOR') and exists (select from message_report r where r.booking_id = message.booking_id)))) with check ((current_user <> 'doorstep_app' or exists (select from booking b where b.id = booking_id and (b.household_id = viewer.household() or b.household_id = viewer.account() or viewer.owns_provider(b.provider_id))) or (viewer.has_role('OPERATOR') and exists (select from message_report r where r.booking_id = message.booking_id))));`);

    this.addSql(`alter table "message_report" add constraint "message_report_message_id_foreign" foreign key ("message_id") references "message" ("id") on delete cascade;`);
    this.addSql(`alter table "message_report" add constraint "message_report_booking_id_foreign" foreign key ("booking_id") references "booking" ("id") on delete cascade;`);
    this.addSql(`alter table "message_report" add constraint "message_report_reporter_id_foreign" foreign key ("reporter_id") references "account" ("id");`);
    this.addSql(`alter table "message_report" enable row level security;`);
    this.addSql(`alter table "message_report" force row level security;`);
    this.addSql(`create policy "message_report_visible" on "message_report" using ((current_user <> 'doorstep_app' or reporter_id = viewer.account() or viewer.has_role('OPERATOR'))) with check ((current_user <> 'doorstep_app' or reporter_id = viewer.account() or viewer.has_role('OPERATOR')));`);

    this.addSql(`alter table "message_photo" add constraint "message_photo_booking_id_foreign" foreign key ("booking_id") references "booking" ("id") on delete cascade;`);
    this.addSql(`alter table "message_photo" add constraint "message_photo_author_id_foreign" foreign key ("author_id") references "account" ("id");`);
    this.addSql(`alter table "message_photo" add constraint "message_photo_message_id_foreign" foreign key ("message_id") references "message" ("id") on delete cascade;`);
    this.addSql(`alter table "message_photo" enable row level security;`);
    this.addSql(`alter table "message_photo" force row level security;`);
    this.addSql(`create policy "message_photo_visible" on "message_photo" using ((current_user <> 'doorstep_app' or exists (select from booking b where b.id = booking_id and (b.household_id = viewer.household() or b.household_id = viewer.account() or viewer.owns_provider(b.provider_id))) or (viewer.has_role('OPERATOR') and exists (select from message_report r where r.booking_id = message_photo.booking_id)))) with check ((current_user <> 'doorstep_app' or exists (select from booking b where b.id = booking_id and (b.household_id = viewer.household() or b.household_id = viewer.account() or viewer.owns_provider(b.provider_id))) or (viewer.has_role('OPERATOR') and exists (select from message_report r where r.booking_id = message_photo.booking_id))));`);

    this.addSql(`alter table "booking_refund" add constraint "booking_refund_booking_id_foreign" foreign key ("booking_id") references "booking" ("id") on delete cascade;`);
    this.addSql(`alter table "booking_refund" add constraint "booking_refund_operator_id_foreign" foreign key ("operator_id") references "account" ("id");`);
    this.addSql(`alter table "booking_refund" enable row level security;`);
    this.addSql(`alter table "booking_refund" force row level security;`);
    this.addSql(`create policy "booking_refund_visible" on "booking_refund" using ((current_user <> 'doorstep_app' or exists (select from booking b where b.id = booking_id))) with check ((current_user <> 'doorstep_app' or exists (select from booking b where b.id = booking_id)));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "message_report" drop constraint "message_report_message_id_foreign";`);
    this.addSql(`alter table "message_photo" drop constraint "message_photo_message_id_foreign";`);

    this.addSql(`drop table if exists "message_thread" cascade;`);
    this.addSql(`drop table if exists "message_read" cascade;`);
    this.addSql(`drop table if exists "message_photo_upload" cascade;`);
    this.addSql(`drop table if exists "message" cascade;`);
    this.addSql(`drop table if exists "message_report" cascade;`);
    this.addSql(`drop table if exists "message_photo" cascade;`);
    this.addSql(`drop table if exists "booking_refund" cascade;`);
  }

}
