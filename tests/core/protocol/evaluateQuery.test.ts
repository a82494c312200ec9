import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateQuery } from '#core/protocol/evaluateQuery';
import type { EvaluationContext } from '#core/protocol/evaluationContext';
import { parseQuery } from '#core/protocol/parseQuery';
import type { SearchableRecord } from '#core/protocol/searchableRecord';

const record: SearchableRecord = {
  pmid: '123',
  title: 'Inhaled budesonide for mild asthma in children: a randomised trial',
  abstractText:
    'BACKGROUND: Airway inflammation is common. Ménière’s disease was excluded. Knee or back pain was recorded.',
  keywords: ['wheezing'],
  meshHeadings: [
    { name: 'Asthma', isMajor: false, qualifiers: [{ name: 'drug therapy', isMajor: true }] },
    { name: 'Child, Preschool', isMajor: false, qualifiers: [] },
  ],
  publicationTypes: ['Randomized Controlled Trial'],
  authors: [
    { last: 'Smith', fore: 'Jane Ann', initials: 'JA', collective: null },
    { last: 'Jones', fore: 'Bo', initials: 'B', collective: null },
  ],
  journal: ['The New England journal of medicine', 'N Engl J Med', '0028-4793'],
  languages: ['eng'],
  registrations: ['NCT01234567'],
  dates: { published: 20200401, created: 20200215 },
};

const context: EvaluationContext = {
  explode: heading => new Set(heading === 'respiratory tract diseases' ? [heading, 'asthma'] : [heading]),
  today: 20200630,
  isInHistory: line => line === 1,
};

const finds = (text: string) => evaluateQuery(parseQuery(text).tree, record, context);

describe('a search against a record', () => {
  it.each([
    ['asthma[ti]', true],
    ['asthma[ab]', false],
    ['asthma[tiab]', true],
    ['wheez*[tiab]', true],
    ['wheez[tiab]', false],
    ['"mild asthma"[ti]', true],
    ['"asthma mild"[ti]', false],
    ['mild asthma[ti]', true],
    ['asthma mild[ti]', false],
    ['asthma mild', true],
    ['"meniere disease"[tiab]', true],
    ['"asthma budesonide"[ti:~2]', true],
    ['"asthma budesonide"[ti:~1]', false],
    ['"pain knee"[tiab:~2]', true],
    ['"knee knee"[tiab:~9]', false],
    ['asthma[mh]', true],
    ['"Respiratory Tract Diseases"[mh]', true],
    ['"Respiratory Tract Diseases"[mh:noexp]', false],
    ['asthma/drug therapy[mh]', true],
    ['asthma/dt[mh]', true],
    ['asthma/diagnosis[mh]', false],
    ['asthma[majr]', true],
    ['"Child, Preschool"[majr]', false],
    ['drug therapy[sh]', true],
    ['randomized controlled trial[pt]', true],
    ['Smith J[au]', true],
    ['Smith JA[au]', true],
    ['Smith JB[au]', false],
    ['Jones B[1au]', false],
    ['Jones B[lastau]', true],
    ['"N Engl J Med"[ta]', true],
    ['english[la]', true],
    ['eng[la]', true],
    ['french[la]', false],
    ['2020[dp]', true],
    ['2020/04[dp]', true],
    ['2020/05:2021[dp]', false],
    ['"2020/01/01"[crdt] : "2020/02/15"[crdt]', true],
    ['"last 3 months"[dp]', true],
    ['"last 60 days"[dp]', false],
    ['123[pmid]', true],
    ['100:122[uid]', false],
    ['100:123[uid]', true],
    ['NCT01234567[si]', true],
    ['hasabstract', true],
    ['#1 AND asthma[ti]', true],
    ['#2 AND asthma[ti]', false],
  ])('%s finds it: %s', (text, expected) => {
    expect(finds(text)).toBe(expected);
  });

  it('is read from left to right: A OR B AND C wants C', () => {
    expect(finds('asthma[ti] OR x[ti] AND x[ti]')).toBe(false);
    expect(finds('asthma[ti] OR (x[ti] AND x[ti])')).toBe(true);
    expect(finds('x[ti] AND x[ti] OR asthma[ti]')).toBe(true);
    expect(finds('asthma[ti] NOT x[ti]')).toBe(true);
  });

  it('joined by operators obeys them, for any two searches', () => {
    const part = fc.constantFrom('asthma[ti]', 'x[ti]', '(wheez*[tiab])', '2021[dp]', 'english[la] OR x[ti]');
    fc.assert(
      fc.property(part, part, part, (one, two, three) => {
        const [a, b, c] = [finds(one), finds(two), finds(three)];
        expect(finds(`(${one}) AND (${two}) OR (${three})`)).toBe((a && b) || c);
        expect(finds(`(${one}) OR (${two}) NOT (${three})`)).toBe((a || b) && !c);
        expect(finds(`(${one}) (${two})`)).toBe(a && b);
      }),
    );
  });
});
