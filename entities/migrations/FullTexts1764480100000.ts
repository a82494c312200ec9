import type { MigrationInterface, QueryRunner } from 'typeorm';

const KIND = 'read-full-texts';

const STATEMENTS = [
  `create table full_texts (
      review_id uuid not null,
      full_text_id uuid not null,
      state text not null,
      record_id uuid,
      file_hash text not null,
      file_name text not null,
      bytes integer not null,
      pages integer,
      refusal text,
      matches jsonb not null default '[]',
      uploaded_by uuid not null,
      uploaded_at timestamptz not null,
      filed_by uuid,
      filed_at timestamptz,
      constraint full_text_state_is_known check (state in ('reading', 'waiting', 'filed', 'refused')),
      constraint filed_with_a_report check ((state = 'filed') = (record_id is not null)),
      constraint full_texts_key primary key (review_id, full_text_id),
      constraint one_file_per_report unique (review_id, record_id, file_hash),
      constraint full_texts_review_id_exists foreign key (review_id) references reviews(review_id) on delete cascade,
      constraint full_texts_review_id_record_id_exists foreign key (review_id, record_id)
        references search_records(review_id, record_id) on delete cascade,
      constraint full_texts_uploaded_by_exists foreign key (uploaded_by) references persons(person_id),
      constraint full_texts_filed_by_exists foreign key (filed_by) references persons(person_id)
    )`,
  'create index full_texts_by_hash on full_texts (file_hash)',
  `create table full_text_marks (
      review_id uuid not null,
      mark_id uuid not null,
      full_text_id uuid not null,
      person_id uuid not null,
      audience text not null,
      tint text not null,
      page integer not null,
      quote text not null,
      rects jsonb not null,
      note text not null default '',
      written_at timestamptz not null,
      changed_at timestamptz,
      constraint mark_audience_is_known check (audience in ('own', 'shared')),
      constraint mark_tint_is_known check (tint in ('plain', 'blue', 'orange', 'violet')),
      constraint full_text_marks_key primary key (review_id, mark_id),
      constraint full_text_marks_review_id_full_text_id_exists foreign key (review_id, full_text_id)
        references full_texts(review_id, full_text_id) on delete cascade,
      constraint full_text_marks_person_id_exists foreign key (person_id) references persons(person_id)
    )`,
  'create index full_text_marks_by_file on full_text_marks (review_id, full_text_id)',
  "alter table screening_decisions add column quote text not null default ''",
  'alter table screening_decisions add column page integer',
];

/** Files of full texts, marks in them, and the passage that a decision rests on. */
export class FullTexts1764480100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
    await replaceKinds(runner, words => [...words, KIND]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from jobs where kind = $1', [KIND]);
    await replaceKinds(runner, words => words.filter(word => word !== KIND));
    await runner.query('alter table screening_decisions drop column quote, drop column page');
    await runner.query('drop table full_text_marks, full_texts');
  }
}

/** The list grows by what it is now, not by what it was when this was written. */
async function replaceKinds(runner: QueryRunner, change: (words: string[]) => string[]): Promise<void> {
  const [constraint]: { definition: string }[] = await runner.query(
    "select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'job_kind_is_known'",
  );
  const words = [...(constraint?.definition ?? '').matchAll(/'([a-z-]+)'/g)].flatMap(match => match[1] ?? []);
  const list = change(words).map(word => `'${word}'`);
  await runner.query('alter table jobs drop constraint job_kind_is_known');
  await runner.query(`alter table jobs add constraint job_kind_is_known check (kind in (${list.join(', ')}))`);
}
