import { describe, expect, it } from 'vitest';
import { leadingAuthors, outreachLetter } from '#core/people/leadingAuthors';
import { personNamed } from '#core/searching/personName';

const at = (last: string, fore: string, affiliation: string) => ({
  ...personNamed(last, fore),
  affiliations: affiliation ? [affiliation] : [],
});
const record = (year: number, authors: ReturnType<typeof at>[], meshHeadings: string[] = []) => ({
  ...{ title: `Study of ${year}`, year, authors, meshHeadings },
});

describe('who publishes most on a topic', () => {
  it('is counted by name as written, with the newest affiliation, the years and the topics', () => {
    const found = leadingAuthors(
      [
        record(2019, [at('Okafor', 'Amara', 'Ibadan')], ['Tuberculosis', 'Humans']),
        record(2023, [at('Okafor', 'Amara', 'Lagos'), at('Menon', 'Arjun', '')], ['Tuberculosis', 'Vaccines']),
        record(2021, [at('Okafor', 'A', 'Ibadan')]),
      ],
      10,
    );
    expect(found[0]).toMatchObject({
      ...{ name: 'Amara Okafor', records: 2, firstYear: 2019, lastYear: 2023, affiliation: 'Lagos' },
      ...{ newestTitle: 'Study of 2023', topics: ['Tuberculosis', 'Vaccines'] },
    });
    // "Okafor A" may be somebody else: never merged on the name alone.
    expect(found).toHaveLength(3);
  });

  it('joins what an iD joins', () => {
    const orcid = '0000-0002-1825-0097';
    const found = leadingAuthors(
      [
        record(2020, [{ ...at('Okafor', 'A', ''), orcid }]),
        record(2021, [{ ...at('Okafor', 'Amara', ''), orcid: `https://orcid.org/${orcid}` }]),
      ],
      10,
    );
    expect(found).toMatchObject([{ records: 2 }]);
  });

  it('gives a letter that names the project, the topics and the newest work', () => {
    const letter = outreachLetter(
      { name: 'Amara Okafor', newestTitle: 'Study of 2023.', topics: ['Tuberculosis', 'Vaccines'] },
      { title: 'BCG in adults', summary: 'Does it protect?', leadName: 'Helen Marsh' },
    );
    expect(letter).toContain('“BCG in adults”');
    expect(letter).toContain('on Tuberculosis and Vaccines');
    expect(letter).toContain('“Study of 2023”');
    expect(letter).toContain('Helen Marsh');
  });
});
