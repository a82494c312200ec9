import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from 'vitest';

const folder = resolve(import.meta.dirname, 'approved');

/**
 * Compares a figure with the one that somebody looked at and approved, letter by letter. After a wanted change, run the
 * tests with APPROVE=1, look at the new picture, and commit it with the change.
 */
export function expectApproved(name: string, svg: string): void {
  const file = resolve(folder, `${name}.svg`);
  if (process.env.APPROVE === '1') writeFileSync(file, svg);
  if (!existsSync(file))
    throw new Error(`No approved picture ${name}.svg: look at the figure, then run with APPROVE=1.`);
  expect(svg).toBe(readFileSync(file, 'utf8'));
}
