import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `alter table searches
     add column filters text,
     add column peer_review text,
     add column remarks text,
     add column repeats_search_id uuid,
     add column rhythm text not null default 'never',
     add column next_run_at timestamptz,
     add constraint search_rhythm_is_known check (rhythm in ('never', 'weekly', 'monthly')),
     add constraint searches_review_id_repeats_search_id_exists foreign key (review_id, repeats_search_id)
       references searches(review_id, search_id) on delete cascade`,
  `create index searches_by_next_run on searches (next_run_at) where next_run_at is not null`,
  `alter table record_imports add column columns jsonb`,
  `create table retraction_alarms (
      review_id uuid not null,
      record_id uuid not null,
      is_retracted boolean not null,
      notices jsonb not null,
      found_at timestamptz not null,
      settled_by uuid,
      settled_at timestamptz,
      constraint retraction_alarms_key primary key (review_id, record_id),
      constraint retraction_alarms_review_id_exists foreign key (review_id) references reviews(review_id) on delete cascade,
      constraint retraction_alarms_review_id_record_id_exists foreign key (review_id, record_id)
        references search_records(review_id, record_id) on delete cascade,
      constraint retraction_alarms_settled_by_exists foreign key (settled_by) references persons(person_id)
    )`,
];

const DOWN = [
  'drop table retraction_alarms',
  'alter table record_imports drop column columns',
  `alter table searches drop column filters, drop column peer_review, drop column remarks,
     drop column repeats_search_id, drop column rhythm, drop column next_run_at`,
  `delete from jobs where kind = 'check-retractions'`,
];

/** Searches run again by themselves, PRISMA-S has its further fields, tables keep their columns, retractions are told. */
export class SavedSearches1764460800500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
    await changeKinds(runner, kinds => [...kinds, 'check-retractions']);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
    await changeKinds(runner, kinds => kinds.filter(kind => kind !== 'check-retractions'));
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
