import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = ['dichotomous', 'continuous', 'generic', 'accuracy', 'dose-response'];
const NEW = [
  ...['rate', 'time-to-event', 'proportion', 'single-rate', 'single-mean', 'pre-post', 'correlation', 'reliability'],
];

const listed = (kinds: readonly string[]) => kinds.map(kind => `'${kind}'`).join(', ');

const kindsAre = (kinds: readonly string[]) =>
  `alter table outcomes add constraint outcome_kind_is_known check (kind in (${listed(kinds)}))`;

/**
 * Outcomes of every kind that can be pooled: rates by arm, one group's share, rate or mean, before and after, correlations,
 * reliability, time to an event. What a study reports as a whole is converted and asked about as an arm's numbers are.
 */
export class MoreOutcomeKinds1764610000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table outcomes drop constraint outcome_kind_is_known');
    await runner.query(kindsAre([...BEFORE, ...NEW]));
    await runner.query('alter table arm_results add column person_time double precision');
    await runner.query(
      "alter table study_counts add column conversion jsonb, add column answered jsonb not null default '[]'",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table study_counts drop column answered, drop column conversion');
    await runner.query('alter table arm_results drop column person_time');
    await runner.query(`delete from outcomes where kind in (${listed(NEW)})`);
    await runner.query('alter table outcomes drop constraint outcome_kind_is_known');
    await runner.query(kindsAre(BEFORE));
  }
}
