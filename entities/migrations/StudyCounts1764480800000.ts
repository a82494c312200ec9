import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = ['dichotomous', 'continuous', 'generic'];

const kindsAre = (kinds: readonly string[]) =>
  `alter table outcomes add constraint outcome_kind_is_known check (kind in (${kinds.map(kind => `'${kind}'`).join(', ')}))`;

/** Outcomes of two more kinds: accuracy of a test, and cases by level of exposure; with what studies count on them. */
export class StudyCounts1764480800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table outcomes drop constraint outcome_kind_is_known');
    await runner.query(kindsAre([...KINDS, 'accuracy', 'dose-response']));
    await runner.query(`create table study_counts (
      review_id uuid not null,
      study_counts_id uuid not null,
      study_id uuid not null,
      outcome_id uuid not null,
      counts jsonb not null,
      found_at text not null default '',
      extracted_by uuid not null,
      extracted_at timestamptz not null,
      constraint one_count_per_study_and_outcome unique (review_id, study_id, outcome_id),
      constraint study_counts_key primary key (review_id, study_counts_id),
      constraint study_counts_extracted_by_exists foreign key (extracted_by) references persons(person_id),
      constraint study_counts_review_id_outcome_id_exists foreign key (review_id, outcome_id)
        references outcomes(review_id, outcome_id) on delete cascade,
      constraint study_counts_review_id_study_id_exists foreign key (review_id, study_id)
        references studies(review_id, study_id) on delete cascade
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table study_counts');
    await runner.query("delete from outcomes where kind in ('accuracy', 'dose-response')");
    await runner.query('alter table outcomes drop constraint outcome_kind_is_known');
    await runner.query(kindsAre(KINDS));
  }
}
