import { Migration } from '@mikro-orm/migrations';

export class Migration20261128000526_lesson_images_and_course_life extends Migration {

  override name = 'Migration20261128000526_lesson_images_and_course_life';

  override up(): void | Promise<void> {
    this.addSql(`create table "course_event" ("id" uuid not null, "course_id" uuid not null, "kind" text not null, "version_number" int null, "at" timestamptz not null, "by_id" uuid null, primary key ("id"));`);
    this.addSql(`create index "course_event_course_id_index" on "course_event" ("course_id");`);

    this.addSql(`create table "lesson_image" ("id" uuid not null, "course_id" uuid not null, "content_type" text not null, "bytes" int not null, "width" int not null, "height" int not null, "sha256" text not null, "file_key" text not null, "document_key" text not null, "created_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "lesson_image_course_id_index" on "lesson_image" ("course_id");`);

    this.addSql(`create table "lesson_image_upload" ("id" uuid not null, "course_id" uuid not null, "account_id" uuid not null, "bytes" int not null, "expires_at" timestamptz not null, "file_key" text null, "claimed_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "lesson_image_upload_course_id_index" on "lesson_image_upload" ("course_id");`);
    this.addSql(`create index "lesson_image_upload_account_id_index" on "lesson_image_upload" ("account_id");`);

    this.addSql(`alter table "course" add "retired_at" timestamptz null;`);

    this.addSql(`alter table "course_event" add constraint "course_event_course_id_foreign" foreign key ("course_id") references "course" ("id") on delete cascade;`);
    this.addSql(`alter table "course_event" add constraint "course_event_by_id_foreign" foreign key ("by_id") references "account" ("id") on delete set null;`);

    this.addSql(`alter table "lesson_image" add constraint "lesson_image_course_id_foreign" foreign key ("course_id") references "course" ("id") on delete cascade;`);
    this.addSql(`alter table "lesson_image" enable row level security;`);
    this.addSql(`alter table "lesson_image" force row level security;`);
    this.addSql(`create policy "lesson_image_visible" on "lesson_image" using ((current_user <> 'doorstep_app' or viewer.has_role('PROVIDER,OPERATOR,ADMINISTRATOR'))) with check ((current_user <> 'doorstep_app' or viewer.has_role('PROVIDER,OPERATOR,ADMINISTRATOR')));`);

    this.addSql(`alter table "lesson_image_upload" add constraint "lesson_image_upload_course_id_foreign" foreign key ("course_id") references "course" ("id") on delete cascade;`);
    this.addSql(`alter table "lesson_image_upload" add constraint "lesson_image_upload_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "lesson_image_upload" enable row level security;`);
    this.addSql(`alter table "lesson_image_upload" force row level security;`);
    this.addSql(`create policy "lesson_image_upload_visible" on "lesson_image_upload" using ((current_user <> 'doorstep_app' or account_id = viewer.account())) with check ((current_user <> 'doorstep_app' or account_id = viewer.account()));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "course_event" cascade;`);
    this.addSql(`drop table if exists "lesson_image" cascade;`);
    this.addSql(`drop table if exists "lesson_image_upload" cascade;`);

    this.addSql(`alter table "course" drop column "retired_at";`);
  }

}
