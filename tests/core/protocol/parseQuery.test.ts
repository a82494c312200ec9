import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '#core/protocol/parseQuery';
import { printQuery } from '#core/protocol/printQuery';

/** Each problem as its code and the text that it points to. */
function named(text: string): readonly string[] {
  return parseQuery(text).problems.map(({ code, start, end }) => `${code}: ${text.slice(start, end)}`);
}

const pieces = fc.constantFrom(
  ...[
    '(',
    ')',
    ' ',
    '\n',
    '"',
    '“',
    '”',
    '[',
    ']',
    '[tiab]',
    '[mh:noexp]',
    '[tiab:~3]',
    'AND',
    ' OR ',
    'NOT',
    'or',
    ':',
    '*',
  ],
  ...[
    'asthma',
    'wheez*',
    '"breast feed*"',
    '2015:2024[dp]',
    '#3',
    '&',
    '\u00a0',
    'Ménière',
    '🫁',
    '"2015"[crdt] : "3000"[crdt]',
  ],
);

describe('reading a PubMed search', () => {
  it('prints any text back unchanged, mistakes and all', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), parts => {
        const text = parts.join('');
        expect(printQuery(parseQuery(text).tree)).toBe(text);
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.string(), text => {
        expect(printQuery(parseQuery(text).tree)).toBe(text);
      }),
    );
  });

  it('points each problem at a place inside the text, in the order of places', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), parts => {
        const text = parts.join('');
        const lines = text.split('\n');
        let last = 0;
        for (const { start, end, line, column } of parseQuery(text).problems) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1).toBe(start);
          last = start;
        }
      }),
    );
  });

  it('finds nothing wrong with the strings of PubMed’s own guide', () => {
    const sound = [
      '("Asthma"[mh] OR asthma*[tiab]) AND (randomized controlled trial[pt] OR randomized[tiab])',
      '"cognitive impairment in multiple sclerosis"[tiab:~0]',
      '"breast feed*"[tiab]',
      'neoplasms/dh[mh]',
      '"2015/01/01"[Date - Create] : "3000"[Date - Create]',
      '2015/03:2016[dp]',
      'head and neck neoplasms[mh]',
      'Smith J[au] AND "Nature"[Journal]',
      'hasabstract',
    ];
    for (const text of sound)
      expect(
        parseQuery(text).problems.filter(({ severity }) => severity !== 'note'),
        text,
      ).toEqual([]);
  });

  it('counts line and column from 1', () => {
    const [problem] = parseQuery('asthma[mh] AND\n  (wheeze[tiab] OR cough[tiab]').problems;
    expect(problem).toMatchObject({ code: 'unclosed-parenthesis', line: 2, column: 3 });
  });
});

describe('mistakes in a pasted search', () => {
  it('are named at the parentheses', () => {
    expect(named('(x[ti] OR b[ti]')).toEqual(['unclosed-parenthesis: (']);
    expect(named('x[ti]) OR b[ti]')).toEqual(['stray-parenthesis: )']);
    expect(named('x[ti] AND ()')).toEqual(['empty-parentheses: ()']);
    expect(named('(x[ti] OR b[ti])[tiab]')).toEqual(['tag-on-parentheses: [tiab]']);
  });

  it('are named at the operators', () => {
    expect(named('AND x[ti]')).toEqual(['leading-operator: AND']);
    expect(named('x[ti] OR')).toEqual(['trailing-operator: OR']);
    expect(named('x[ti] AND OR b[ti]')).toEqual(['doubled-operator: OR']);
    expect(named('(x[ti]) or (b[ti])')).toContain('lower-case-operator: or');
    expect(named('asthma or wheeze[tiab]')).toEqual(['lower-case-operator: or']);
    expect(named('(x[ti])(b[ti])')).toEqual(['missing-operator: ']);
    expect(named('x[ti] b[ti]')).toEqual(['missing-operator:  ']);
  });

  it('are named at the quotes', () => {
    expect(named('“heart failure”[tiab]')).toEqual(['curly-quote: “', 'curly-quote: ”']);
    expect(named('"heart failure[tiab] OR asthma[tiab]')).toEqual(['unclosed-quote: "heart failure']);
    expect(named('"heart failure[tiab] OR "asthma"[tiab]')).toEqual(['unclosed-quote: "heart failure']);
    expect(named('("heart failure) AND asthma[tiab]')).toContain('unclosed-quote: "heart failure');
    expect(named('""[tiab]')).toEqual(['empty-phrase: ""[tiab]']);
    expect(named('hip fracture"[tiab] OR asthma[tiab]')).toEqual(['stray-quote: "']);
    expect(named('hip fracture" OR asthma[tiab]')).toEqual(['untagged: hip fracture', 'stray-quote: "']);
    expect(named('asthma[tiab] OR hip fracture"')).toEqual(['untagged: hip fracture', 'stray-quote: "']);
  });

  it('are named at tags, with the tag that was perhaps meant', () => {
    const [problem] = parseQuery('asthma[tiabs]').problems;
    expect(problem).toMatchObject({ code: 'unknown-tag', start: 6, end: 13, repair: '[tiab]' });
    expect(named('asthma[tiab')).toEqual(['unclosed-tag: [tiab']);
    expect(named('asthma[tiab:noexp]')).toEqual(['unknown-tag: [tiab:noexp]']);
    expect(named('asthma]')).toContain('stray-bracket: ]');
    expect(named('[tiab] AND x[ti]')).toContain('stranded-tag: [tiab]');
  });

  it('are named at wildcards', () => {
    expect(named('ast*[tiab]')).toEqual(['wildcard-short: ast*']);
    expect(named('*asthma[tiab]')).toEqual(['wildcard-inside: *asthma']);
    expect(named('wom*n[tiab]')).toEqual(['wildcard-inside: wom*n']);
    expect(named('"breast* feeding"[tiab]')).toEqual(['wildcard-inside: breast*']);
    expect(named('wom?n[tiab]')).toEqual(['foreign-wildcard: wom?n']);
    expect(named('asthm*[mh]')).toEqual(['wildcard-heading: asthm*']);
    expect(named('asth*[tiab]')).toEqual([]);
  });

  it('are named at proximity searches', () => {
    expect(named('"pain knee"[mh:~3]')).toEqual(['proximity-field: "pain knee"[mh:~3]']);
    expect(named('pain knee[tiab:~3]')).toEqual(['proximity-unquoted: pain knee[tiab:~3]']);
    expect(named('"pain"[tiab:~3]')).toEqual(['proximity-one-word: "pain"[tiab:~3]']);
    expect(named('"knee pain*"[tiab:~3]')).toEqual(['proximity-wildcard: "knee pain*"[tiab:~3]']);
    expect(named('"knee OR pain"[tiab:~3]')).toEqual(['proximity-operator: "knee OR pain"[tiab:~3]']);
    expect(named('"knee pain"[tiab:~x]')).toEqual(['unknown-tag: [tiab:~x]']);
  });

  it('are named at dates', () => {
    expect(named('31/12/2024[dp]')).toEqual(['date-unread: 31/12/2024[dp]']);
    expect(named('2024/13[dp]')).toEqual(['date-unread: 2024/13[dp]']);
    expect(named('2023/02/29:2024[dp]')).toEqual(['date-unread: 2023/02/29:2024[dp]']);
    expect(named('2024:2015[dp]')).toEqual(['date-order: 2024:2015[dp]']);
    expect(named('2015:2024')).toEqual(['date-untagged: 2015:2024']);
    expect(named('"last 5 years"[dp]')).toEqual(['date-relative: "last 5 years"[dp]']);
  });

  it('are named where another platform’s syntax was pasted', () => {
    expect(named('(heart adj3 failure).ti,ab.')).toContain('foreign-syntax: adj3');
    expect(named('asthma:ti,ab')).toContain('foreign-syntax: asthma:ti,ab');
    expect(named('exp Asthma/')).toContain('foreign-syntax: exp');
    expect(named('near vision[tiab]')).toEqual([]);
  });

  it('include the reading from left to right', () => {
    const text = 'asthma[mh] OR wheeze[tiab] AND children[tiab]';
    const [problem] = parseQuery(text).problems;
    expect(problem).toMatchObject({ code: 'mixed-operators', severity: 'warning' });
    expect(problem?.message).toContain('(asthma[mh] OR wheeze[tiab]) AND children[tiab]');
    expect(named('x[ti] AND b[ti] NOT c[ti]')).toEqual(['not: NOT c[ti]']);
  });

  it('include what NOT takes away, but for the double negation that keeps studies of humans', () => {
    expect(named('x[ti] NOT animals[mh]')).toEqual(['not-animals: NOT animals[mh]']);
    expect(named('x[ti] NOT (animals[mh] NOT humans[mh])')).toEqual([]);
    expect(named('x[ti] AND humans[mh]')).toEqual(['limit: humans[mh]']);
  });
});
