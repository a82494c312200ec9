import { findDuplicates } from '#core/duplicates/findDuplicates';
import type { BibliographicRecord } from '#core/duplicates/record';
import { randomFrom } from '#core/random';

/**
 * Measures the duplicate finder on made-up records: CPU seconds, memory, and whether it found what was put in.
 * `node dist/scripts/bench/duplicates.js [10000 50000 100000]`; each size runs with the same seed.
 */
const SIZES = [10_000, 50_000, 100_000];
const SEED = 20261124;
const VOCABULARY = 12_000;
const FAMILIES = 6_000;
const JOURNALS = 900;
/** Of each hundred reports, so many stand in a second source, and so many of these in a third. */
const SHARE_TWICE = 0.4;

const SYLLABLES =
  'car di o pul mo na ry ne phro pa thy en ce pha lo the ra pi mi cro bi ta sis ste ro id gly ce mic in su lin re cep tor'.split(
    ' ',
  );

type Random = () => number;
const below = (random: Random, limit: number): number => Math.floor(random() * limit);
/** Common words come often and rare ones seldom, as in titles (density falling with the square of the rank's share). */
const commonly = (random: Random, limit: number): number => Math.floor(limit * random() ** 3);

function makeWords(random: Random, count: number): string[] {
  return Array.from({ length: count }, () =>
    Array.from({ length: 2 + below(random, 3) }, () => SYLLABLES[below(random, SYLLABLES.length)] ?? '').join(''),
  );
}

function sentence(random: Random, words: readonly string[], length: number): string {
  return Array.from({ length }, () => words[commonly(random, words.length)] ?? '').join(' ');
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

interface Stock {
  readonly words: readonly string[];
  readonly families: readonly string[];
  readonly journals: readonly string[];
}

function makeReport(random: Random, stock: Stock, number: number): BibliographicRecord {
  const first = 1 + below(random, 2000);
  return {
    recordId: `a${number}`,
    title: capital(sentence(random, stock.words, 7 + below(random, 10))),
    authors: Array.from({ length: 1 + below(random, 8) }, () => {
      const letter = String.fromCharCode(65 + below(random, 26));
      return `${capital(stock.families[commonly(random, stock.families.length)] ?? '')}, ${letter}`;
    }),
    year: 1985 + below(random, 40),
    journal: stock.journals[commonly(random, stock.journals.length)] ?? null,
    volume: String(1 + below(random, 120)),
    issue: String(1 + below(random, 12)),
    pages: `${first}-${first + 3 + below(random, 12)}`,
    doi: random() < 0.8 ? `10.${1000 + below(random, 60)}/x.${number}` : null,
    pmid: null,
    abstract: random() < 0.9 ? capital(sentence(random, stock.words, 150 + below(random, 80))) : null,
    source: 'one',
  };
}

/** The same report as another source writes it. */
function retell(random: Random, report: BibliographicRecord, recordId: string): BibliographicRecord {
  const [first = '', last = ''] = (report.pages ?? '').split('-');
  const title = report.title ?? '';
  return {
    ...report,
    recordId,
    source: 'two',
    title: random() < 0.5 ? `${title}.` : title.replace(/ (\w+)$/, (_, word: string) => `: ${word}`),
    authors: report.authors.map(name => name.replace(', ', ' ')),
    journal:
      random() < 0.5
        ? report.journal
        : (report.journal ?? '')
            .split(' ')
            .map(word => `${word.slice(0, 4)}.`)
            .join(' '),
    pages: random() < 0.7 ? `${first}-${last.slice(-2)}` : first,
    doi: random() < 0.5 ? report.doi : null,
    issue: random() < 0.8 ? report.issue : null,
    abstract: random() < 0.7 ? report.abstract : null,
  };
}

function makeRecords(size: number): { records: BibliographicRecord[]; truePairs: number } {
  const random = randomFrom(SEED);
  const words = makeWords(random, VOCABULARY);
  const stock: Stock = {
    words,
    families: makeWords(random, FAMILIES),
    journals: Array.from(
      { length: JOURNALS },
      () =>
        `Journal of ${capital(words[below(random, VOCABULARY)] ?? '')} ${capital(words[below(random, VOCABULARY)] ?? '')}`,
    ),
  };
  const records: BibliographicRecord[] = [];
  let truePairs = 0;
  for (let number = 0; records.length < size; number++) {
    const report = makeReport(random, stock, number);
    records.push(report);
    let copies = 1;
    while (records.length < size && copies < 4 && random() < SHARE_TWICE) {
      records.push(retell(random, report, `${'bcd'.charAt(copies - 1)}${number}`));
      truePairs += copies;
      copies++;
    }
  }
  return { records, truePairs };
}

const asked = process.argv
  .slice(2)
  .map(Number)
  .filter(size => size > 0);
for (const size of asked.length > 0 ? asked : SIZES) {
  const { records, truePairs } = makeRecords(size);
  const before = process.cpuUsage();
  const found = findDuplicates(records);
  const spent = process.cpuUsage(before);
  let right = 0;
  let wrong = 0;
  for (const { recordIds } of found.clusters) {
    const reports = recordIds.map(id => id.slice(1));
    reports.forEach((report, at) => {
      for (const other of reports.slice(at + 1)) {
        if (report === other) right++;
        else wrong++;
      }
    });
  }
  console.log(
    JSON.stringify({
      records: size,
      cpuSeconds: (spent.user + spent.system) / 1e6,
      residentMegabytes: Math.round(process.memoryUsage().rss / 2 ** 20),
      comparedPairs: found.comparedPairs,
      doubtful: found.doubtful.length,
      truePairs,
      foundPairs: right,
      falsePairs: wrong,
    }),
  );
}
