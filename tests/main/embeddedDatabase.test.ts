import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { inventedRis } from '../support/inventedRis.ts';
import { type ProgramReply, program } from '../support/program.ts';
import { type RunningPooled, spawnPooled, startPooled } from '../support/startPooled.ts';

const PERSON = { name: 'Lena Lead', email: 'lena@example.org', password: 'correct horse battery' };
const RECORDS = 12_000;

/** One installation through everything that can be done to it from outside; each step goes on from the one before. */
describe('the database that Pooled brings along', () => {
  let folder: string;
  let pooled: RunningPooled;

  const environment = () => ({ POOLED_DATA: folder });
  const postmaster = async () =>
    Number((await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);
  /** Ends the server as the system does when its memory is full: itself and all that it has started. */
  const killDatabase = async () => {
    const pid = await postmaster();
    const children = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' }).stdout;
    for (const one of [pid, ...children.split('\n').filter(Boolean).map(Number)]) {
      try {
        process.kill(one, 'SIGKILL');
      } catch {
        // It has ended with its parent already.
      }
    }
  };
  const signIn = async () => {
    const lena = program(pooled.url);
    await lena.must('POST', '/api/session', { email: PERSON.email, password: PERSON.password });
    return lena;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pooled-embedded-'));
    await chmod(folder, 0o755);
    pooled = await startPooled(environment());
    await program(pooled.url).must('POST', '/api/accounts', PERSON);
  });
  afterAll(async () => {
    await pooled?.end('SIGKILL');
    await killDatabase().catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  });

  it('keeps its password where only its owner can read it, and listens on this machine alone', async () => {
    expect((await stat(join(folder, 'postgres.password'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'postgres'))).mode & 0o077).toBe(0);
    const lines = (await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n');
    expect(lines[5]).toBe('127.0.0.1');
  });

  it('isn’t shared with a second start in the same folder, which says so and how to go on', async () => {
    const second = spawnPooled({ ...environment(), PORT: '0' });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`Another Pooled uses the data folder ${folder}`);
    expect(second.output()).toMatch(/Stop it, or set POOLED_DATA to another folder/);
    await signIn();
  });

  it('survives a kill of Pooled alone: the next start takes the running server over', async () => {
    const before = await postmaster();
    expect(await pooled.end('SIGKILL')).toBe('SIGKILL');
    pooled = await startPooled(environment());
    expect(await postmaster()).toBe(before);
    expect(pooled.output()).toContain('took over the database that a killed process left running');
    await signIn();
  });

  it('survives a kill of everything: the next start finds all that was stored', async () => {
    await pooled.end('SIGKILL');
    const before = await postmaster();
    await killDatabase();
    pooled = await startPooled(environment());
    expect(await postmaster()).not.toBe(before);
    expect(pooled.output()).not.toContain('took over');
    await signIn();
  });

  it('may end in the middle of an import: a clear answer meanwhile, then nothing is lost or doubled', async () => {
    const lena = await signIn();
    const { id: projectId } = await lena.must('POST', '/api/projects', { title: 'Interrupted' });
    const { id: reviewId } = await lena.must('POST', `/api/projects/${projectId}/review`, { title: 'Interrupted' });
    const at = `/api/reviews/${reviewId}`;
    const { importId } = await lena.must('POST', `${at}/imports?fileName=many.ris`, inventedRis(RECORDS));
    // A large file is read by a job first.
    await vi.waitFor(
      async () => expect(await lena.must('GET', `${at}/imports/${importId}`)).toMatchObject({ state: 'previewed' }),
      { timeout: 60_000, interval: 100 },
    );
    const { jobId } = await lena.must('POST', `${at}/imports/${importId}/confirmation`);
    const isUnderWay = async () => {
      const job = await lena.must('GET', `${at}/jobs/${jobId}`);
      expect(job.doneCount).toBeGreaterThan(0);
      return job;
    };
    const job = await vi.waitFor(isUnderWay, { timeout: 30_000, interval: 5 });
    expect(job.state).toBe('running');
    await killDatabase();

    const away: ProgramReply[] = [];
    await vi.waitFor(
      async () => {
        const reply = await lena.send('GET', `${at}/imports/${importId}`);
        if (reply.status !== 200) away.push(reply);
        expect(reply.body).toMatchObject({ state: 'imported' });
      },
      { timeout: 90_000, interval: 20 },
    );
    expect(away.length).toBeGreaterThan(0);
    for (const reply of away) {
      expect(reply.status).toBe(503);
      expect(reply.body.detail).toMatch(/database does not answer just now.*try again in a moment/);
    }
    expect(await lena.must('GET', `${at}/jobs/${jobId}`)).toMatchObject({ state: 'done' });
    expect((await lena.must('GET', `${at}/records?limit=1`)).total).toBe(RECORDS);
    const { body: report } = await lena.send('GET', `${at}/imports/${importId}`);
    expect(report).toMatchObject({ recordCount: RECORDS, report: { read: RECORDS } });
    expect(pooled.output()).toContain('the database ended without being asked; it is started again');
    expect(pooled.output()).toContain('the worker is taking jobs again');
    expect(pooled.child.exitCode).toBe(null);
  });

  it('is stopped with Pooled by Ctrl-C, and leaves nothing running', async () => {
    const port = Number((await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')[3]);
    expect(await pooled.end('SIGINT')).toBe(0);
    const knock = once(connect(port, '127.0.0.1'), 'connect');
    await expect(knock).rejects.toThrow('ECONNREFUSED');
    await expect(stat(join(folder, 'postgres/postmaster.pid'))).rejects.toThrow('ENOENT');
  });
});
