import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Body, beginReview, importText, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

/** More than are read while somebody waits. */
const RECORDS = 2400;
const LIMIT = 40;

const SEARCHES = [
  // Of words that all have, next to each other in all, in one in fifty, and in none.
  ...['"alpha beta"', '"beta gamma"', '"gamma alpha"', 'abstract:alpha', 'NOT "beta gamma"', '"alpha beta" OR rare7'],
  ...[
    '"alpha beta" -"beta gamma"',
    'alpha-beta',
    'a*',
    'al* "beta gamma"',
    'rare7',
    'alpha',
    'NOT alpha',
    'title:word*',
  ],
  ...['alpha year:2001-2010', '"alpha beta" 10.5555/many.17', '(alpha OR "beta gamma") NOT rare7'],
];

describe('a list of thousands of records', () => {
  let world: World;
  let lead: Somebody;
  let at: string;
  const ask = (query: Readonly<Record<string, string | number>>, path = 'records') =>
    must(
      lead,
      'get',
      `${at}/${path}?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))}`,
    );
  const ids = (page: Body): string[] => page.records.map((record: Body) => record.recordId);

  beforeAll(async () => {
    world = await createWorld();
    await world.person('Root Account');
    lead = await world.person('Lena Lead');
    const { reviewId } = await beginReview(lead);
    at = `/api/reviews/${reviewId}`;
    await importText(world, lead, reviewId, 'TY  - JOUR\r\nTI  - The first\r\nPY  - 1999\r\nER  - \r\n', 'one.ris');
    await world.database.query(
      `insert into search_records (review_id, record_id, import_id, position, title, abstract_text, authors_text, year, doi, details, created_at)
       select review_id, gen_random_uuid(), import_id, n, 'Word' || n % 7 || ' of ' || n,
         case when n % 50 = 0 then 'alpha beta gamma' else 'gamma or alpha beta' end || case when n % 300 = 7 then ' rare7' else '' end,
         '', case when n % 11 = 0 then null else 1990 + n % 30 end, '10.5555/many.' || n, details, created_at
       from search_records, generate_series(1, ${RECORDS}) n where review_id = $1`,
      [reviewId],
    );
    await world.database.query('analyze record_index');
  });
  afterAll(() => world.close());

  it.each(['newest', 'oldest', 'title', 'import'])(
    'answers at once, %s, with what a whole answer begins with',
    async sort => {
      const ways = new Set<string>();
      for (const text of SEARCHES) {
        const whole = await ask({ text, sort, limit: LIMIT });
        const quick = await ask({ text, sort, limit: LIMIT, isQuick: 'true' });
        expect(whole.isAtLeast, text).toBe(false);
        expect(ids(quick), text).toEqual(ids(whole).slice(0, quick.records.length));
        if (quick.isAtLeast) expect(quick.total, text).toBeLessThanOrEqual(whole.total);
        else expect([ids(quick), quick.total, quick.next], text).toEqual([ids(whole), whole.total, whole.next]);
        // What is short of a page says that it is not the end.
        if (quick.records.length < Math.min(LIMIT, whole.total))
          expect([quick.isAtLeast, quick.next], text).toEqual([true, null]);
        ways.add(quick.isAtLeast ? (quick.next === null ? 'short' : 'at least') : 'exact');
      }
      expect(ways, 'each way was gone').toEqual(new Set(['exact', 'at least', 'short']));
    },
  );

  it('goes on behind a quick page without a gap', async () => {
    const seen: string[] = [];
    let asked = 0;
    for (let cursor: string | null = ''; cursor !== null; asked++) {
      const page: Body = await ask({
        text: '"alpha beta"',
        sort: 'newest',
        limit: 200,
        isQuick: 'true',
        ...(cursor && { cursor }),
      });
      seen.push(...ids(page));
      cursor = page.next;
    }
    expect(asked).toBeGreaterThan(10);
    expect(new Set(seen).size).toBe(seen.length);
    const whole: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Body = await ask({ text: '"alpha beta"', sort: 'newest', limit: 200, ...(cursor && { cursor }) });
      whole.push(...ids(page));
      cursor = page.next;
    }
    expect(seen).toEqual(whole.slice(0, seen.length));
    expect(whole).toHaveLength(RECORDS);
  });

  it('is told beside its filters how many there are, and what each would leave', async () => {
    for (const text of SEARCHES) {
      const { total } = await ask({ text, sort: 'newest', limit: 1 });
      const counts = await ask({ text }, 'record-counts');
      expect(counts.total, text).toBe(total);
      const sum = (rows: readonly Body[]) => rows.reduce((all, row) => all + row.count, 0);
      expect([sum(counts.year), sum(counts.source), sum(counts.verdict)], text).toEqual([total, total, total]);
    }
    const only = await ask({ text: 'alpha', of: 'year' }, 'record-counts');
    expect(only).toMatchObject({ total: RECORDS, mine: [], source: [], verdict: [], missing: [] });
    expect(only.year).toHaveLength(31);
  });
});
