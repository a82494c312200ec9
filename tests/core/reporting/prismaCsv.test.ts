import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Problem } from '#core/problem';
import { csvText, parseCsvText } from '#core/reporting/csvText';
import { prismaFlow } from '#core/reporting/prismaFlow';
import { readPrismaCsv } from '#core/reporting/readPrismaCsv';
import { writePrismaCsv } from '#core/reporting/writePrismaCsv';
import { WORKED_FLOW, WORKED_UPDATE, withoutOtherMethods } from './workedFlow.ts';

const problemOf = (text: string): Problem => {
  try {
    readPrismaCsv(text);
  } catch (problem) {
    if (problem instanceof Problem) return problem;
  }
  throw new Error('the file was read');
};

describe('the PRISMA2020 interchange file', () => {
  test.each([
    ['new, with other methods', WORKED_FLOW],
    ['new, databases only', withoutOtherMethods(WORKED_FLOW)],
    ['updated', WORKED_UPDATE],
  ])('a flow that was written and read again shows the same boxes: %s', (_name, counts) => {
    const flow = prismaFlow(counts);
    const again = prismaFlow(readPrismaCsv(writePrismaCsv(flow)));
    expect(again.boxes).toEqual(flow.boxes);
    expect(again.checks.every(({ holds }) => holds)).toBe(true);
  });

  test('bears the columns and keys that the R package reads', () => {
    const [head, ...rows] = parseCsvText(writePrismaCsv(prismaFlow(WORKED_FLOW)));
    expect(head?.cells).toEqual(['data', 'node', 'box', 'description', 'boxtext', 'tooltips', 'url', 'n']);
    const numbers = new Map(rows.map(({ cells }) => [cells[0], cells[7]]));
    expect(numbers.get('database_specific_results')).toBe('PubMed, 620; Embase, 410');
    expect(numbers.get('dbr_excluded')).toBe('Study design, 25; Population, 20; Outcome, 15');
    expect(numbers.get('records_screened')).toBe('850');
  });

  test('a reason with a comma or a semicolon survives as one reason', () => {
    const reports = { ...WORKED_FLOW.reports, excluded: [{ name: 'Adults; not children, mixed', n: 60 }] };
    const flow = prismaFlow({ ...WORKED_FLOW, reports });
    expect(readPrismaCsv(writePrismaCsv(flow)).reports.excluded).toEqual([
      { name: 'Adults / not children, mixed', n: 60 },
    ]);
  });

  test('the template of the R package, not filled in, is refused with line and remedy', () => {
    const text =
      'data,node,box,n\nrecords_screened,node9,box4,850\ndbr_excluded,node14,box9,"Reason1, xxx; Reason2, xxx"\n';
    expect(problemOf(text).fields.map(({ pointer }) => pointer)).toEqual(['/dbr_excluded', '/dbr_excluded']);
    expect(problemOf(text).message).toContain('Line 3');
  });

  test('all lines that cannot be read are told at once', () => {
    const text = 'data,n\nrecords_screened,many\nrecords_excluded,-3\n';
    expect(problemOf(text).fields.map(({ pointer }) => pointer)).toEqual(['/records_screened', '/records_excluded']);
  });

  test('another kind of file is refused in one sentence', () => {
    expect(problemOf('title,year\nA,2020\n').message).toContain('not a PRISMA2020 file');
  });

  test('numbers that disagree are read as they are, and the identity says so', () => {
    const text = writePrismaCsv(prismaFlow(WORKED_FLOW)).replace(',850\r\n', ',851\r\n');
    const failing = prismaFlow(readPrismaCsv(text)).checks.filter(({ holds }) => !holds);
    expect(failing.map(({ identity }) => identity)).toEqual(['I2']);
  });
});

describe('comma-separated text', () => {
  test('whatever is written is read again, cell by cell', () => {
    const cell = fc.string().filter(text => !/^[=+\-@\t\r]/.test(text) && !/\r|\uFEFF/.test(text));
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }).filter(row => row.some(text => text !== '')));
    fc.assert(
      fc.property(rows, written => {
        expect(parseCsvText(csvText(written)).map(({ cells }) => cells)).toEqual(written);
      }),
    );
  });

  test('a cell that a spreadsheet would run as a formula is disarmed', () => {
    expect(csvText([['=HYPERLINK("x")', '-1+1', 'plain']])).toBe('"\'=HYPERLINK(""x"")",\'-1+1,plain\r\n');
  });

  test('rows keep the line on which they begin', () => {
    expect(parseCsvText('a,b\r\n"one\ntwo",c\r\n\r\nd,e').map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  test('a quote that is never closed is told with its line, and nothing is read', () => {
    expect(() => parseCsvText('a,b\r\n1,"two\r\nlines"\r\n"open,4\r\n5,6\r\n')).toThrow(
      'Line 4: a quote is not closed',
    );
  });
});
