import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever is named in an agreement asks for a change before signing it. */
export class AgreementWishes1764550000002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`create table agreement_wishes (
      project_id uuid not null,
      version integer not null,
      wish_id uuid not null,
      person_id uuid not null,
      text text not null,
      asked_at timestamptz not null,
      constraint agreement_wishes_key primary key (wish_id),
      constraint one_wish_per_version unique (project_id, version, person_id),
      constraint agreement_wishes_project_id_version_exists foreign key (project_id, version) references authorship_agreements (project_id, version) on delete cascade,
      constraint agreement_wishes_person_id_exists foreign key (person_id) references persons (person_id)
    )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table agreement_wishes');
  }
}
