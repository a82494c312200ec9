import type { ClientBase } from 'pg';
import { Problem } from '#core/problem';

/** A table of ours with the columns that are stored; what PostgreSQL computes by itself is no part of them. */
export interface StoredTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** What is of no use on another day: sessions, counters of guesses and of requests. People sign in again. */
const PASSING = ['sessions', 'rate_limits', 'eutils_slots', 'migrations'];

const COLUMNS = `select t.table_name as name, array_agg(c.column_name::text order by c.ordinal_position) as columns
  from information_schema.tables t
  join information_schema.columns c on c.table_schema = t.table_schema and c.table_name = t.table_name
  where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER' and t.table_name <> all($1)
  group by t.table_name order by t.table_name`;

const REFERENCES = `select distinct conrelid::regclass::text as child, confrelid::regclass::text as parent
  from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid`;

/** Every table that a backup keeps, each after those that its rows point to. */
export async function storedTables(client: ClientBase): Promise<readonly StoredTable[]> {
  const { rows: tables } = await client.query<StoredTable>(COLUMNS, [PASSING]);
  const { rows: references } = await client.query<{ child: string; parent: string }>(REFERENCES);
  const left = new Map(tables.map(table => [table.name, table]));
  const ordered: StoredTable[] = [];
  while (left.size > 0) {
    const waits = new Set(references.filter(one => left.has(one.parent)).map(one => one.child));
    const ready = [...left.values()].filter(table => !waits.has(table.name));
    if (ready.length === 0) throw new RangeError(`storedTables: ${[...left.keys()].join(', ')} point at each other`);
    for (const table of ready) {
      ordered.push(table);
      left.delete(table.name);
    }
  }
  return ordered;
}

/** The names of the migrations that have run, in their order: what the tables look like. */
export async function migrationsRun(client: ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>('select name from migrations order by timestamp, id');
  return rows.map(row => row.name);
}

export function quoted(name: string): string {
  if (!/^[a-z_][a-z0-9_]*$/.test(name)) throw new Problem('invalid', `“${name}” is no name of a table or a column.`);
  return `"${name}"`;
}
