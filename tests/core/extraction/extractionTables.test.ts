import { describe, expect, it } from 'vitest';
import { armNumbersOf } from '#core/extraction/impossibleResult';
import { placeKey } from '#core/extraction/sheetContent';
import { compareFormTable, type FormTableState, formTable } from '#core/extraction/table/formTable';
import { compareResultsTable, type ResultsTableState, resultsTable } from '#core/extraction/table/resultsTable';

const studies = [
  {
    studyId: 's1',
    label: 'Firstson 2001',
    arms: [
      { armId: 'a1', name: 'Remedy' },
      { armId: 'a2', name: 'Placebo' },
    ],
  },
];
const plain = { unit: '', help: '', isRequired: false, isPlanned: false, choices: [], lowest: null, highest: null };
const form: FormTableState = {
  studies,
  fields: [
    {
      ...plain,
      characteristicId: 'f1',
      name: 'Design',
      block: 'study',
      kind: 'category',
      choices: ['Parallel', 'Cluster'],
    },
    { ...plain, characteristicId: 'f2', name: 'Dose', block: 'arms', kind: 'number' },
  ],
  values: new Map([[placeKey('s1', 'f1'), { value: 'Parallel', isNotReported: false }]]),
};
const results: ResultsTableState = {
  studies,
  outcomes: [
    { outcomeId: 'o1', name: 'Recovery', timepoint: '6 months', kind: 'dichotomous' },
    { outcomeId: 'o2', name: 'Delay', timepoint: '', kind: 'generic' },
  ],
  armResults: new Map([[placeKey('o1', 'a1'), { ...armNumbersOf({ events: 3, total: 10 }), foundAt: 'Table 2' }]]),
  counts: new Map(),
  estimates: new Map(),
};
const numbered = (rows: readonly (readonly string[])[]) =>
  rows.map((cells, place) => ({ line: place + 2, cells: [...cells] }));

describe('the form as a table', () => {
  it('comes back as it went, without a change', () => {
    const { head, rows } = formTable(form);
    expect(head).toEqual(['study', 'arm', 'Design', 'Dose']);
    expect(rows).toHaveLength(3);
    expect(compareFormTable(form, head, numbered(rows))).toEqual([]);
  });
  it('tells what is new, what is changed, and what is refused with line and column', () => {
    const changes = compareFormTable(
      form,
      ['Study ', 'arm', 'Design', 'Dose', 'Colour'],
      [
        { line: 2, cells: ['firstson 2001', '', 'cluster', ''] },
        { line: 3, cells: ['Firstson 2001', 'Remedy', '', '12.5'] },
        { line: 4, cells: ['Firstson 2001', 'Placebo', 'Parallel', 'much'] },
        { line: 5, cells: ['Nobody 1999', '', '', ''] },
        { line: 6, cells: ['Firstson 2001', '', 'not reported', '3'] },
      ],
    );
    const told = changes.map(({ line, column, before, after, problem }) => [
      line,
      column,
      before,
      after,
      problem === null,
    ]);
    expect(told).toEqual([
      [1, 'Colour', '', '', false],
      [2, 'Design', 'Parallel', 'cluster', true],
      [3, 'Dose', '', '12.5', true],
      [4, 'Design', '', 'Parallel', false],
      [4, 'Dose', '', 'much', false],
      [5, 'study', '', 'Nobody 1999', false],
      [6, 'Design', 'Parallel', 'not reported', true],
      [6, 'Dose', '', '3', false],
    ]);
    expect(changes[1]?.deed).toMatchObject({ value: 'Cluster', studyId: 's1', armId: null });
  });
});

describe('results as a table', () => {
  const { head, rows } = resultsTable(results);
  it('come back as they went, and have a row for what is still empty', () => {
    expect(rows.map(row => row.slice(0, 6))).toEqual([
      ['Firstson 2001', 'Recovery', '6 months', 'Remedy', '3', '10'],
      ['Firstson 2001', 'Recovery', '6 months', 'Placebo', '', ''],
      ['Firstson 2001', 'Delay', '', '', '', ''],
    ]);
    expect(compareResultsTable(results, head, numbered(rows))).toEqual([]);
  });
  it('are refused where they cannot be, and taken as a whole row where they can', () => {
    const edited = rows.map(row => [...row]);
    const set = (row: number, column: string, text: string) => {
      const cells = edited[row];
      if (cells) cells[head.indexOf(column)] = text;
    };
    set(0, 'events', '30');
    set(1, 'events', '1,200');
    set(1, 'total', '2,000');
    set(2, 'estimate', '2');
    set(2, 'lower', '1');
    set(2, 'upper', '4');
    set(2, 'is_ratio', 'yes');
    const [impossible, fresh, estimate] = compareResultsTable(results, head, numbered(edited));
    expect(impossible).toMatchObject({ line: 2, column: 'events', deed: null, problem: expect.stringContaining('30') });
    expect(fresh?.deed).toMatchObject({ of: 'arm', armId: 'a2', numbers: { events: 1200, total: 2000 } });
    expect(estimate?.deed).toMatchObject({
      of: 'estimate',
      numbers: { estimate: 2, percentConfidence: 95, isRatio: true },
    });
    set(2, 'upper', '1,5');
    expect(compareResultsTable(results, head, numbered(edited)).at(-1)?.problem).toContain('decimals with a point');
    set(2, 'upper', '1.5');
    expect(compareResultsTable(results, head, numbered(edited)).at(-1)?.problem).toContain('outside its interval');
  });
});

describe('results of other kinds as a table', () => {
  const state: ResultsTableState = {
    studies,
    outcomes: [
      { outcomeId: 'p', name: 'Prevalence', timepoint: '', kind: 'proportion' },
      { outcomeId: 'r', name: 'Relapses', timepoint: '', kind: 'rate' },
      { outcomeId: 't', name: 'Test', timepoint: '', kind: 'accuracy' },
      { outcomeId: 'd', name: 'Doses', timepoint: '', kind: 'dose-response' },
      { outcomeId: 'h', name: 'Death', timepoint: '', kind: 'time-to-event' },
    ],
    armResults: new Map([[placeKey('r', 'a1'), { ...armNumbersOf({ events: 3, personTime: 41.5 }), foundAt: '' }]]),
    estimates: new Map(),
    counts: new Map([
      [placeKey('p', 's1'), { counts: { kind: 'proportion', numbers: { events: 12, total: 340 } }, foundAt: 'p. 3' }],
    ]),
  };
  const { head, rows } = resultsTable(state);
  const changed = (row: number, cells: Readonly<Record<string, string>>) =>
    compareResultsTable(state, head, [
      { line: row + 2, cells: head.map((column, place) => cells[column] ?? rows[row]?.[place] ?? '') },
    ]);

  it('have the columns that the outcomes need, a row for each that fits into one, and come back as they went', () => {
    expect(head.slice(4, 13)).toEqual([
      ...['events', 'total', 'mean', 'sd', 'person_time'],
      ...['true_positives', 'false_positives', 'false_negatives', 'true_negatives'],
    ]);
    expect(rows.map(([, outcome, , arm, events]) => [outcome, arm, events])).toEqual([
      ['Prevalence', '', '12'],
      ['Relapses', 'Remedy', '3'],
      ['Relapses', 'Placebo', ''],
      ['Test', '', ''],
      ['Death', '', ''],
    ]);
    expect(compareResultsTable(state, head, numbered(rows))).toEqual([]);
  });

  it('are taken row by row', () => {
    expect(changed(0, { events: '15' })).toMatchObject([
      {
        ...{ column: 'events', before: 'events 12, total 340, p. 3', after: 'events 15, total 340, p. 3' },
        deed: { of: 'counts', counts: { kind: 'proportion', numbers: { events: 15, total: 340 } }, foundAt: 'p. 3' },
      },
    ]);
    expect(changed(2, { events: '5', person_time: '1,040.5' })[0]?.deed).toMatchObject({
      ...{ of: 'arm', armId: 'a2', numbers: { events: 5, personTime: 1040.5, total: null } },
    });
    const test = { true_positives: '9', false_positives: '2', false_negatives: '1', true_negatives: '30' };
    expect(changed(3, test)[0]?.deed).toMatchObject({ counts: { kind: 'accuracy', tp: 9, fp: 2, fn: 1, tn: 30 } });
    // A hazard ratio is a ratio: nobody needs to say so.
    expect(changed(4, { estimate: '0.8', lower: '0.6', upper: '1.1' })[0]?.deed).toMatchObject({
      numbers: { estimate: 0.8, isRatio: true },
    });
  });

  it('are refused with their line where a number lacks or can’t be', () => {
    expect(changed(3, { true_positives: '9' })).toMatchObject([{ line: 5, column: 'false_positives', deed: null }]);
    expect(changed(0, { events: '341' })[0]).toMatchObject({ deed: null, problem: expect.stringContaining('340') });
    expect(changed(2, { total: '40' })[0]?.problem).toContain('person-time');
    expect(changed(4, { estimate: '0.8', lower: '0.6', upper: '1.1', is_ratio: 'no' })[0]?.problem).toContain('ratio');
    const dose = [{ line: 2, cells: ['Firstson 2001', 'Doses'] }];
    expect(compareResultsTable(state, head, dose)[0]?.problem).toContain('on its page');
  });
});
