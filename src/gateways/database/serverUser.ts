import { readFile, stat } from 'node:fs/promises';
import { dirname, parse } from 'node:path';
import { Problem } from '#core/problem';
import { type Ids, runProgram } from '#gateways/database/runProgram';

/** PostgreSQL refuses to run as root: then it runs as the system's user "postgres", which is made if it is missing. */
export async function serverUser(): Promise<Ids> {
  if (process.getuid?.() !== 0) return {};
  const known = await userIds();
  if (known) return known;
  await runProgram('groupadd', ['--system', '--force', 'postgres']);
  await runProgram('useradd', ['--system', '-g', 'postgres', '-M', '-s', '/usr/sbin/nologin', 'postgres']);
  const made = await userIds();
  if (!made) throw new Problem('unavailable', 'PostgreSQL can’t run as root, and no user "postgres" could be made.');
  return made;
}

async function userIds(): Promise<{ uid: number; gid: number } | null> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map(line => line.split(':'));
  const entry = lines.find(([name]) => name === 'postgres');
  return entry ? { uid: Number(entry[2]), gid: Number(entry[3]) } : null;
}

/** Every folder on the way must let the server's user pass; otherwise PostgreSQL fails with a riddle. */
export async function requirePassage(folder: string, uid: number): Promise<void> {
  for (let at = folder; at !== parse(at).root; at = dirname(at)) {
    const { mode, uid: owner } = await stat(at);
    if (owner !== uid && (mode & 0o001) === 0) {
      throw new Problem(
        'unavailable',
        `The database runs as the user "postgres", who may not enter ${at}. Set POOLED_DATA to a folder outside it, ` +
          'start Pooled as an ordinary user, or set DATABASE_URL.',
      );
    }
  }
}
