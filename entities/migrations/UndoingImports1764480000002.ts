import type { MigrationInterface, QueryRunner } from 'typeorm';

const KIND = 'undo-import';

/** Imports are undone by a job. */
export class UndoingImports1764480000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await changeKinds(runner, kinds => [...kinds.filter(kind => kind !== KIND), KIND]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from jobs where kind = $1', [KIND]);
    await changeKinds(runner, kinds => kinds.filter(kind => kind !== KIND));
  }
}

/** Changes the kinds of job that there may be, whatever other migrations have added. */
async function changeKinds(runner: QueryRunner, change: (kinds: string[]) => string[]): Promise<void> {
  const rows: { definition: string }[] = await runner.query(
    "select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'job_kind_is_known'",
  );
  const kinds = [...(rows[0]?.definition ?? '').matchAll(/'([a-z-]+)'/g)].flatMap(match => match[1] ?? []);
  const list = change(kinds).map(kind => `'${kind}'`);
  await runner.query('alter table jobs drop constraint job_kind_is_known');
  await runner.query(`alter table jobs add constraint job_kind_is_known check (kind in (${list.join(', ')}))`);
}
