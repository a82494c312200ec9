import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Friendly notes to people with open work. */
export class ScreeningNudges1764460800701 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`create table screening_nudges (
      review_id uuid not null,
      nudge_id uuid not null,
      stage text not null,
      person_id uuid not null,
      sent_by uuid not null,
      text text not null,
      sent_at timestamptz not null,
      constraint screening_nudges_key primary key (review_id, nudge_id),
      constraint nudge_stage_is_known check (stage in ('title-and-abstract', 'full-text')),
      constraint screening_nudges_review_id_exists foreign key (review_id) references reviews (review_id) on delete cascade,
      constraint screening_nudges_person_id_exists foreign key (person_id) references persons (person_id),
      constraint screening_nudges_sent_by_exists foreign key (sent_by) references persons (person_id)
    )`);
    await queryRunner.query(
      'create index screening_nudges_by_person on screening_nudges (review_id, stage, person_id, sent_at)',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table screening_nudges');
  }
}
