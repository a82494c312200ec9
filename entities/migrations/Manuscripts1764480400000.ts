import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drafts of the manuscript, own words in it, and amendments of the protocol. */
export class Manuscripts1764480400000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`create table manuscript_drafts (
      review_id uuid not null,
      draft_id uuid not null,
      number integer not null,
      sentences jsonb not null,
      frozen_by uuid not null,
      frozen_at timestamptz not null,
      constraint manuscript_drafts_key primary key (review_id, draft_id),
      constraint one_draft_per_number unique (review_id, number),
      constraint manuscript_drafts_review_id_exists foreign key (review_id) references reviews (review_id) on delete cascade,
      constraint manuscript_drafts_frozen_by_exists foreign key (frozen_by) references persons (person_id)
    )`);
    await queryRunner.query(`create table manuscript_words (
      review_id uuid not null,
      sentence_id text not null,
      text text not null,
      value_count integer not null,
      written_by uuid not null,
      written_at timestamptz not null,
      constraint manuscript_words_key primary key (review_id, sentence_id),
      constraint manuscript_words_review_id_exists foreign key (review_id) references reviews (review_id) on delete cascade,
      constraint manuscript_words_written_by_exists foreign key (written_by) references persons (person_id)
    )`);
    await queryRunner.query(`create table protocol_amendments (
      review_id uuid not null,
      amendment_id uuid not null,
      about text,
      amended_on date not null,
      what text not null,
      reason text not null,
      written_by uuid not null,
      written_at timestamptz not null,
      constraint protocol_amendments_key primary key (review_id, amendment_id),
      constraint one_reason_per_deviation unique (review_id, about),
      constraint protocol_amendments_review_id_exists foreign key (review_id) references reviews (review_id) on delete cascade,
      constraint protocol_amendments_written_by_exists foreign key (written_by) references persons (person_id)
    )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['protocol_amendments', 'manuscript_words', 'manuscript_drafts'])
      await queryRunner.query(`drop table ${table}`);
  }
}
