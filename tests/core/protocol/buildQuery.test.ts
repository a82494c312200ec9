import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildQuery } from '#core/protocol/buildQuery';
import { checkQuery } from '#core/protocol/checkQuery';
import { FRAME_SLOTS } from '#core/protocol/frames';
import type { Question } from '#core/protocol/question';
import { SEARCH_FILTERS } from '#core/protocol/searchFilters';
import { FRAMES } from '#core/vocabulary';

const diabetes: Question = {
  frame: 'PICO',
  slots: [
    { slot: 'population', text: 'type 2 diabetes', synonyms: ['T2DM'], meshHeadings: ['Diabetes Mellitus, Type 2'] },
    { slot: 'intervention', text: 'metformin', meshHeadings: ['Metformin'] },
    { slot: 'comparator', text: 'placebo' },
    { slot: 'outcome', text: 'deaths' },
  ],
};

const codes = (question: Question) => buildQuery(question).warnings.map(({ code }) => code);

describe('a question as a PubMed search', () => {
  it('is a block of headings and words for each concept, joined by AND', () => {
    const { query, concepts } = buildQuery(diabetes);
    expect(concepts).toEqual([
      {
        slot: 'population',
        line: '(("Diabetes Mellitus, Type 2"[mh]) OR ("type 2 diabetes"[tiab] OR T2DM[tiab] OR "type 2 diabetes mellitus"[tiab]))',
      },
      { slot: 'intervention', line: '(("Metformin"[mh]) OR (metformin*[tiab]))' },
    ]);
    expect(query).toBe(concepts.map(({ line }) => line).join(' AND '));
  });

  it('leaves comparator and outcome out, and says so', () => {
    const { query, warnings } = buildQuery(diabetes);
    expect(query).not.toMatch(/placebo|death/);
    expect(warnings.filter(({ code }) => code === 'slot-left-out').map(({ slot }) => slot)).toEqual([
      'comparator',
      'outcome',
    ]);
  });

  it('searches for any slot that the question asks for', () => {
    const slots = diabetes.slots.map(slot => ({ ...slot, inSearch: slot.slot === 'outcome' }));
    expect(buildQuery({ ...diabetes, slots }).query).toBe('(death*[tiab])');
  });

  it('asks for each part of a description, and not for words that mean anybody', () => {
    const line = (text: string) => buildQuery({ frame: 'PICO', slots: [{ slot: 'population', text }] }).query;
    expect(line('older adults with hip fractures')).toBe(
      '((("older adults"[tiab] OR "older adult"[tiab]) AND ("hip fractures"[tiab] OR "hip fracture"[tiab])))',
    );
    expect(line('patients with asthma')).toBe('(asthma*[tiab])');
    expect(line('people')).toBe('(people*[tiab])');
    expect(line('adults 18 years or older')).toBe('("adults 18 years or older"[tiab])');
  });

  it('truncates words, but no abbreviations, names or short words', () => {
    const line = (text: string) => buildQuery({ frame: 'PICO', slots: [{ slot: 'population', text }] }).query;
    expect(line('statins')).toBe('(statin*[tiab])');
    expect(line('therapies')).toBe('(therapies[tiab] OR therapy[tiab])');
    expect(line('children with allergies')).toBe('((children*[tiab] AND (allergies[tiab] OR allergy[tiab])))');
    expect(line('COPD')).toBe('(COPD[tiab])');
    expect(line('COVID-19')).toBe('(COVID-19[tiab])');
    expect(line('chemotherapy')).toBe('(chemotherapy[tiab] OR chemotherapies[tiab])');
    expect(line('gout')).toBe('(gout[tiab])');
    expect(line('virus')).toBe('(virus*[tiab])');
    expect(line('wheez*')).toBe('(wheez*[tiab])');
  });

  it('looks for phrases in singular and plural, and for British and American spellings', () => {
    const line = (text: string) => buildQuery({ frame: 'PICO', slots: [{ slot: 'population', text }] }).query;
    expect(line('hip fracture')).toBe('("hip fracture"[tiab] OR "hip fractures"[tiab])');
    expect(line('quality of life')).toBe('("quality of life"[tiab])');
    expect(line('knee osteoarthritis')).toBe('("knee osteoarthritis"[tiab])');
    expect(line('paediatric tumour')).toBe(
      '("paediatric tumour"[tiab] OR "paediatric tumours"[tiab] OR "pediatric tumor"[tiab] OR "pediatric tumors"[tiab])',
    );
    expect(line('hemodialysis')).toBe('(hemodialysis*[tiab] OR haemodialysis*[tiab])');
    for (const word of ['chemotherapy', 'imaging', 'pedestrian', 'colorectal'])
      expect(line(word)).not.toMatch(/haemo|chaemo|ageing|oestr|colour/);
  });

  it('takes words as they are written when that is asked for', () => {
    const slots = [{ slot: 'population', text: 'tumour markers', synonyms: ['statins'], truncate: false }];
    expect(buildQuery({ frame: 'PICO', slots }).query).toBe('("tumour markers"[tiab] OR statins[tiab])');
  });

  it('lets words of a phrase stand apart where that is asked for', () => {
    const slots = [
      {
        slot: 'population',
        text: 'knee pain',
        synonyms: ['sore knee ~5', 'breast feed*'],
        proximity: 2,
        truncate: false,
      },
    ];
    expect(buildQuery({ frame: 'PICO', slots }).query).toBe(
      '("knee pain"[tiab:~2] OR "sore knee"[tiab:~5] OR "breast feed*"[tiab])',
    );
  });

  it('explodes headings unless told otherwise, and can ask for main topics', () => {
    const slot = { slot: 'population', text: '', meshHeadings: ['Asthma/drug therapy'] };
    const query = (more: object) => buildQuery({ frame: 'PICO', slots: [{ ...slot, ...more }] }).query;
    expect(query({})).toBe('(("Asthma/drug therapy"[mh]) OR (asthma*[tiab]))');
    expect(query({ explode: false })).toContain('"Asthma/drug therapy"[mh:noexp]');
    expect(query({ majorOnly: true })).toContain('"Asthma/drug therapy"[majr]');
  });

  it('adds published filters word for word, with their citation and what they lose', () => {
    const built = buildQuery({ ...diabetes, filters: ['Cochrane sensitive RCT filter'] });
    // Cochrane Handbook, Box "sensitivity-maximizing version (2008 revision); PubMed format".
    expect(
      built.query.endsWith(
        ' AND ((randomized controlled trial[pt] OR controlled clinical trial[pt] OR randomized[tiab] OR placebo[tiab] OR drug therapy[sh] OR randomly[tiab] OR trial[tiab] OR groups[tiab]) NOT (animals[mh] NOT humans[mh]))',
      ),
    ).toBe(true);
    expect(built.filters[0]?.citation).toContain('Cochrane Handbook');
    expect(
      built.warnings.some(({ code, message }) => code === 'filter-used' && message.includes('Cochrane Handbook')),
    ).toBe(true);
  });

  it('applies no filter that it does not know, and says so', () => {
    const built = buildQuery({ ...diabetes, filters: ['the best filter'] });
    expect(built.query).toBe(buildQuery(diabetes).query);
    expect(built.warnings.map(({ code }) => code)).toContain('unknown-filter');
  });

  it('limits dates and languages, and warns of what that loses', () => {
    const built = buildQuery({
      ...diabetes,
      published: { from: 2015, to: '2024/06' },
      languages: ['English', 'French'],
    });
    expect(built.limits).toEqual(['2015:2024/06[dp]', '(english[la] OR french[la])']);
    expect(built.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(['limit-dates', 'limit-languages']));
    expect(buildQuery({ ...diabetes, published: { from: '2015' } }).limits).toEqual(['2015:3000[dp]']);
    expect(codes({ ...diabetes, published: { from: 'June 2015' } })).toContain('dates-not-applied');
    expect(codes({ ...diabetes, published: { from: 2024, to: 2015 } })).toContain('dates-not-applied');
  });

  it('takes away studies of animals from the whole, at the end', () => {
    const { query } = buildQuery({ ...diabetes, filters: ['humans'], languages: ['english'] });
    expect(query.endsWith(' AND english[la] NOT (animals[mh] NOT humans[mh])')).toBe(true);
  });

  it('is empty, with a warning, when the question names nothing', () => {
    const built = buildQuery({ frame: 'PICO', slots: [{ slot: 'population', text: ' ' }], languages: ['english'] });
    expect(built.query).toBe('');
    expect(built.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(['empty-slot', 'nothing-to-search']));
  });

  it('never lets a person’s words become syntax', () => {
    const word = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom(
        'asthma',
        ') OR (',
        '"',
        'AND',
        'NOT',
        '[tiab]',
        '*',
        'a*',
        'heart fail*',
        '[mh]',
        '#1',
        '2015:2024',
        '“x”',
        'or',
        '~3',
        '&',
        'the',
        'with',
      ),
    );
    const text = fc.array(word, { maxLength: 5 }).map(words => words.join(' '));
    fc.assert(
      fc.property(
        text,
        fc.array(text, { maxLength: 3 }),
        fc.array(text, { maxLength: 2 }),
        (own, synonyms, meshHeadings) => {
          const slots = [
            { slot: 'population', text: own, synonyms, meshHeadings },
            { slot: 'intervention', text: 'metformin' },
          ];
          const { query, concepts } = buildQuery({ frame: 'PICO', slots });
          const { problems, blocks } = checkQuery(query);
          expect(
            problems.filter(({ severity }) => severity === 'error'),
            query,
          ).toEqual([]);
          expect(
            problems.filter(({ code }) => code === 'mixed-operators' || code === 'missing-operator'),
            query,
          ).toEqual([]);
          expect(blocks).toHaveLength(concepts.length);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('frames and filters', () => {
  it('every frame has slots, and at least one that is searched for', () => {
    for (const frame of FRAMES) {
      expect(
        FRAME_SLOTS[frame].some(({ inSearch }) => inSearch),
        frame,
      ).toBe(true);
      expect(new Set(FRAME_SLOTS[frame].map(({ slot }) => slot)).size).toBe(FRAME_SLOTS[frame].length);
    }
  });

  it('every filter is a sound search', () => {
    for (const filter of SEARCH_FILTERS) {
      const whole = filter.query.startsWith('NOT ') ? `x[tiab] ${filter.query}` : filter.query;
      expect(
        checkQuery(whole).problems.filter(({ severity }) => severity !== 'note'),
        filter.name,
      ).toEqual([]);
    }
  });
});
