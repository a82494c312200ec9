import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys and highlight words that follow a person, and at which stages of a review a member screens and settles. */
export class Preferences1764480200001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table preferences (
      person_id uuid not null,
      name text not null,
      about text not null,
      value text not null,
      saved_at timestamptz not null,
      constraint preferences_key primary key (person_id, name, about),
      constraint preference_name_is_known check (name in
        ('screening-keymap', 'screening-keys', 'screening-highlights', 'screening-question-words', 'highlights')),
      constraint preferences_person_id_exists foreign key (person_id) references persons (person_id) on delete cascade
    )`);
    await runner.query(`alter table memberships
      add column screens_at text[] not null default '{title-and-abstract,full-text}',
      add column settles_at text[] not null default '{title-and-abstract,full-text}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table memberships drop column screens_at, drop column settles_at');
    await runner.query('drop table preferences');
  }
}
