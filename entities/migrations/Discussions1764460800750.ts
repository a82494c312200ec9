import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Discussions of conflicts with those who decided. */
export class Discussions1764460800750 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table screening_discussions (
      review_id uuid not null,
      discussion_id uuid not null,
      stage text not null,
      record_id uuid not null,
      as_decided jsonb not null,
      opened_by uuid not null,
      opened_at timestamptz not null,
      constraint screening_discussions_key primary key (review_id, discussion_id),
      constraint one_discussion_per_record unique (review_id, stage, record_id),
      constraint discussion_stage_is_known check (stage in ('title-and-abstract', 'full-text')),
      constraint screening_discussions_review_id_record_id_exists foreign key (review_id, record_id)
        references search_records (review_id, record_id),
      constraint screening_discussions_opened_by_exists foreign key (opened_by) references persons (person_id)
    )`);
    await runner.query(`create table discussion_messages (
      review_id uuid not null,
      message_id uuid not null,
      discussion_id uuid not null,
      person_id uuid not null,
      text text not null,
      written_at timestamptz not null,
      constraint discussion_messages_key primary key (review_id, message_id),
      constraint discussion_messages_review_id_discussion_id_exists foreign key (review_id, discussion_id)
        references screening_discussions (review_id, discussion_id),
      constraint discussion_messages_person_id_exists foreign key (person_id) references persons (person_id)
    )`);
    await runner.query(
      'create index discussion_messages_by_discussion on discussion_messages (review_id, discussion_id, written_at)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table discussion_messages, screening_discussions');
  }
}
