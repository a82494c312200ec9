import type { MigrationInterface, QueryRunner } from 'typeorm';

const MODES = ['title_and_abstract', 'full_text'] as const;

/** A third way to screen: a second person only for a share of the records, drawn by lot. */
export class SecondScreenerForAShare1764460800700 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const stage of MODES) {
      await queryRunner.query(`alter table reviews drop constraint ${stage}_mode_is_known`);
      await queryRunner.query(
        `alter table reviews add constraint ${stage}_mode_is_known check (${stage}_mode in ('single', 'double', 'share'))`,
      );
      await queryRunner.query(
        `alter table reviews add column ${stage}_share_percent integer not null default 10,
           add constraint ${stage}_share_is_a_percentage check (${stage}_share_percent between 1 and 99)`,
      );
    }
    await queryRunner.query('alter table reviews add column share_seed integer not null default 1');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table reviews drop column share_seed');
    for (const stage of MODES) {
      await queryRunner.query(`update reviews set ${stage}_mode = 'double' where ${stage}_mode = 'share'`);
      await queryRunner.query(
        `alter table reviews drop column ${stage}_share_percent, drop constraint ${stage}_mode_is_known,
           add constraint ${stage}_mode_is_known check (${stage}_mode in ('single', 'double'))`,
      );
    }
  }
}
