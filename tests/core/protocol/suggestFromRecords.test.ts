import { describe, expect, it } from 'vitest';
import { type RecordToLearnFrom, suggestFromRecords } from '#core/protocol/suggestFromRecords';

const record = (title: string, meshHeadings: readonly string[], isIncluded: boolean): RecordToLearnFrom => ({
  title,
  abstractText: null,
  meshHeadings,
  isIncluded,
});

describe('terms that the included records carry', () => {
  const records = [
    record('Inhaled corticosteroids in childhood asthma', ['Asthma', 'Humans', 'Lung'], true),
    record('Low-dose inhaled corticosteroids: a trial', ['Asthma', 'Humans', 'Child', 'Lung'], true),
    ...Array.from({ length: 8 }, (_, index) =>
      record(`Another study ${index} of hip fractures`, ['Hip Fractures', 'Humans', 'Lung'], false),
    ),
  ];

  it('come with how many carry them, the most telling first', () => {
    const { headings, phrases } = suggestFromRecords(records);
    expect(headings[0]).toMatchObject({ term: 'Asthma', included: 2, others: 0 });
    expect(headings.map(({ term }) => term)).not.toContain('Hip Fractures');
    expect(phrases.map(({ term }) => term)).toEqual(['inhaled corticosteroids']);
  });

  it('are no check tags, which nearly every record carries', () => {
    const { headings } = suggestFromRecords([record('One', ['Humans', 'Female', 'Asthma'], true)]);
    expect(headings.map(({ term }) => term)).toEqual(['Asthma']);
  });

  it('weigh by Dunning’s likelihood ratio', () => {
    // Table 2, 0 / 0, 8: G² = 2 (10 ln 10 − 2 ln 2 − 8 ln 8), worked by hand from the entropy form.
    const byHand = 2 * (10 * Math.log(10) - 2 * Math.log(2) - 8 * Math.log(8));
    expect(suggestFromRecords(records).headings[0]?.weight).toBeCloseTo(byHand, 12);
    // What all records carry tells nothing.
    expect(suggestFromRecords(records).headings.find(({ term }) => term === 'Lung')?.weight).toBeCloseTo(0, 12);
  });

  it('count each record once, and don’t join words over the end of a sentence', () => {
    const { phrases } = suggestFromRecords([
      record('Knee pain. Knee pain and knee pain', [], true),
      record('Sore knee. Pain was measured', [], true),
      record('Knee pain', [], true),
    ]);
    expect(phrases).toMatchObject([{ term: 'knee pain', included: 2 }]);
  });

  it('neither begin nor end with a word that only ties others together', () => {
    const record = {
      title: null,
      abstractText: 'Vaccination against tuberculosis',
      meshHeadings: [],
      isIncluded: true,
    };
    expect(suggestFromRecords([record, record]).phrases.map(({ term }) => term)).toEqual([
      'vaccination against tuberculosis',
    ]);
  });

  it('are none without included records', () => {
    expect(suggestFromRecords(records.filter(({ isIncluded }) => !isIncluded))).toEqual({ headings: [], phrases: [] });
  });
});
