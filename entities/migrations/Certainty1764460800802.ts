import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Certainty of results, the smallest differences that matter, and the rows of the summary of findings. */
const STATEMENTS = [
  `create table certainty_gradings (
    review_id uuid not null,
    analysis_id uuid not null,
    start text not null,
    reasons jsonb not null default '{}',
    plain_words text not null default '',
    note text not null default '',
    changed_by uuid not null,
    changed_at timestamptz not null,
    agreed_by uuid,
    agreed_at timestamptz,
    grounds jsonb,
    constraint certainty_start_is_known check (start in ('high', 'low')),
    constraint agreed_by_somebody check ((agreed_at is null) = (agreed_by is null)),
    constraint certainty_gradings_key primary key (review_id, analysis_id)
  )`,
  `create table minimal_differences (
    review_id uuid not null,
    outcome_id uuid not null,
    value double precision not null,
    reason text not null default '',
    is_beforehand boolean not null,
    set_by uuid not null,
    set_at timestamptz not null,
    constraint minimal_difference_is_positive check (value > 0),
    constraint minimal_differences_key primary key (review_id, outcome_id)
  )`,
  `create table findings (
    review_id uuid not null,
    finding_id uuid not null,
    position integer not null,
    outcome_id uuid not null,
    analysis_id uuid,
    baselines jsonb not null default '[]',
    comment text not null default '',
    constraint one_finding_per_place unique (review_id, position),
    constraint findings_key primary key (review_id, finding_id)
  )`,
  `alter table certainty_gradings add constraint certainty_gradings_changed_by_exists foreign key (changed_by) references persons(person_id)`,
  `alter table certainty_gradings add constraint certainty_gradings_agreed_by_exists foreign key (agreed_by) references persons(person_id)`,
  `alter table certainty_gradings add constraint certainty_gradings_review_id_analysis_id_exists foreign key (review_id, analysis_id) references analyses(review_id, analysis_id) on delete cascade`,
  `alter table minimal_differences add constraint minimal_differences_set_by_exists foreign key (set_by) references persons(person_id)`,
  `alter table minimal_differences add constraint minimal_differences_review_id_outcome_id_exists foreign key (review_id, outcome_id) references outcomes(review_id, outcome_id) on delete cascade`,
  `alter table findings add constraint findings_review_id_outcome_id_exists foreign key (review_id, outcome_id) references outcomes(review_id, outcome_id) on delete cascade`,
  `alter table findings add constraint findings_review_id_analysis_id_exists foreign key (review_id, analysis_id) references analyses(review_id, analysis_id) on delete cascade`,
];

export class Certainty1764460800802 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table findings, minimal_differences, certainty_gradings');
  }
}
