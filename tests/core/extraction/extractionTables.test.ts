import { describe, expect, it } from 'vitest';
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
  armResults: new Map([
    [placeKey('o1', 'a1'), { events: 3, total: 10, mean: null, standardDeviation: null, foundAt: 'Table 2' }],
  ]),
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
