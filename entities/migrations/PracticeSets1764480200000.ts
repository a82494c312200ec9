import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Records with known answers that people practise on, and what each showed. */
export class PracticeSets1764480200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table practice_sets (
      practice_set_id uuid not null,
      name text not null,
      include_when text not null,
      exclude_when text not null default '',
      audience text not null,
      for_review_id uuid,
      origin text not null,
      seed integer not null,
      created_by uuid not null,
      created_at timestamptz not null,
      retired_at timestamptz,
      constraint practice_sets_key primary key (practice_set_id),
      constraint practice_audience_is_known check (audience in ('everybody', 'team')),
      constraint practice_origin_is_known check (origin in ('finished-review', 'table')),
      constraint practice_sets_for_review_id_exists foreign key (for_review_id) references reviews (review_id) on delete set null,
      constraint practice_sets_created_by_exists foreign key (created_by) references persons (person_id)
    )`);
    await runner.query(`create table practice_records (
      practice_set_id uuid not null,
      record_id uuid not null,
      position integer not null,
      title text not null default '',
      abstract_text text not null default '',
      authors_text text not null default '',
      year integer,
      journal text,
      volume text,
      issue text,
      pages text,
      doi text,
      pmid text,
      pmcid text,
      details jsonb not null,
      answer text not null,
      constraint practice_records_key primary key (practice_set_id, record_id),
      constraint one_practice_record_per_position unique (practice_set_id, position),
      constraint practice_answer_is_known check (answer in ('include', 'exclude')),
      constraint practice_records_practice_set_id_exists foreign key (practice_set_id) references practice_sets (practice_set_id) on delete cascade
    )`);
    await runner.query(`create table practice_attempts (
      practice_set_id uuid not null,
      person_id uuid not null,
      started_at timestamptz not null,
      finished_at timestamptz,
      is_shared boolean not null default false,
      constraint practice_attempts_key primary key (practice_set_id, person_id),
      constraint practice_attempts_practice_set_id_exists foreign key (practice_set_id) references practice_sets (practice_set_id) on delete cascade,
      constraint practice_attempts_person_id_exists foreign key (person_id) references persons (person_id) on delete cascade
    )`);
    await runner.query(`create table practice_decisions (
      practice_set_id uuid not null,
      person_id uuid not null,
      record_id uuid not null,
      choice text not null,
      note text not null default '',
      decided_at timestamptz not null,
      constraint practice_decisions_key primary key (practice_set_id, person_id, record_id),
      constraint practice_choice_is_known check (choice in ('include', 'exclude', 'unsure')),
      constraint practice_decisions_practice_set_id_person_id_exists foreign key (practice_set_id, person_id) references practice_attempts (practice_set_id, person_id) on delete cascade,
      constraint practice_decisions_practice_set_id_record_id_exists foreign key (practice_set_id, record_id) references practice_records (practice_set_id, record_id) on delete cascade
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['practice_decisions', 'practice_attempts', 'practice_records', 'practice_sets']) {
      await runner.query(`drop table ${table}`);
    }
  }
}
