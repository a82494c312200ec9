import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  'alter table persons add column deleted_at timestamptz',
  `create table account_exports (
    export_id uuid not null,
    person_id uuid not null,
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
    constraint account_exports_key primary key (export_id),
    constraint account_export_state_is_known check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
    constraint account_exports_person_id_exists foreign key (person_id) references persons (person_id) on delete cascade
  )`,
  "create unique index one_account_export_at_a_time on account_exports (person_id) where state in ('queued', 'running')",
];

/** A person takes all that is theirs along, or leaves. */
export class Accounts1764550000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table account_exports');
    await queryRunner.query('alter table persons drop column deleted_at');
  }
}
