import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many people were randomised to an arm: what outcomes report is held against it. Null where it isn't known. */
export class RandomisedToArms1764460801001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table arms add column randomised integer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table arms drop column randomised');
  }
}
