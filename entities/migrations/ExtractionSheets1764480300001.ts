import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a review extracts, what each extractor says, and what was settled. */
const STATEMENTS = [
  `alter table reviews add column extraction_mode text not null default 'single',
    add constraint extraction_mode_is_known check (extraction_mode in ('single', 'checked', 'double'))`,
  `alter table studies add column extraction_mode text not null default 'single',
    add constraint extraction_mode_of_study_is_known check (extraction_mode in ('single', 'checked', 'double'))`,
  `create table extraction_sheets (
    review_id uuid not null,
    sheet_id uuid not null,
    study_id uuid not null,
    person_id uuid not null,
    content jsonb not null,
    started_at timestamptz not null,
    changed_at timestamptz not null,
    finished_at timestamptz,
    constraint one_sheet_per_extractor unique (review_id, study_id, person_id),
    constraint extraction_sheets_key primary key (review_id, sheet_id)
  )`,
  `create table extraction_consensuses (
    review_id uuid not null,
    study_id uuid not null,
    picks jsonb not null default '{}',
    note text not null default '',
    settled_by uuid not null,
    settled_at timestamptz not null,
    constraint extraction_consensuses_key primary key (review_id, study_id)
  )`,
  `alter table extraction_sheets add constraint extraction_sheets_review_id_study_id_exists foreign key (review_id, study_id) references studies(review_id, study_id) on delete cascade`,
  `alter table extraction_sheets add constraint extraction_sheets_person_id_exists foreign key (person_id) references persons(person_id)`,
  `alter table extraction_consensuses add constraint extraction_consensuses_review_id_study_id_exists foreign key (review_id, study_id) references studies(review_id, study_id) on delete cascade`,
  `alter table extraction_consensuses add constraint extraction_consensuses_settled_by_exists foreign key (settled_by) references persons(person_id)`,
];

export class ExtractionSheets1764480300001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table extraction_consensuses, extraction_sheets cascade');
    await runner.query('alter table studies drop column extraction_mode');
    await runner.query('alter table reviews drop column extraction_mode');
  }
}
