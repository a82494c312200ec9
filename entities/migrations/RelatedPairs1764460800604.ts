import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RelatedPairs1764460800604 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table duplicate_pairs drop constraint pair_state_is_known');
    await runner.query(
      `alter table duplicate_pairs add constraint pair_state_is_known
         check (state in ('doubtful', 'same', 'different', 'related'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("update duplicate_pairs set state = 'different' where state = 'related'");
    await runner.query('alter table duplicate_pairs drop constraint pair_state_is_known');
    await runner.query(
      `alter table duplicate_pairs add constraint pair_state_is_known check (state in ('doubtful', 'same', 'different'))`,
    );
  }
}
