import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An invitation may be made for one person with an account: it is told to them, and works for nobody else. */
export class InvitedPeople1764640000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['invitations', 'community_invitations']) {
      await queryRunner.query(`alter table ${table} add person_id uuid`);
      await queryRunner.query(
        `alter table ${table} add constraint ${table}_person_id_exists foreign key (person_id) references persons (person_id)`,
      );
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['invitations', 'community_invitations']) {
      await queryRunner.query(`alter table ${table} drop column person_id`);
    }
  }
}
