import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pilot rounds before screening begins. */
export class PilotRounds1764460800702 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`create table pilot_rounds (
      review_id uuid not null,
      round_id uuid not null,
      stage text not null,
      number integer not null,
      person_ids uuid[] not null,
      record_ids uuid[] not null,
      bar float8 not null,
      seed integer not null,
      created_by uuid not null,
      created_at timestamptz not null,
      passed_at timestamptz,
      passed_by uuid,
      passed_because text,
      constraint pilot_rounds_key primary key (review_id, round_id),
      constraint one_pilot_round_of_a_number unique (review_id, stage, number),
      constraint pilot_stage_is_known check (stage in ('title-and-abstract', 'full-text')),
      constraint pilot_rounds_review_id_exists foreign key (review_id) references reviews (review_id) on delete cascade,
      constraint pilot_rounds_created_by_exists foreign key (created_by) references persons (person_id),
      constraint pilot_rounds_passed_by_exists foreign key (passed_by) references persons (person_id)
    )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table pilot_rounds');
  }
}
