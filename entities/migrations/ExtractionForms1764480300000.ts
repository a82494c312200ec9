import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Characteristics become fields of a form with versions; values may be of arms, not reported, and name their source. */
const STATEMENTS = [
  `alter table characteristics
    add column block text not null default 'study',
    add column help text not null default '',
    add column is_required boolean not null default false,
    add column choices jsonb not null default '[]',
    add column lowest double precision,
    add column highest double precision,
    add column is_retired boolean not null default false,
    drop constraint characteristic_kind_is_known,
    add constraint characteristic_kind_is_known check (kind in ('text', 'number', 'category', 'choices', 'date', 'yes-no')),
    add constraint form_block_is_known check (block in ('study', 'population', 'arms', 'outcomes', 'funding', 'conflicts', 'notes'))`,
  `alter table characteristic_values
    add column is_not_reported boolean not null default false,
    add column source jsonb,
    drop constraint either_a_number_or_a_word,
    add constraint a_number_a_word_or_not_reported
      check (num_nonnulls(number_value, text_value) = case when is_not_reported then 0 else 1 end)`,
  `create table arm_characteristic_values (
    review_id uuid not null,
    characteristic_id uuid not null,
    arm_id uuid not null,
    number_value double precision,
    text_value text,
    is_not_reported boolean not null default false,
    found_at text not null default '',
    source jsonb,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    constraint arm_value_is_one_or_not_reported
      check (num_nonnulls(number_value, text_value) = case when is_not_reported then 0 else 1 end),
    constraint arm_characteristic_values_key primary key (review_id, characteristic_id, arm_id)
  )`,
  `create table extraction_form_versions (
    review_id uuid not null,
    version integer not null,
    fields jsonb not null,
    note text not null default '',
    saved_by uuid not null,
    saved_at timestamptz not null,
    constraint extraction_form_versions_key primary key (review_id, version)
  )`,
  `alter table arm_characteristic_values add constraint arm_characteristic_values_review_id_arm_id_exists foreign key (review_id, arm_id) references arms(review_id, arm_id) on delete cascade`,
  `alter table arm_characteristic_values add constraint arm_characteristic_values_review_id_characteristic_id_exists foreign key (review_id, characteristic_id) references characteristics(review_id, characteristic_id) on delete cascade`,
  `alter table arm_characteristic_values add constraint arm_characteristic_values_recorded_by_exists foreign key (recorded_by) references persons(person_id)`,
  `alter table extraction_form_versions add constraint extraction_form_versions_review_id_exists foreign key (review_id) references reviews(review_id) on delete cascade`,
  `alter table extraction_form_versions add constraint extraction_form_versions_saved_by_exists foreign key (saved_by) references persons(person_id)`,
  `alter table arm_results add column source jsonb`,
  `alter table study_results add column source jsonb`,
];

export class ExtractionForms1764480300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table extraction_form_versions, arm_characteristic_values cascade');
    await runner.query('alter table arm_results drop column source');
    await runner.query('alter table study_results drop column source');
    await runner.query('delete from characteristic_values where is_not_reported');
    await runner.query(
      `alter table characteristic_values
        drop constraint a_number_a_word_or_not_reported,
        drop column is_not_reported, drop column source,
        add constraint either_a_number_or_a_word check ((number_value is null) <> (text_value is null))`,
    );
    await runner.query("delete from characteristics where kind not in ('number', 'category')");
    await runner.query(
      `alter table characteristics
        drop constraint form_block_is_known, drop constraint characteristic_kind_is_known,
        drop column block, drop column help, drop column is_required, drop column choices,
        drop column lowest, drop column highest, drop column is_retired,
        add constraint characteristic_kind_is_known check (kind in ('number', 'category'))`,
    );
  }
}
