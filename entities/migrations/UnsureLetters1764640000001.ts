import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A letter of which nobody knows whether the server took it: it is not sent again. */
export class UnsureLetters1764640000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table letters drop constraint letter_state_is_known');
    await queryRunner.query(
      "alter table letters add constraint letter_state_is_known check (state in ('waiting', 'sending', 'sent', 'failed', 'unsure'))",
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("update letters set state = 'sent' where state = 'unsure'");
    await queryRunner.query('alter table letters drop constraint letter_state_is_known');
    await queryRunner.query(
      "alter table letters add constraint letter_state_is_known check (state in ('waiting', 'sending', 'sent', 'failed'))",
    );
  }
}
