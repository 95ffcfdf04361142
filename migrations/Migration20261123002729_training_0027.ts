import { Migration } from '@mikro-orm/migrations';

export class Migration20261123002729_training_0027 extends Migration {

  override name = 'Migration20261123002729_training_0027';

  override up(): void | Promise<void> {
    this.addSql(`create table "course_version" ("id" uuid not null, "course_id" uuid not null, "number" int not null, "state" text not null, "name" jsonb not null, "summary" jsonb not null, "lessons" jsonb not null, "questions" jsonb not null, "pass_percent" int not null, "questions_per_quiz" int not null, "tries_per_day" int not null, "validity_months" int null, "revision" int not null, "saved_at" timestamptz not null, "saved_by_id" uuid null, "published_at" timestamptz null, "published_by_id" uuid null, primary key ("id"));`);
    this.addSql(`create unique index "course_version_one_published" on "course_version" ("course_id") where state = 'PUBLISHED';`);
    this.addSql(`create unique index "course_version_one_draft" on "course_version" ("course_id") where state = 'DRAFT';`);
    this.addSql(`alter table "course_version" add constraint "course_version_course_id_number_unique" unique ("course_id", "number");`);

    this.addSql(`create table "lesson_progress" ("id" uuid not null, "provider_id" uuid not null, "course_id" uuid not null, "lesson" uuid not null, "read_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "lesson_progress" add constraint "lesson_progress_provider_id_lesson_unique" unique ("provider_id", "lesson");`);

    this.addSql(`create table "course_assignment" ("id" uuid not null, "course_id" uuid not null, "provider_id" uuid not null, "reason" text not null, "due_on" date not null, "assigned_by_id" uuid null, "assigned_at" timestamptz not null, "completed_at" timestamptz null, "withdrawn_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "course_assignment_course_id_index" on "course_assignment" ("course_id");`);
    this.addSql(`create unique index "course_assignment_one_open" on "course_assignment" ("provider_id", "course_id") where completed_at is null and withdrawn_at is null;`);

    this.addSql(`create table "quiz_attempt" ("id" uuid not null, "provider_id" uuid not null, "course_id" uuid not null, "version_id" uuid not null, "seed" int not null, "drawn" jsonb not null, "started_at" timestamptz not null, "closes_at" timestamptz not null, "submitted_at" timestamptz null, "answers" jsonb null, "has_passed" boolean null, "certificate_id" uuid null, primary key ("id"));`);
    this.addSql(`create index "quiz_attempt_provider_id_course_id_started_at_index" on "quiz_attempt" ("provider_id", "course_id", "started_at");`);

    this.addSql(`create table "certificate_notice" ("id" uuid not null, "certificate_id" uuid not null, "days" int not null, "announced_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "certificate_notice" add constraint "certificate_notice_certificate_id_days_unique" unique ("certificate_id", "days");`);

    this.addSql(`alter table "certificate" add "version_id" uuid null;`);
    this.addSql(`alter table "certificate" add constraint "certificate_version_id_foreign" foreign key ("version_id") references "course_version" ("id") on delete set null;`);

    this.addSql(`alter table "course_version" add constraint "course_version_course_id_foreign" foreign key ("course_id") references "course" ("id") on delete cascade;`);
    this.addSql(`alter table "course_version" add constraint "course_version_saved_by_id_foreign" foreign key ("saved_by_id") references "account" ("id") on delete set null;`);
    this.addSql(`alter table "course_version" add constraint "course_version_published_by_id_foreign" foreign key ("published_by_id") references "account" ("id") on delete set null;`);
    this.addSql(`alter table "course_version" add constraint "course_version_published_at" check ((state = 'DRAFT') = (published_at is null));`);

    this.addSql(`alter table "lesson_progress" add constraint "lesson_progress_provider_id_foreign" foreign key ("provider_id") references "provider" ("id") on delete cascade;`);
    this.addSql(`alter table "lesson_progress" add constraint "lesson_progress_course_id_foreign" foreign key ("course_id") references "course" ("id") on delete cascade;`);

    this.addSql(`alter table "course_assignment" add constraint "course_assignment_course_id_foreign" foreign key ("course_id") references "course" ("id") on delete cascade;`);
    this.addSql(`alter table "course_assignment" add constraint "course_assignment_provider_id_foreign" foreign key ("provider_id") references "provider" ("id") on delete cascade;`);
    this.addSql(`alter table "course_assignment" add constraint "course_assignment_assigned_by_id_foreign" foreign key ("assigned_by_id") references "account" ("id") on delete set null;`);

    this.addSql(`alter table "quiz_attempt" add constraint "quiz_attempt_provider_id_foreign" foreign key ("provider_id") references "provider" ("id") on delete cascade;`);
    this.addSql(`alter table "quiz_attempt" add constraint "quiz_attempt_course_id_foreign" foreign key ("course_id") references "course" ("id") on delete cascade;`);
    this.addSql(`alter table "quiz_attempt" add constraint "quiz_attempt_version_id_foreign" foreign key ("version_id") references "course_version" ("id") on delete cascade;`);
    this.addSql(`alter table "quiz_attempt" add constraint "quiz_attempt_certificate_id_foreign" foreign key ("certificate_id") references "certificate" ("id") on delete set null;`);

    this.addSql(`alter table "certificate_notice" add constraint "certificate_notice_certificate_id_foreign" foreign key ("certificate_id") references "certificate" ("id") on delete cascade;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "certificate" drop constraint "certificate_version_id_foreign";`);
    this.addSql(`alter table "quiz_attempt" drop constraint "quiz_attempt_version_id_foreign";`);

    this.addSql(`drop table if exists "course_version" cascade;`);
    this.addSql(`drop table if exists "lesson_progress" cascade;`);
    this.addSql(`drop table if exists "course_assignment" cascade;`);
    this.addSql(`drop table if exists "quiz_attempt" cascade;`);
    this.addSql(`drop table if exists "certificate_notice" cascade;`);

    this.addSql(`alter table "certificate" drop column "version_id";`);
  }

}
