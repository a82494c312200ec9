import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** A secret that all processes of the installation share: made by whoever comes first, kept in the database. */
export async function sharedSecret(database: DataSource, name: string): Promise<string> {
  await database.query('insert into settings (name, value) values ($1, $2) on conflict (name) do nothing', [
    name,
    randomBytes(48).toString('base64url'),
  ]);
  const rows: { value: string }[] = await database.query('select value from settings where name = $1', [name]);
  const value = rows[0]?.value;
  if (!value) throw new TypeError(`sharedSecret: the setting ${name} vanished while it was read`);
  return value;
}
