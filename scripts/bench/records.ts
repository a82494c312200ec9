import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillReview } from '#scripts/bench/records/fillReview';
import { withDatabase } from '#scripts/withDatabase';
import { countRecords } from '#services/records/countRecords';
import { listRecords, type RecordListQuery } from '#services/records/listRecords';

/**
 * How long a list of records takes to answer in a review of 100,000 of them, with duplicates, decisions and labels:
 * the median of five answers after one to warm up, in a database of its own that is thrown away
 * (POOLED_BENCH_DATA names a folder that is kept, and used again).
 *
 *     node dist/scripts/bench/records.js [NUMBER]
 */
const NONE = {
  text: '',
  source: [],
  label: [],
  missing: [],
  verdict: [],
  mine: [],
  sort: 'match',
  limit: 100,
} as const;

const ASKED: Readonly<Record<string, Partial<RecordListQuery>>> = {
  'all, in the order of import': {},
  'all, newest first': { sort: 'newest' },
  'all, by title': { sort: 'title' },
  'behind 50,000 records': { cursor: '50000' },
  'newest first, deep in the list': {
    sort: 'newest',
    cursor: JSON.stringify(['newest', 1990, '7fffffff-ffff-7fff-bfff-ffffffffffff']),
  },
  'a common word': { text: 'trial' },
  'title:randomi* AND (remind* OR adher*) NOT mice': { text: 'title:randomi* AND (remind* OR adher*) NOT mice' },
  'a phrase': { text: '"randomised trial"' },
  'two rare words': { text: 'word77 word78' },
  'a word in titles': { text: 'title:word1' },
  'without a common word': { text: 'NOT trial' },
  'a DOI or a word': { text: '10.5555/bench.4242 OR reminders' },
  'a common word, by title': { text: 'trial', sort: 'title' },
  'an author': { text: 'author:Name42' },
  'a DOI': { text: '10.5555/bench.4242' },
  'years and a source': { yearFrom: 2016, yearTo: 2026, source: ['Embase'] },
  'without abstract': { missing: ['abstract'] },
  'my own decisions': { mine: ['include'] },
  'included, as the lead sees it': { verdict: ['included'] },
  'included, with a word': { verdict: ['included'], text: 'trial' },
};

const TIMES = 5;

async function main(): Promise<void> {
  const number = Number(process.argv[2] ?? 100_000);
  const folder = process.env.POOLED_BENCH_DATA ?? (await mkdtemp(join(tmpdir(), 'pooled-bench-')));
  // The database runs as another user where this one is root.
  await chmod(folder, 0o755);
  process.env.POOLED_DATA = folder;
  try {
    await withDatabase(async ctx => {
      const { actor, reviewId } = await fillReview(ctx, number);
      for (const [name, query] of Object.entries(ASKED)) {
        const times: number[] = [];
        let total = 0;
        for (let time = 0; time <= TIMES; time++) {
          const from = performance.now();
          ({ total } = await listRecords(ctx, actor, reviewId, { ...NONE, ...query }));
          times.push(performance.now() - from);
        }
        const median = times.slice(1).sort((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0;
        process.stdout.write(`${median.toFixed(0).padStart(6)} ms ${String(total).padStart(7)}  ${name}\n`);
      }
      const from = performance.now();
      await countRecords(ctx, actor, reviewId, { ...NONE });
      process.stdout.write(
        `${(performance.now() - from).toFixed(0).padStart(6)} ms          counts beside all filters\n`,
      );
    });
  } finally {
    if (!process.env.POOLED_BENCH_DATA) await rm(folder, { recursive: true, force: true });
  }
}

await main();
