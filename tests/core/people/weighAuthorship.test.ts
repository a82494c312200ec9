import { describe, expect, it } from 'vitest';
import type { Publication } from '#core/people/publication';
import { type Claimant, weighAuthorship } from '#core/people/weighAuthorship';
import { personNamed } from '#core/searching/personName';

const NOTHING_SAID: Claimant = {
  name: 'Amara Okafor',
  orcid: null,
  affiliation: '',
  interests: '',
  graduationYear: null,
  claimed: [],
};

function publication(change: Partial<Publication> = {}): Publication {
  return {
    pmid: '1',
    doi: null,
    title: 'Delay to treatment in adults with tuberculosis',
    abstract: 'A ward audit.',
    journal: 'Annals of Tropical Wards',
    year: 2023,
    authors: [personNamed('Okafor', 'Amara'), personNamed('Adeyemi', 'Ruth')],
    meshHeadings: ['Tuberculosis'],
    keywords: [],
    ...change,
  };
}

describe('whether a publication is a person’s', () => {
  it('is never said of the name alone', () => {
    expect(weighAuthorship(publication(), NOTHING_SAID)).toMatchObject({ isLikely: false });
  });

  it('is refused where the name is not among the authors, or another iD stands beside it', () => {
    const other = publication({ authors: [personNamed('Okafor', 'Chidi')] });
    expect(weighAuthorship(other, NOTHING_SAID).score).toBeLessThan(0);
    const author = { ...personNamed('Okafor', 'Amara'), orcid: '0000-0002-1825-0097' };
    const claimant = { ...NOTHING_SAID, orcid: '0000-0001-5109-3700' };
    expect(weighAuthorship(publication({ authors: [author] }), claimant).score).toBeLessThan(0);
  });

  it('is likely with the same ORCID iD', () => {
    const author = { ...personNamed('Okafor', 'A'), orcid: 'https://orcid.org/0000-0002-1825-0097' };
    const claimant = { ...NOTHING_SAID, orcid: '0000-0002-1825-0097' };
    expect(weighAuthorship(publication({ authors: [author] }), claimant)).toMatchObject({
      isLikely: true,
      evidence: expect.arrayContaining(['same ORCID iD']),
    });
  });

  it('is likely with two independent signs: an affiliation and a co-author of a claimed publication', () => {
    const authors = [
      { ...personNamed('Okafor', 'A'), affiliations: ['Department of Medicine, University of Ibadan, Nigeria'] },
      personNamed('Adeyemi', 'R'),
    ];
    const earlier = publication({ title: 'Isoniazid in children', meshHeadings: [] });
    const school = { ...NOTHING_SAID, affiliation: 'University of Ibadan' };
    expect(weighAuthorship(publication({ authors }), school)).toMatchObject({ isLikely: false });
    const both = weighAuthorship(publication({ authors }), { ...school, claimed: [earlier] });
    expect(both.isLikely).toBe(true);
    expect(both.evidence).toEqual(expect.arrayContaining(['same affiliation', 'same co-author: Adeyemi']));
  });

  it('counts it against a publication that it is from long before the degree', () => {
    const early = weighAuthorship(publication({ year: 1990 }), { ...NOTHING_SAID, graduationYear: 2021 });
    expect(early.evidence).toContain('long before your degree');
    expect(early.score).toBeLessThan(weighAuthorship(publication(), NOTHING_SAID).score);
  });
});
