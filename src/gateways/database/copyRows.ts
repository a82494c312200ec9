import { once } from 'node:events';
import type { Client } from 'pg';
import { from } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';

/** A value as COPY's text format writes it: a tab parts columns, a line ends a row, and absence is `\N`. */
function written(value: string | number | null): string {
  if (value === null) return '\\N';
  if (typeof value === 'number') return String(value);
  return /[\\\t\n\r]/.test(value)
    ? value.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
    : value;
}

/**
 * Writes rows into a table by COPY, several times as fast as by INSERT. It happens on the connection of the transaction
 * that `db` is in, so that all of it is taken back with the rest.
 */
export async function copyRows(
  db: EntityManager,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): Promise<void> {
  if (!db.queryRunner) throw new RangeError('copyRows: there is no transaction to copy in');
  // The PostgreSQL driver's connection is a client of pg.
  const client = (await db.queryRunner.connect()) as Client;
  const stream = client.query(from(`copy ${table} (${columns.join(', ')}) from stdin`));
  const done = new Promise<void>((resolve, reject) => {
    stream.once('finish', resolve);
    stream.once('error', reject);
  });
  for (const row of rows) {
    if (!stream.write(`${row.map(written).join('\t')}\n`)) await Promise.race([once(stream, 'drain'), done]);
  }
  stream.end();
  await done;
}
