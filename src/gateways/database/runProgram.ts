import { spawn } from 'node:child_process';
import { parse } from 'node:path';
import { Problem } from '#core/problem';

/** The user of the system that a program runs as; our own when it is empty. */
export interface Ids {
  readonly uid?: number;
  readonly gid?: number;
}

/** Runs a program that must succeed. */
export async function runProgram(program: string, args: readonly string[], ids: Ids = {}): Promise<void> {
  const { code, output } = await attempt(program, args, ids);
  if (code !== 0) throw new Problem('unavailable', `${parse(program).name} failed: ${output.trim().slice(-400)}`);
}

/** Runs a program to its end. Its output goes to a pipe only while it runs: the server it may leave behind gets none. */
export async function attempt(
  program: string,
  args: readonly string[],
  ids: Ids,
): Promise<{ code: number | null; output: string }> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      ...ids,
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C' },
      detached: true,
    });
    let output = '';
    child.stdout.on('data', chunk => {
      output += String(chunk);
    });
    child.stderr.on('data', chunk => {
      output += String(chunk);
    });
    child.once('error', fail);
    child.once('exit', code => {
      child.stdout.destroy();
      child.stderr.destroy();
      done({ code, output });
    });
  });
}
