import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillReview } from '#scripts/bench/records/fillReview';
import { measureAnswer } from '#scripts/bench/records/measureAnswer';
import { withDatabase } from '#scripts/withDatabase';
import { countRecords } from '#services/records/countRecords';
import { listRecords, type RecordListQuery } from '#services/records/listRecords';

/**
 * How long a list of records takes to answer in a review of 100,000 of them, with duplicates, decisions and labels:
 * the median of five answers after one to warm up, and beside it the processor's time of the database's processes, in a
 * database of its own that is thrown away (POOLED_BENCH_DATA names a folder that is kept, and used again).
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
  isQuick: true,
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
  'a phrase of the commonest words': { text: '"word0 word1"' },
  'a phrase that there is hardly ever, of common words': { text: '"word0 word1 word0 word2"' },
  'an abstract has the commonest word': { text: 'abstract:word0' },
  'the commonest word': { text: 'word0' },
  'what nearly every word begins with': { text: 'w*' },
  'what many words begin with': { text: 'word9*' },
  'a word that is ranked': { text: 'word30' },
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
  'my own exclusions': { mine: ['exclude'] },
  'pending and excluded': { verdict: ['pending', 'excluded'] },
  'included, with a word': { verdict: ['included'], text: 'trial' },
};

/** A lead's page counts verdicts in place of the own decisions. */
const AS_THE_PAGE = ['verdict', 'source', 'year', 'label', 'missing'] as const;

/** What the counts beside the filters are asked with. */
const COUNTED: Readonly<Record<string, Partial<RecordListQuery>>> = {
  'counts, nothing asked': {},
  'counts, a source': { source: ['Embase'] },
  'counts, years': { yearFrom: 2016, yearTo: 2026 },
  'counts, without abstract': { missing: ['abstract'] },
  'counts, included': { verdict: ['included'] },
  'counts, excluded and years': { verdict: ['excluded'], yearFrom: 2000 },
  'counts, my own exclusions': { mine: ['exclude'] },
  'counts, a common word': { text: 'trial' },
  'counts, the commonest word': { text: 'word0' },
  'counts, a phrase of the commonest words': { text: '"word0 word1"' },
};

async function main(): Promise<void> {
  const number = Number(process.argv[2] ?? 100_000);
  const kept = process.env.POOLED_BENCH_DATA;
  if (kept) await mkdir(kept, { recursive: true });
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'pooled-bench-')));
  // The database runs as another user where this one is root.
  await chmod(folder, 0o755);
  process.env.POOLED_DATA = folder;
  try {
    await withDatabase(async ctx => {
      const { actor, reviewId } = await fillReview(ctx, number);
      tell(
        'wall ms',
        'database',
        'records',
        `load of this machine: ${loadavg()[0]?.toFixed(1)} on ${cpus().length} processors`,
      );
      for (const [name, query] of Object.entries(ASKED)) {
        const ask = () => listRecords(ctx, actor, reviewId, { ...NONE, ...query });
        const { wall, database, answer } = await measureAnswer(ctx, ask);
        tell(wall, database, answer.total, name);
      }
      for (const [name, query] of Object.entries(COUNTED)) {
        const { wall, database } = await measureAnswer(ctx, () =>
          countRecords(ctx, actor, reviewId, { ...NONE, ...query, of: AS_THE_PAGE }),
        );
        tell(wall, database, '', name);
      }
    });
  } finally {
    if (!kept) await rm(folder, { recursive: true, force: true });
  }
}

function tell(wall: number | string, database: number | string | null, total: number | string, name: string): void {
  const cells = [wall, database ?? 'untold', total].map(cell =>
    (typeof cell === 'number' ? cell.toFixed(0) : cell).padStart(9),
  );
  process.stdout.write(`${cells.join('')}  ${name}\n`);
}

await main();
