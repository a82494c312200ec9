import type { Pages } from '#core/duplicates/normalisePages';

export const PAGES_LEVELS = [
  'missing',
  'same',
  'same-first',
  'same-last',
  'overlapping',
  'counted-from-one',
  'number-and-pages',
  'different',
] as const;
export type PagesLevel = (typeof PAGES_LEVELS)[number];

const lengthOf = (pages: Pages) => Number(pages.last) - Number(pages.first);
const isCount = (pages: Pages) => pages.first === '1' && pages.last !== '' && pages.prefix === '';
const isArticleNumber = (pages: Pages) => pages.last === '' && (/^[a-l]/.test(pages.prefix) || pages.first.length >= 5);

/** How far two places agree. A record made ahead of print counts its pages from one; an article number is no page. */
export function comparePages(a: Pages | null, b: Pages | null): PagesLevel {
  if (!a || !b) return 'missing';
  if (a.first === '' || b.first === '')
    return a.last.endsWith(b.last) || b.last.endsWith(a.last) ? 'same-last' : 'different';
  if (a.first === b.first) {
    // One source writes "S7", another "7": the prefix differs only where both give one.
    if (a.prefix !== b.prefix && a.prefix !== '' && b.prefix !== '') return 'different';
    return a.last === b.last ? 'same' : 'same-first';
  }
  if (isCount(a) !== isCount(b)) {
    if (lengthOf(a) === lengthOf(b)) return 'counted-from-one';
    if (isArticleNumber(a) || isArticleNumber(b)) return 'number-and-pages';
  }
  if (isArticleNumber(a) !== isArticleNumber(b)) return 'number-and-pages';
  if (a.prefix !== b.prefix && a.prefix !== '' && b.prefix !== '') return 'different';
  const [startA, startB] = [Number(a.first), Number(b.first)];
  const [endA, endB] = [Number(a.last || a.first), Number(b.last || b.first)];
  if (endA === endB && a.last !== '' && b.last !== '') return 'same-last';
  return startA <= endB && startB <= endA ? 'overlapping' : 'different';
}
