import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Authorship agreements and their signatures. */
export class Agreements1764480500002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`create table authorship_agreements (
      project_id uuid not null,
      version integer not null,
      lines jsonb not null,
      order_rule text not null default '',
      if_changes text not null default '',
      fingerprint text not null,
      drafted_by uuid not null,
      drafted_at timestamptz not null,
      constraint authorship_agreements_key primary key (project_id, version),
      constraint authorship_agreements_project_id_exists foreign key (project_id) references projects (project_id) on delete cascade,
      constraint authorship_agreements_drafted_by_exists foreign key (drafted_by) references persons (person_id)
    )`);
    await queryRunner.query(`create table authorship_signatures (
      project_id uuid not null,
      version integer not null,
      person_id uuid not null,
      fingerprint text not null,
      signed_at timestamptz not null,
      constraint authorship_signatures_key primary key (project_id, version, person_id),
      constraint authorship_signatures_project_id_version_exists foreign key (project_id, version)
        references authorship_agreements (project_id, version) on delete cascade,
      constraint authorship_signatures_person_id_exists foreign key (person_id) references persons (person_id)
    )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table authorship_signatures');
    await queryRunner.query('drop table authorship_agreements');
  }
}
