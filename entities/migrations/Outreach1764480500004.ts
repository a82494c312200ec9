import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters to those who work on a review's topic. */
export class Outreach1764480500004 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`create table outreach (
      review_id uuid not null,
      outreach_id uuid not null,
      author_key text not null,
      name text not null,
      affiliation text not null default '',
      state text not null,
      letter text not null default '',
      note text not null default '',
      contacted_on date,
      remind_on date,
      created_by uuid not null,
      created_at timestamptz not null,
      constraint outreach_key primary key (review_id, outreach_id),
      constraint one_outreach_per_author unique (review_id, author_key),
      constraint outreach_state_is_known check (state in ('planned', 'contacted', 'answered', 'declined')),
      constraint outreach_review_id_exists foreign key (review_id) references reviews (review_id) on delete cascade,
      constraint outreach_created_by_exists foreign key (created_by) references persons (person_id)
    )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table outreach');
  }
}
