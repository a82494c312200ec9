import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SMALL_RIS } from '../support/reviewWorld.ts';

const folder = mkdtempSync(join(tmpdir(), 'pooled-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function pooled(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/scripts/pooled.js', ...args], {
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr, lines: stdout.split('\n').filter(line => line !== '') };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Four trials with made-up counts. */
const TRIALS = JSON.stringify({
  measure: 'RR',
  data: [
    { slab: 'A', ai: 4, n1i: 120, ci: 11, n2i: 130 },
    { slab: 'B', ai: 6, n1i: 300, ci: 29, n2i: 310 },
    { slab: 'C', ai: 3, n1i: 230, ci: 11, n2i: 220 },
    { slab: 'D', ai: 0, n1i: 50, ci: 0, n2i: 50 },
  ],
});

describe('pooled', () => {
  it('reads records, one line each, in the order of the file', () => {
    const { status, lines } = pooled(['records', file('small.ris', SMALL_RIS)]);
    expect(status).toBe(0);
    expect(lines.map(line => JSON.parse(line).doi)).toEqual([
      '10.5555/invented.0',
      '10.5555/invented.1',
      '10.5555/invented.2',
    ]);
  });

  it('ends with 1 and names the line when an entry was skipped', () => {
    const broken = `${SMALL_RIS}\r\nTY  - JOUR\r\nER  - \r\n`;
    const { status, lines, stderr } = pooled(['records', file('broken.ris', broken)]);
    expect(status).toBe(1);
    expect(lines).toHaveLength(3);
    expect(stderr).toMatch(/broken\.ris:\d+: skipped: \S/);
  });

  it('ends with 2 and one clear sentence for a file that is not there', () => {
    const { status, stdout, stderr } = pooled(['records', join(folder, 'nowhere.ris')]);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/nowhere\.ris/);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('turns a question into a search string', () => {
    const question = { frame: 'PICO', slots: [{ slot: 'population', text: 'asthma', meshHeadings: ['Asthma'] }] };
    const { status, stdout } = pooled(['query', file('question.json', JSON.stringify(question))]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).query).toContain('"Asthma"[mh]');
  });

  it('pools a table, leaves the double-zero study out and says why', () => {
    const { status, stdout } = pooled(['synthesise', file('trials.json', TRIALS)]);
    const result = JSON.parse(stdout);
    expect(status).toBeLessThan(2);
    expect(result.k).toBe(3);
    expect(result.leftOut.map((one: { label: string }) => one.label)).toEqual(['D']);
    expect(result.pooled.value.estimate).toBeLessThan(0);
  });

  it('draws the forest plot of what it pooled', () => {
    const result = file('result.json', pooled(['synthesise', file('trials.json', TRIALS)]).stdout);
    const out = join(folder, 'forest.svg');
    expect(pooled(['plot', 'forest', result, '-o', out]).status).toBe(0);
    expect(readFileSync(out, 'utf8')).toMatch(/^<svg[\s\S]*>A<[\s\S]*<\/svg>\s*$/);
  });

  it('says of a command that it doesn’t know that it doesn’t', () => {
    expect(pooled(['frobnicate']).status).toBe(2);
    expect(pooled(['frobnicate']).stderr).toMatch(/no command "frobnicate"/);
  });

  it('shows for each command how it is called', () => {
    const listed = pooled(['--help']).stderr.matchAll(/^ {2}([a-z-]+) /gm);
    const names = [...listed].map(match => match[1] ?? '');
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) expect(pooled([name, '--help']).stderr, name).toMatch(new RegExp(`pooled ${name}\\b`));
  });
});
