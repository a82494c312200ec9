import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDuplicates, findDuplicatesInSteps } from '#core/duplicates/findDuplicates';
import type { BibliographicRecord } from '#core/duplicates/record';
import { Problem } from '#core/problem';

const TITLES = [
  'Effect of early mobilisation on recovery after ischaemic stroke: a randomised controlled trial',
  'Effect of early mobilisation on recovery after ischaemic stroke',
  'Effect of late mobilisation on recovery after ischaemic stroke',
  'Erratum: Effect of early mobilisation on recovery after ischaemic stroke',
  'Low-dose aspirin for the prevention of venous thromboembolism. Part I',
  'Low-dose aspirin for the prevention of venous thromboembolism. Part II',
  'Editorial',
] as const;

/** Records out of few values, so that many are alike in some fields and not in others. */
const recordsArbitrary = fc
  .array(
    fc.record({
      title: fc.constantFrom(...TITLES, null),
      authors: fc.constantFrom(['Hartmann, Julia', 'Okafor, C M'], ['Hartmann J', 'Okafor CM'], ['Lindqvist, Per'], []),
      year: fc.constantFrom(2014, 2015, 2018, null),
      journal: fc.constantFrom('Journal of Stroke Rehabilitation', 'J Stroke Rehabil', 'Trials', 'medRxiv', null),
      volume: fc.constantFrom('27', '28', null),
      issue: fc.constantFrom('4', 'Suppl 1', null),
      pages: fc.constantFrom('345-352', '345-52', 'S45', '1-8', null),
      doi: fc.constantFrom('10.1234/jsr.345', '10.1234/jsr.346', null),
      pmid: fc.constantFrom('25999111', '26111222', null),
      abstract: fc.constant(null),
      source: fc.constant(null),
    }),
    { minLength: 2, maxLength: 14 },
  )
  .map(records => records.map((record, at): BibliographicRecord => ({ ...record, recordId: `r${at}` })));

const shuffledRecords = recordsArbitrary.chain(records =>
  fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
);

const record = (recordId: string, changes: Partial<BibliographicRecord> = {}): BibliographicRecord => ({
  recordId,
  title: TITLES[0],
  authors: ['Hartmann, Julia', 'Okafor, C M'],
  year: 2015,
  journal: 'Journal of Stroke Rehabilitation',
  volume: '28',
  issue: '4',
  pages: '345-352',
  doi: null,
  pmid: null,
  abstract: null,
  source: null,
  ...changes,
});
const idsOf = (found: ReturnType<typeof findDuplicates>) => found.clusters.map(({ recordIds }) => recordIds);

describe('laws of the duplicate finder', () => {
  it('finds the same clusters and the same doubtful pairs in whatever order the records come', () => {
    fc.assert(
      fc.property(shuffledRecords, ([records, shuffled]) => {
        expect(findDuplicates(shuffled)).toEqual(findDuplicates(records));
      }),
      { numRuns: 300 },
    );
  });

  it('puts a record into one cluster at most, and names a member as its primary record', () => {
    fc.assert(
      fc.property(recordsArbitrary, records => {
        const { clusters } = findDuplicates(records);
        const members = clusters.flatMap(({ recordIds }) => recordIds);
        expect(new Set(members).size).toBe(members.length);
        for (const { recordIds, primaryRecordId } of clusters) expect(recordIds).toContain(primaryRecordId);
      }),
    );
  });

  it('explains every cluster: its pairs connect all its records, each with reasons', () => {
    fc.assert(
      fc.property(recordsArbitrary, records => {
        for (const { recordIds, pairs } of findDuplicates(records).clusters) {
          const reached = new Set(recordIds.slice(0, 1));
          for (let round = 0; round < recordIds.length; round++) {
            for (const { a, b } of pairs) if (reached.has(a) || reached.has(b)) reached.add(a).add(b);
          }
          expect([...reached].sort()).toEqual([...recordIds].sort());
          for (const { reasons } of pairs) expect(reasons.some(({ speaks }) => speaks === 'for')).toBe(true);
        }
      }),
    );
  });

  it('asks about no pair within a cluster, and about no two clusters twice', () => {
    fc.assert(
      fc.property(recordsArbitrary, records => {
        const { clusters, doubtful } = findDuplicates(records);
        const clusterOf = new Map(
          clusters.flatMap(({ recordIds }, at) => recordIds.map(id => [id, `cluster ${at}`] as const)),
        );
        const asked = doubtful.map(({ a, b }) => [clusterOf.get(a) ?? a, clusterOf.get(b) ?? b].sort().join(' and '));
        for (const { a, b } of doubtful) expect(clusterOf.get(a) ?? a).not.toBe(clusterOf.get(b) ?? b);
        expect(new Set(asked).size).toBe(asked.length);
      }),
    );
  });

  it('keeps what people have decided, however the rules see it', () => {
    const withDecision = recordsArbitrary.chain(records =>
      fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: 2, maxLength: 2 }), fc.boolean()),
    );
    fc.assert(
      fc.property(withDecision, ([records, pair, isSame]) => {
        const [a = '', b = ''] = pair.map(({ recordId }) => recordId);
        const found = findDuplicates(records, { same: isSame ? [[a, b]] : [], different: isSame ? [] : [[a, b]] });
        const isTogether = found.clusters.some(({ recordIds }) => recordIds.includes(a) && recordIds.includes(b));
        expect(isTogether).toBe(isSame);
        const isAskedAgain = found.doubtful.some(
          pairAsked => [pairAsked.a, pairAsked.b].sort().join() === [a, b].sort().join(),
        );
        expect(isAskedAgain).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('never puts two PMIDs into one cluster', () => {
    fc.assert(
      fc.property(recordsArbitrary, records => {
        const pmidOf = new Map(records.map(({ recordId, pmid }) => [recordId, pmid]));
        for (const { recordIds } of findDuplicates(records).clusters) {
          expect(new Set(recordIds.flatMap(id => pmidOf.get(id) ?? [])).size).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('what people have decided', () => {
  it('parts two records that the rules would join, and so parts their clusters without asking again', () => {
    const records = [record('a'), record('b'), record('c', { pages: '345-52' })];
    expect(idsOf(findDuplicates(records))).toEqual([['a', 'b', 'c']]);
    const { clusters, doubtful } = findDuplicates(records, { same: [], different: [['a', 'b']] });
    expect(clusters).toHaveLength(1);
    for (const { recordIds } of clusters) expect(recordIds).not.toEqual(expect.arrayContaining(['a', 'b']));
    expect(doubtful).toEqual([]);
  });

  it('joins two records that the rules would not, and says that a person did', () => {
    const records = [
      record('a'),
      record('b', { title: TITLES[4], authors: ['Lindqvist, Per'], pages: '1-8', volume: '27' }),
    ];
    expect(idsOf(findDuplicates(records))).toEqual([]);
    const { clusters } = findDuplicates(records, { same: [['b', 'a']], different: [] });
    expect(clusters).toMatchObject([
      { recordIds: ['a', 'b'], pairs: [{ a: 'a', b: 'b', probability: 1, decidedBy: 'person' }] },
    ]);
  });

  it('keeps "different" where people contradict each other, and shows the pair again', () => {
    const records = [record('a'), record('b'), record('c')];
    const { clusters, doubtful } = findDuplicates(records, {
      same: [
        ['a', 'b'],
        ['b', 'c'],
      ],
      different: [['a', 'c']],
    });
    for (const { recordIds } of clusters) expect(recordIds).not.toEqual(expect.arrayContaining(['a', 'c']));
    expect(clusters).toHaveLength(1);
    expect(doubtful).toEqual([]);
  });

  it('passes over decisions about records that are no longer there', () => {
    const decisions = { same: [['a', 'gone']], different: [['gone', 'b']] } as const;
    expect(idsOf(findDuplicates([record('a'), record('b')], decisions))).toEqual([['a', 'b']]);
  });
});

describe('the primary record', () => {
  it('is the one with abstract and identifiers', () => {
    const full = record('z', {
      doi: '10.1234/jsr.345',
      abstract: 'Early mobilisation helped more patients to walk at ninety days.',
    });
    expect(findDuplicates([record('a'), record('b'), full]).clusters[0]?.primaryRecordId).toBe('z');
  });
});

describe('steps', () => {
  it('reports progress and can be stopped between two steps', () => {
    const records = Array.from({ length: 2500 }, (_, at) =>
      record(`r${at}`, { title: `A study of subject number ${at} in ${at % 7} towns`, pages: `${at}` }),
    );
    const stages = new Set<string>();
    const steps = findDuplicatesInSteps(records);
    let step = steps.next();
    while (!step.done) {
      stages.add(step.value.stage);
      step = steps.next();
    }
    expect([...stages]).toEqual(['normalise', 'compare', 'cluster']);
    expect(step.value.recordCount).toBe(2500);
    const stopped = findDuplicatesInSteps(records);
    stopped.next();
    expect(stopped.return({ clusters: [], doubtful: [], recordCount: 0, comparedPairs: 0 }).done).toBe(true);
    expect(stopped.next().done).toBe(true);
  });

  it('refuses two records of one id', () => {
    expect(() => findDuplicates([record('a'), record('a')])).toThrow(Problem);
  });

  it('drops an issue column that only numbers the records', () => {
    const numbered = Array.from({ length: 60 }, (_, at) =>
      record(`r${String(at).padStart(2, '0')}`, {
        title: `${TITLES[0]} in town ${Math.floor(at / 2)}`,
        issue: String(at + 1),
        pages: `${100 + Math.floor(at / 2)}`,
      }),
    );
    expect(findDuplicates(numbered).clusters).toHaveLength(30);
  });
});
