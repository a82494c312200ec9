import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `create table characteristics (
      review_id uuid not null,
      characteristic_id uuid not null,
      name text not null,
      kind text not null,
      unit text not null default '',
      is_planned boolean not null default false,
      position integer not null,
      constraint one_characteristic_per_name unique (review_id, name),
      constraint characteristic_kind_is_known check (kind in ('number', 'category')),
      constraint characteristics_key primary key (review_id, characteristic_id)
    )`,
  `create table characteristic_values (
      review_id uuid not null,
      characteristic_id uuid not null,
      study_id uuid not null,
      number_value double precision,
      text_value text,
      found_at text not null default '',
      recorded_by uuid not null,
      recorded_at timestamptz not null,
      constraint either_a_number_or_a_word check ((number_value is null) <> (text_value is null)),
      constraint characteristic_values_key primary key (review_id, characteristic_id, study_id)
    )`,
  `create table analysis_versions (
      review_id uuid not null,
      analysis_id uuid not null,
      version integer not null,
      name text not null,
      specification jsonb not null,
      left_out jsonb not null,
      studies jsonb,
      result jsonb,
      made_by uuid not null,
      made_at timestamptz not null,
      constraint analysis_versions_key primary key (review_id, analysis_id, version)
    )`,
  `alter table analyses add version integer not null default 1`,
  `insert into analysis_versions (review_id, analysis_id, version, name, specification, left_out, studies, result, made_by, made_at)
      select review_id, analysis_id, 1, name, specification, left_out, null, result, created_by, coalesce(computed_at, created_at)
      from analyses`,
  `alter table characteristics add constraint characteristics_review_id_exists
      foreign key (review_id) references reviews (review_id) on delete cascade`,
  `alter table characteristic_values add constraint characteristic_values_review_id_study_id_exists
      foreign key (review_id, study_id) references studies (review_id, study_id) on delete cascade`,
  `alter table characteristic_values add constraint characteristic_values_review_id_characteristic_id_exists
      foreign key (review_id, characteristic_id) references characteristics (review_id, characteristic_id) on delete cascade`,
  `alter table characteristic_values add constraint characteristic_values_recorded_by_exists
      foreign key (recorded_by) references persons (person_id)`,
  `alter table analysis_versions add constraint analysis_versions_review_id_analysis_id_exists
      foreign key (review_id, analysis_id) references analyses (review_id, analysis_id) on delete cascade`,
  `alter table analysis_versions add constraint analysis_versions_made_by_exists
      foreign key (made_by) references persons (person_id)`,
];

/** Study characteristics for subgroups and meta-regression, and every version of an analysis. */
export class AnalysisVersions1764460800400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table analyses drop column version');
    for (const table of ['analysis_versions', 'characteristic_values', 'characteristics']) {
      await runner.query(`drop table ${table}`);
    }
  }
}
