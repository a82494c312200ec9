import { describe, expect, it } from 'vitest';
import { buildQuery } from '#core/protocol/buildQuery';
import { checkQuery } from '#core/protocol/checkQuery';
import { nameOfBlock, reportedParts } from '#core/protocol/reportedParts';
import { SEARCH_FILTERS } from '#core/protocol/searchFilters';

const slots = [{ slot: 'population', text: 'asthma', synonyms: [], meshHeadings: [] }] as const;
const labelsIn = (query: string) => reportedParts(query).filters.map(({ label }) => label);

describe('what a report says of a search string', () => {
  it.each(SEARCH_FILTERS)('names the filter $name where the string holds it, and no other', ({ name, label }) => {
    expect(labelsIn(buildQuery({ frame: 'PICO', slots, filters: [name] }).query)).toEqual([label]);
  });

  it('finds a filter however it is spaced, and not what only resembles it', () => {
    const filter = SEARCH_FILTERS.find(({ name }) => name === 'cochrane-rct-sensitive');
    const spaced = filter?.query.toUpperCase().replaceAll(' ', '\n  ') ?? '';
    expect(labelsIn(`(asthma[tiab]) AND (${spaced})`)).toEqual([filter?.label]);
    expect(labelsIn('asthma[tiab] AND (randomized controlled trial[pt] OR randomized[tiab])')).toEqual([]);
  });

  it('states limits as they stand in the string, and no words of a concept', () => {
    const { limits } = reportedParts('asthma[tiab] AND (english[la] OR french[la]) AND 2010:3000[dp] NOT german[la]');
    expect(limits).toEqual([
      'Language: (english[la] OR french[la])',
      'Date - Publication: 2010:3000[dp]',
      'Language: NOT german[la]',
    ]);
    expect(reportedParts('(asthma[tiab] OR 2010[dp])').limits).toEqual([]);
  });

  it('names the blocks that are no concepts', () => {
    const { query } = buildQuery({
      frame: 'PICO',
      slots,
      filters: ['cochrane-rct-sensitive', 'not-animals-only'],
      languages: ['english'],
    });
    expect(checkQuery(query).blocks.map(nameOfBlock)).toEqual([
      null,
      'Randomised trials, Cochrane, sensitivity-maximising',
      'Language',
      SEARCH_FILTERS.find(({ query: words }) => words.startsWith('NOT '))?.label,
    ]);
  });
});
