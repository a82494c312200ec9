import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a study counted as a whole has its report, page and words too, as every other value. */
export class SourcesOfCounts1764560000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table study_counts add column source jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table study_counts drop column source');
  }
}
