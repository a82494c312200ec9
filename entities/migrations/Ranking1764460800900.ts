import type { MigrationInterface, QueryRunner } from 'typeorm';

const STAGE_WORDS = "('title-and-abstract', 'full-text')";

/** The ranking of a stage with its turns, random samples of the rest, and the end of screening before all is read. */
export class Ranking1764460800900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table rankings (
      review_id uuid not null,
      stage text not null,
      is_on boolean not null,
      learns_from text not null,
      seed integer not null,
      stopping_rule text not null,
      target_recall float8 not null,
      confidence float8 not null,
      irrelevant_run integer not null,
      seen_event_id uuid,
      changed_by uuid not null,
      changed_at timestamptz not null,
      constraint rankings_key primary key (review_id, stage),
      constraint ranking_stage_is_known check (stage in ${STAGE_WORDS}),
      constraint ranking_learns_from_known check (learns_from in ('own', 'team')),
      constraint stopping_rule_is_known check (stopping_rule in ('test', 'run', 'sample')),
      constraint target_recall_is_a_share check (target_recall > 0 and target_recall < 1),
      constraint confidence_is_a_share check (confidence > 0 and confidence < 1),
      constraint irrelevant_run_is_positive check (irrelevant_run > 0),
      constraint rankings_review_id_exists foreign key (review_id) references reviews (review_id) on delete cascade,
      constraint rankings_changed_by_exists foreign key (changed_by) references persons (person_id)
    )`);
    await runner.query(`create table ranking_turns (
      review_id uuid not null,
      turn_id uuid not null,
      stage text not null,
      person_id uuid not null,
      number integer not null,
      ranking_set_at timestamptz not null,
      begins_anew boolean not null,
      seed integer not null,
      basis text not null,
      learned_ids uuid[] not null,
      learned_labels integer[] not null,
      open_count integer not null,
      record_ids uuid[] not null,
      reasons jsonb not null default '[]',
      ranked_at timestamptz not null,
      constraint ranking_turns_key primary key (review_id, turn_id),
      constraint one_ranking_turn_of_a_number unique (review_id, stage, person_id, number),
      constraint ranking_turn_stage_is_known check (stage in ${STAGE_WORDS}),
      constraint ranking_turns_review_id_exists foreign key (review_id) references reviews (review_id) on delete cascade,
      constraint ranking_turns_person_id_exists foreign key (person_id) references persons (person_id)
    )`);
    await runner.query(`create table ranking_samples (
      review_id uuid not null,
      sample_id uuid not null,
      stage text not null,
      seed integer not null,
      found_before integer not null,
      pool integer not null,
      record_ids uuid[] not null,
      drawn_by uuid not null,
      drawn_at timestamptz not null,
      constraint ranking_samples_key primary key (review_id, sample_id),
      constraint ranking_sample_stage_is_known check (stage in ${STAGE_WORDS}),
      constraint ranking_samples_review_id_exists foreign key (review_id) references reviews (review_id) on delete cascade,
      constraint ranking_samples_drawn_by_exists foreign key (drawn_by) references persons (person_id)
    )`);
    await runner.query(`create table screening_stops (
      review_id uuid not null,
      stage text not null,
      reason text not null,
      methods text not null,
      record_ids uuid[] not null,
      stopped_by uuid not null,
      stopped_at timestamptz not null,
      constraint screening_stops_key primary key (review_id, stage),
      constraint screening_stop_stage_is_known check (stage in ${STAGE_WORDS}),
      constraint screening_stops_review_id_exists foreign key (review_id) references reviews (review_id) on delete cascade,
      constraint screening_stops_stopped_by_exists foreign key (stopped_by) references persons (person_id)
    )`);
    await changeKinds(runner, kinds => [...kinds.filter(kind => kind !== 'replay-ranking'), 'replay-ranking']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("delete from jobs where kind = 'replay-ranking'");
    await changeKinds(runner, kinds => kinds.filter(kind => kind !== 'replay-ranking'));
    for (const table of ['screening_stops', 'ranking_samples', 'ranking_turns', 'rankings']) {
      await runner.query(`drop table ${table}`);
    }
  }
}

/** Changes the kinds of job that there may be, whatever other migrations have added. */
async function changeKinds(runner: QueryRunner, change: (kinds: string[]) => string[]): Promise<void> {
  const rows: { definition: string }[] = await runner.query(
    "select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'job_kind_is_known'",
  );
  const kinds = [...(rows[0]?.definition ?? '').matchAll(/'([^']+)'/g)].flatMap(match => match[1] ?? []);
  const list = change(kinds).map(kind => `'${kind}'`);
  await runner.query('alter table jobs drop constraint job_kind_is_known');
  await runner.query(`alter table jobs add constraint job_kind_is_known check (kind in (${list.join(', ')}))`);
}
