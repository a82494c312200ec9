import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Earlier versions of updated reviews, frozen flows, and the fields of the protocol. */
export class FlowAndProtocol1764480400001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`create table earlier_versions (
      review_id uuid not null,
      studies integer not null,
      reports integer not null,
      written_by uuid not null,
      written_at timestamptz not null,
      constraint earlier_versions_key primary key (review_id),
      constraint earlier_version_has_counts check (studies >= 0 and reports >= studies),
      constraint earlier_versions_review_id_exists foreign key (review_id) references reviews (review_id) on delete cascade,
      constraint earlier_versions_written_by_exists foreign key (written_by) references persons (person_id)
    )`);
    await queryRunner.query(`create table flow_snapshots (
      review_id uuid not null,
      snapshot_id uuid not null,
      number integer not null,
      counts jsonb not null,
      frozen_by uuid not null,
      frozen_at timestamptz not null,
      constraint flow_snapshots_key primary key (review_id, snapshot_id),
      constraint one_flow_snapshot_per_number unique (review_id, number),
      constraint flow_snapshots_review_id_exists foreign key (review_id) references reviews (review_id) on delete cascade,
      constraint flow_snapshots_frozen_by_exists foreign key (frozen_by) references persons (person_id)
    )`);
    await queryRunner.query(`create table protocol_fields (
      review_id uuid not null,
      field text not null,
      text text not null,
      written_by uuid not null,
      written_at timestamptz not null,
      constraint protocol_fields_key primary key (review_id, field),
      constraint protocol_fields_review_id_exists foreign key (review_id) references reviews (review_id) on delete cascade,
      constraint protocol_fields_written_by_exists foreign key (written_by) references persons (person_id)
    )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['protocol_fields', 'flow_snapshots', 'earlier_versions'])
      await queryRunner.query(`drop table ${table}`);
  }
}
