import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A large file is read by a job: an import may be in the state "reading", and there is a kind of job for it. */
export class LargeFiles1764460800100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await allow(
      runner,
      'record_imports',
      'import_state_is_known',
      'state',
      (words, word) => [word, ...words],
      'reading',
    );
    await allow(runner, 'jobs', 'job_kind_is_known', 'kind', (words, word) => [word, ...words], 'read-file');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from record_imports where state = 'reading'`);
    await runner.query(`delete from jobs where kind = 'read-file'`);
    const without = (words: string[], word: string) => words.filter(one => one !== word);
    await allow(runner, 'record_imports', 'import_state_is_known', 'state', without, 'reading');
    await allow(runner, 'jobs', 'job_kind_is_known', 'kind', without, 'read-file');
  }
}

/** Changes the list of words that a column may hold, whatever else is in it: other migrations add words too. */
async function allow(
  runner: QueryRunner,
  table: string,
  constraint: string,
  column: string,
  change: (words: string[], word: string) => string[],
  word: string,
): Promise<void> {
  const rows: { definition: string }[] = await runner.query(
    'select pg_get_constraintdef(oid) as definition from pg_constraint where conname = $1',
    [constraint],
  );
  const words = [...(rows[0]?.definition ?? '').matchAll(/'([^']+)'/g)].flatMap(match => match[1] ?? []);
  const list = change(words, word).map(one => `'${one}'`);
  await runner.query(`alter table ${table} drop constraint ${constraint}`);
  await runner.query(`alter table ${table} add constraint ${constraint} check (${column} in (${list.join(', ')}))`);
}
