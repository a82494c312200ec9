import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the report gave and how the numbers in use came from it, beside these; null where they stand in the report. */
const TABLES = ['arm_results', 'study_results'];

export class ConvertedResults1764460801000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`alter table ${table} add column conversion jsonb`);
      await runner.query(`alter table ${table} add column answered jsonb not null default '[]'`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`alter table ${table} drop column answered`);
      await runner.query(`alter table ${table} drop column conversion`);
    }
  }
}
