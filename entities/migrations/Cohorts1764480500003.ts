import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cohorts: people placed in several openings at once. */
export class Cohorts1764480500003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`create table cohorts (
      cohort_id uuid not null,
      name text not null,
      ranks_until timestamptz not null,
      state text not null,
      seed integer not null,
      settlement jsonb,
      settled_at timestamptz,
      created_by uuid not null,
      created_at timestamptz not null,
      constraint cohorts_key primary key (cohort_id),
      constraint cohort_state_is_known check (state in ('ranking', 'settled')),
      constraint cohorts_created_by_exists foreign key (created_by) references persons (person_id)
    )`);
    await queryRunner.query(`create table cohort_openings (
      cohort_id uuid not null,
      opening_id uuid not null,
      lead_id uuid not null,
      constraint cohort_openings_key primary key (cohort_id, opening_id),
      constraint cohort_openings_cohort_id_exists foreign key (cohort_id) references cohorts (cohort_id) on delete cascade,
      constraint cohort_openings_opening_id_exists foreign key (opening_id) references openings (opening_id) on delete cascade,
      constraint cohort_openings_lead_id_exists foreign key (lead_id) references persons (person_id)
    )`);
    await queryRunner.query(`create table rank_lists (
      cohort_id uuid not null,
      person_id uuid not null,
      side text not null,
      choices uuid[] not null default '{}',
      capacity integer,
      ranked_at timestamptz,
      constraint rank_lists_key primary key (cohort_id, person_id, side),
      constraint ranking_side_is_known check (side in ('person', 'lead')),
      constraint rank_lists_cohort_id_exists foreign key (cohort_id) references cohorts (cohort_id) on delete cascade,
      constraint rank_lists_person_id_exists foreign key (person_id) references persons (person_id)
    )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table rank_lists');
    await queryRunner.query('drop table cohort_openings');
    await queryRunner.query('drop table cohorts');
  }
}
