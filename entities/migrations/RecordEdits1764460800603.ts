import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `create table record_edits (
      review_id uuid not null,
      edit_id uuid not null,
      record_id uuid not null,
      field text not null,
      before text not null,
      after text not null,
      origin text not null,
      person_id uuid not null,
      edited_at timestamptz not null,
      constraint edited_field_is_known check (field in ('title', 'abstract', 'authors', 'year', 'journal', 'volume', 'issue', 'pages', 'doi', 'pmid')),
      constraint edit_origin_is_known check (origin in ('typed', 'pubmed')),
      constraint record_edits_key primary key (review_id, edit_id),
      constraint record_edits_review_id_record_id_exists foreign key (review_id, record_id)
        references search_records(review_id, record_id) on delete cascade,
      constraint record_edits_person_id_exists foreign key (person_id) references persons(person_id)
    )`,
  'create index record_edits_by_record on record_edits (review_id, record_id, edited_at)',
];

export class RecordEdits1764460800603 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table record_edits');
  }
}
