import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'vitest';
import type { Visitor } from './browser.ts';

/** Where windows are drawn when a step fails; nowhere if it isn't named. */
const FOLDER = process.env.POOLED_SCREENSHOTS;

export type Step = (sentence: string, deed: () => Promise<void>) => void;

/**
 * Steps of one walk: each goes on from where the one before it stopped, so after the first failure the others are not
 * tried. With POOLED_SCREENSHOTS=folder each window is drawn there, as the failed step left it.
 */
export function stepsOf(windows: () => Readonly<Record<string, Visitor>>): Step {
  let failed: string | null = null;
  return (sentence, deed) =>
    it(sentence, async ({ skip }) => {
      if (failed) skip(`not tried, because this failed: ${failed}`);
      try {
        await deed();
      } catch (error) {
        failed = sentence;
        await draw(windows());
        throw error;
      }
    });
}

async function draw(windows: Readonly<Record<string, Visitor>>): Promise<void> {
  if (!FOLDER) return;
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, { page }] of Object.entries(windows)) await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}
