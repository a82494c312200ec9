import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { compare } from '#core/duplicates/compare';
import { decide } from '#core/duplicates/decide';
import { findDuplicates } from '#core/duplicates/findDuplicates';
import { normaliseRecord } from '#core/duplicates/normaliseRecord';
import type { BibliographicRecord } from '#core/duplicates/record';
import { describeShared, sharedFile } from '../../support/shared.js';

type Row = Readonly<Record<string, string>>;
const SETS = [
  'asysd_diabetes',
  'cs_gambling',
  'digital_work_A',
  'iebh_tafenoquine',
  'mckeown2130',
  'sra_cytology',
  'sra_stroke',
];

// Columns are named: every row is an object of texts.
const table = (name: string) => parse(sharedFile(`duplicates/${name}`), { columns: true, bom: true }) as Row[];
const orNull = (text: string | undefined) => (text ? text : null);

function toRecord(row: Row, prefix = ''): BibliographicRecord {
  return {
    recordId: row.record_id ?? prefix,
    title: orNull(row[`${prefix}title`]),
    authors: (row[`${prefix}authors`] ?? '').split(/;\s*/).filter(name => name !== ''),
    year: orNull(row[`${prefix}year`]),
    journal: orNull(row[`${prefix}journal`]),
    volume: orNull(row[`${prefix}volume`]),
    issue: orNull(row[`${prefix}issue`]),
    pages: orNull(row[`${prefix}pages`]),
    doi: orNull(row[`${prefix}doi`]),
    pmid: orNull(row[`${prefix}pmid`]),
    abstract: orNull(row[`${prefix}abstract`]),
    source: orNull(row.source),
  };
}

function pairsOf(groups: Iterable<readonly string[]>): Set<string> {
  const pairs = new Set<string>();
  for (const group of groups) {
    const ids = [...group].sort();
    ids.forEach((a, at) => {
      for (const b of ids.slice(at + 1)) pairs.add(`${a}|${b}`);
    });
  }
  return pairs;
}

/** Pairs found and missed against the published labels; a pair whose label is disputed counts for neither. */
function measure(isHidden: boolean) {
  const disputed = new Set(
    table('disputed_pairs.csv').map(({ dataset, a = '', b = '' }) => `${dataset}|${[a, b].sort().join('|')}`),
  );
  const total = { right: 0, wrong: 0, missed: 0, records: 0, asked: 0 };
  for (const name of SETS) {
    const rows = table(`${name}.csv.gz`);
    const groups = new Map<string, string[]>();
    for (const { gold_group_id: group = '', record_id: id = '' } of rows)
      groups.set(group, [...(groups.get(group) ?? []), id]);
    const records = rows
      .map(row => toRecord(row))
      .map(record => (isHidden ? { ...record, doi: null, pmid: null } : record));
    const { clusters, doubtful } = findDuplicates(records);
    const isCounted = (pair: string) => !disputed.has(`${name}|${pair}`);
    const gold = new Set([...pairsOf(groups.values())].filter(isCounted));
    const mine = new Set([...pairsOf(clusters.map(({ recordIds }) => recordIds))].filter(isCounted));
    for (const pair of mine) {
      if (gold.has(pair)) total.right++;
      else total.wrong++;
    }
    total.missed += gold.size - [...gold].filter(pair => mine.has(pair)).length;
    total.records += records.length;
    total.asked += doubtful.length;
  }
  return { ...total, f1: (2 * total.right) / (2 * total.right + total.wrong + total.missed) };
}

describeShared('duplicates', 'published sets with labels', () => {
  it('joins no two reports, finds nearly all duplicates, and asks about ten pairs in a thousand records at most', () => {
    const { f1, wrong, asked, records } = measure(false);
    expect(wrong).toBe(0);
    expect(f1).toBeGreaterThanOrEqual(0.998);
    expect(asked / records).toBeLessThanOrEqual(0.01);
  });

  it('does nearly as well with DOIs and PMIDs hidden', () => {
    const { f1, wrong } = measure(true);
    expect(wrong).toBe(0);
    expect(f1).toBeGreaterThanOrEqual(0.991);
  });

  it('joins none of the hard pairs that are labelled as two reports', () => {
    const others = table('hard_pairs_asysd.csv.gz').filter(({ label }) => label === '0');
    expect(others.length).toBeGreaterThan(100);
    for (const row of others) {
      const [a, b] = [normaliseRecord(toRecord(row, 'a_')), normaliseRecord(toRecord(row, 'b_'))];
      expect(decide(a, b, compare(a, b)).verdict, row.pair_id).not.toBe('same');
    }
  });
});
