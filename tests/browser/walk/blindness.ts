import { expect } from 'vitest';
import type { Visitor } from '../../support/browser.ts';

/** Words that only a decision of somebody, or what follows from it, brings onto the wire. */
const TELLTALE = new Set(['choice', 'verdict', 'verdicts', 'adjudication', 'kappa', 'conflicts', 'decidedByName']);

/** Pages of a review that a screener may open. */
const PLACES = ['', '/records', '/conflicts', '/team', '/full-text', '/screening', '/report', '/audit'];

/**
 * Goes through every place of the review as a screener who has not decided on anything, and expects that neither the
 * pages nor a reply of the server tell what anybody else chose.
 * @param secret words of the other screener's note
 */
export async function expectNothingTold(visitor: Visitor, reviewId: string, secret: string): Promise<void> {
  const { page, replies } = visitor;
  replies.length = 0;
  for (const place of PLACES) {
    await page.goto(`/reviews/${reviewId}${place}`);
    await visitor.settled();
    const text = (await page.locator('body').textContent()) ?? '';
    expect(text, place).not.toContain(secret);
    expect(text, place).not.toMatch(/\b\d+ (records? )?(included|excluded|conflicts?)\b/i);
  }
  expect(replies.length).toBeGreaterThan(PLACES.length);
  for (const reply of replies) {
    expect(reply.text, reply.path).not.toContain(secret);
    if (reply.status < 400) expect(told(JSON.parse(reply.text || 'null')), reply.path).toEqual([]);
  }
}

/** Every telling value in a reply, with the way to it. */
function told(value: unknown, way = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one, place) => told(one, `${way}/${place}`));
  if (typeof value !== 'object' || value === null) {
    return ['included', 'excluded', 'conflicted'].includes(String(value)) ? [`${way}: ${value}`] : [];
  }
  return Object.entries(value).flatMap(([name, one]) => {
    const isTelling = TELLTALE.has(name) && typeof one !== 'object' && one !== 0;
    return isTelling ? [`${way}/${name}: ${one}`] : told(one, `${way}/${name}`);
  });
}
