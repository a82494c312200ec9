import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `create table prepared_exports (
    review_id uuid not null,
    export_id uuid not null,
    person_id uuid not null,
    file text not null,
    style text not null default '',
    state text not null,
    done_count integer not null default 0,
    total_count integer,
    sentence text not null default '',
    is_cancel_requested boolean not null default false,
    file_hash text,
    bytes integer,
    asked_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    constraint prepared_exports_key primary key (review_id, export_id),
    constraint prepared_export_file_is_known check (file in ('review.zip', 'manuscript.docx', 'manuscript.zip')),
    constraint prepared_export_state_is_known check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
    constraint prepared_exports_review_id_exists foreign key (review_id) references reviews (review_id) on delete cascade,
    constraint prepared_exports_person_id_exists foreign key (person_id) references persons (person_id) on delete cascade
  )`,
  `create unique index one_prepared_export_at_a_time on prepared_exports (review_id, person_id, file)
     where state in ('queued', 'running')`,
];

/** Large files of a review are made by a job, for the person who asked. */
export class PreparedExports1764650000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table prepared_exports');
  }
}
