import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How each study reports an outcome, and which times count as an outcome's timepoint. */
const STATEMENTS = [
  'alter table outcomes add column window_from_days double precision, add column window_to_days double precision',
  `create table reported_outcomes (
    review_id uuid not null,
    study_id uuid not null,
    outcome_id uuid not null,
    name text not null default '',
    timepoint_days double precision,
    unit text not null default '',
    analyte text not null default '',
    is_reversed boolean not null default false,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    constraint reported_outcomes_key primary key (review_id, study_id, outcome_id)
  )`,
  `alter table reported_outcomes add constraint reported_outcomes_review_id_study_id_exists foreign key (review_id, study_id) references studies(review_id, study_id) on delete cascade`,
  `alter table reported_outcomes add constraint reported_outcomes_review_id_outcome_id_exists foreign key (review_id, outcome_id) references outcomes(review_id, outcome_id) on delete cascade`,
  `alter table reported_outcomes add constraint reported_outcomes_recorded_by_exists foreign key (recorded_by) references persons(person_id)`,
];

export class ReportedOutcomes1764480300002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reported_outcomes cascade');
    await runner.query('alter table outcomes drop column window_from_days, drop column window_to_days');
  }
}
