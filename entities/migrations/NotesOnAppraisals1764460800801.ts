import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A remark of the plan that stands under every table and figure of these judgements. */
export class NotesOnAppraisals1764460800801 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table appraisals add column note text not null default ''`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table appraisals drop column note');
  }
}
