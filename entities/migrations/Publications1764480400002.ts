import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Public pages of finished reviews, and who agrees to be named there. */
export class Publications1764480400002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`create table publications (
      review_id uuid not null,
      version integer not null,
      doi text not null default '',
      content jsonb not null,
      published_by uuid not null,
      published_at timestamptz not null,
      withdrawn_at timestamptz,
      withdrawn_because text not null default '',
      constraint publications_key primary key (review_id),
      constraint publications_review_id_exists foreign key (review_id) references reviews (review_id) on delete cascade,
      constraint publications_published_by_exists foreign key (published_by) references persons (person_id)
    )`);
    await queryRunner.query(`create table published_names (
      review_id uuid not null,
      person_id uuid not null,
      agreed_at timestamptz not null,
      constraint published_names_key primary key (review_id, person_id),
      constraint published_names_review_id_exists foreign key (review_id) references reviews (review_id) on delete cascade,
      constraint published_names_person_id_exists foreign key (person_id) references persons (person_id)
    )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['published_names', 'publications']) await queryRunner.query(`drop table ${table}`);
  }
}
