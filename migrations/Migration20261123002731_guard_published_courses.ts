import { Migration } from '@mikro-orm/migrations';

/** Written by hand: what keeps a published version of a course as it was, which the entities cannot declare. */
export class Migration20261123002731_guard_published_courses extends Migration {

  override name = 'Migration20261123002731_guard_published_courses';

  override up(): void | Promise<void> {
    this.addSql(`create or replace function refuse_published_course_change() returns trigger language plpgsql as $$
      begin
        if new.state = 'DRAFT' or
          (new.id, new.course_id, new.number, new.name, new.summary, new.lessons, new.questions, new.pass_percent, new.questions_per_quiz,
            new.tries_per_day, new.validity_months, new.published_at) is distinct from
          (old.id, old.course_id, old.number, old.name, old.summary, old.lessons, old.questions, old.pass_percent, old.questions_per_quiz,
            old.tries_per_day, old.validity_months, old.published_at)
        then
          raise exception 'a published version of a course never changes' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$;`);
    this.addSql(`create trigger course_version_guard before update on "course_version"
      for each row when (old.state <> 'DRAFT') execute function refuse_published_course_change();`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop trigger course_version_guard on "course_version";`);
    this.addSql(`drop function refuse_published_course_change();`);
  }

}
