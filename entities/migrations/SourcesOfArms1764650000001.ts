import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the name of an arm and the number that was randomised to it were read. */
export class SourcesOfArms1764650000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table arms add column name_source jsonb, add column randomised_source jsonb');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table arms drop column name_source, drop column randomised_source');
  }
}
