import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Appraisals, what each assessor said, and what they agreed on. */
const STATEMENTS = [
  `create table appraisals (
    review_id uuid not null,
    appraisal_id uuid not null,
    study_id uuid not null,
    outcome_id uuid,
    aspect_id uuid not null,
    tool text not null,
    tool_version text not null,
    variant text not null default '',
    assessors_needed integer not null,
    planned_by uuid not null,
    planned_at timestamptz not null,
    constraint one_appraisal_per_tool unique (review_id, study_id, aspect_id, tool),
    constraint appraisal_tool_is_known check (tool in ('rob2', 'robins-i', 'robins-i-v2', 'nos', 'quadas-2', 'jbi-prevalence', 'jbi-case-series')),
    constraint aspect_is_outcome_or_study check (aspect_id = coalesce(outcome_id, study_id)),
    constraint one_or_two_assess check (assessors_needed in (1, 2)),
    constraint appraisals_key primary key (review_id, appraisal_id)
  )`,
  `create table assessments (
    review_id uuid not null,
    assessment_id uuid not null,
    appraisal_id uuid not null,
    person_id uuid not null,
    answers jsonb not null default '{}',
    own_judgements jsonb not null default '{}',
    judged jsonb,
    started_at timestamptz not null,
    changed_at timestamptz not null,
    finished_at timestamptz,
    constraint one_assessment_per_assessor unique (review_id, appraisal_id, person_id),
    constraint assessments_key primary key (review_id, assessment_id)
  )`,
  `create table appraisal_consensuses (
    review_id uuid not null,
    appraisal_id uuid not null,
    answers jsonb not null,
    own_judgements jsonb not null,
    judged jsonb not null,
    imported_from text not null default '',
    settled_by uuid not null,
    settled_at timestamptz not null,
    constraint appraisal_consensuses_key primary key (review_id, appraisal_id)
  )`,
  `alter table appraisals add constraint appraisals_planned_by_exists foreign key (planned_by) references persons(person_id)`,
  `alter table appraisals add constraint appraisals_review_id_study_id_exists foreign key (review_id, study_id) references studies(review_id, study_id) on delete cascade`,
  `alter table appraisals add constraint appraisals_review_id_outcome_id_exists foreign key (review_id, outcome_id) references outcomes(review_id, outcome_id) on delete cascade`,
  `alter table assessments add constraint assessments_person_id_exists foreign key (person_id) references persons(person_id)`,
  `alter table assessments add constraint assessments_review_id_appraisal_id_exists foreign key (review_id, appraisal_id) references appraisals(review_id, appraisal_id) on delete cascade`,
  `alter table appraisal_consensuses add constraint appraisal_consensuses_settled_by_exists foreign key (settled_by) references persons(person_id)`,
  `alter table appraisal_consensuses add constraint appraisal_consensuses_review_id_appraisal_id_exists foreign key (review_id, appraisal_id) references appraisals(review_id, appraisal_id) on delete cascade`,
];

export class RiskOfBias1764460800800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table appraisal_consensuses, assessments, appraisals cascade');
  }
}
