import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATES = (words: string) =>
  `alter table mentorships add constraint mentorship_state_is_known check (state in (${words}))`;

/** A mentor may begin, too: they invite a mentee, who accepts or declines. */
export class MentorInvitations1764706000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'alter table mentorships add column is_invitation boolean not null default false, add column every_weeks integer',
    );
    await queryRunner.query('alter table mentorships drop constraint mentorship_state_is_known');
    await queryRunner.query(STATES("'asked', 'invited', 'active', 'declined', 'withdrawn', 'ended'"));
    await queryRunner.query(
      "create unique index one_open_invitation_per_mentee on mentorships (mentor_id, mentee_id, task) where state = 'invited'",
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index one_open_invitation_per_mentee');
    await queryRunner.query("update mentorships set state = 'withdrawn' where state = 'invited'");
    await queryRunner.query('alter table mentorships drop constraint mentorship_state_is_known');
    await queryRunner.query(STATES("'asked', 'active', 'declined', 'withdrawn', 'ended'"));
    await queryRunner.query('alter table mentorships drop column is_invitation, drop column every_weeks');
  }
}
