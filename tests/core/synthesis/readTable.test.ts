import { describe, expect, it } from 'vitest';
import { readTable } from '#core/synthesis/table/readTable';
import { tableNumber } from '#core/synthesis/table/tableNumber';

describe('a pasted table', () => {
  it('from a spreadsheet tells its columns by their heads', () => {
    const table = readTable(
      'Study\tYear\tevent.e\tn.e\tevent.c\tn.c\tdose\nAdams\t1990\t4\t123\t11\t139\thigh\nBaker\t1995\t6\t306\t29\t303\tlow',
    );
    expect(table.kind).toBe('counts');
    expect(table.problems).toEqual([]);
    expect(table.studies[0]).toMatchObject({
      label: 'Adams',
      numbers: { ai: 4, n1i: 123, ci: 11, n2i: 139 },
      characteristics: { year: 1990 },
    });
    expect(table.characteristics.map(({ name, kind }) => [name, kind])).toEqual([
      ['Year', 'number'],
      ['dose', 'category'],
    ]);
  });

  it('is a 2×2 table by the names that metafor’s data sets use', () => {
    const table = readTable('author,tpos,tneg,cpos,cneg\nAronson,4,119,11,128\nFerguson,6,300,29,274');
    expect(table.kind).toBe('cells');
    expect(table.studies[1]?.numbers).toEqual({ ai: 6, bi: 300, ci: 29, di: 274 });
  });

  it('of means, correlations, proportions and rates is told apart', () => {
    expect(readTable('study,m1i,sd1i,n1i,m2i,sd2i,n2i\na,1,2,30,2,2,30').kind).toBe('means');
    expect(readTable('study,ri,ni\na,0.3,30').kind).toBe('correlations');
    expect(readTable('study,events,n\na,3,30').kind).toBe('proportions');
    expect(readTable('study,x1i,t1i,x2i,t2i\na,3,30,4,30').kind).toBe('rates');
  });

  it('of hazard ratios keeps the events of both groups, which tests of asymmetry ask for', () => {
    const table = readTable('study,loghr,se,d1,d2\na,-0.3,0.2,30,41\nb,0.1,0.3,12,11');
    expect(table.kind).toBe('estimates');
    expect(table.studies[0]?.numbers).toEqual({ yi: -0.3, sei: 0.2, d1i: 30, d2i: 41 });
    expect(table.characteristics).toEqual([]);
  });

  it('of ratios with intervals is pooled as logarithms with the standard error of the interval', () => {
    const table = readTable('study;HR;lower;upper\na;0,50;0,25;1,00', { isRatio: true });
    expect(table.kind).toBe('estimates');
    expect(table.studies[0]?.numbers.yi).toBeCloseTo(Math.log(0.5), 12);
    expect(table.studies[0]?.numbers.sei).toBeCloseTo((2 * Math.log(2)) / (2 * 1.959963984540054), 12);
  });

  it('names line and column of what it can’t read, and leaves that row out', () => {
    const table = readTable(
      'study,ai,n1i,ci,n2i\nAdams,4,123,11,139\n\nBaker,six,306,29,303\nClark,9,8,1,10\nDavis,1,,2,20',
    );
    expect(table.studies.map(({ label }) => label)).toEqual(['Adams']);
    expect(table.problems).toEqual([
      { line: 4, column: 'ai', detail: '“six” isn’t a number.' },
      { line: 5, column: 'Row', detail: '9 events of 8 people in the first group.' },
      { line: 6, column: 'n1i', detail: 'Total, first group is missing.' },
    ]);
  });

  it('with a quote that is never closed loses that row alone, and says which', () => {
    const table = readTable('study,yi,sei\na,0.1,0.2\n"b,0.3,0.2\nc,0.2,0.1');
    expect(table.studies.map(({ label }) => label)).toEqual(['a', 'c']);
    expect(table.problems).toEqual([{ line: 3, column: 'Row', detail: 'A quote is not closed.' }]);
  });

  it('follows a person who says which column is which', () => {
    const text = 'Trial,A,B,C,D\nAdams,4,123,11,139';
    const table = readTable(text, { kind: 'counts', columns: { ai: 1, n1i: 2, ci: 3, n2i: 4 } });
    expect(table.studies[0]?.numbers).toEqual({ ai: 4, n1i: 123, ci: 11, n2i: 139 });
  });

  it('keeps studies of one name apart', () => {
    const table = readTable('study,ri,ni\nAdams,0.3,30\nAdams,0.4,40');
    expect(table.studies.map(({ label }) => label)).toEqual(['Adams', 'Adams (2)']);
  });

  it('asks about a comma that may be either', () => {
    expect(tableNumber('1,234').kind).toBe('problem');
    expect(tableNumber('1,234,567')).toEqual({ kind: 'number', value: 1_234_567 });
    expect(tableNumber('3,5')).toEqual({ kind: 'number', value: 3.5 });
    expect(tableNumber('−1.5')).toEqual({ kind: 'number', value: -1.5 });
    expect(tableNumber('NR')).toEqual({ kind: 'empty' });
  });
});
