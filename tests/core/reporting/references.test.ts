import { describe, expect, it } from 'vitest';
import { type ReferenceStyle, referenceText } from '#core/reporting/references/referenceText';
import type { RecordAuthor, ReferenceRecord } from '#core/searching/record';

interface Example {
  readonly authors: readonly string[];
  readonly title: string;
  readonly journal: string;
  readonly year: number;
  readonly volume: string;
  readonly issue: string;
  readonly pages: string;
  readonly doi?: string;
}

/** "Halpern, S. D." as a record has it. */
function author(text: string): RecordAuthor {
  const [last = '', initials = ''] = text.split(', ');
  return {
    ...{ last, fore: null, initials: initials.replace(/[. ]/g, ''), suffix: null, collective: null },
    ...{ affiliations: [], orcid: null },
  };
}

function cite({ authors, year, doi, ...rest }: Example, style: ReferenceStyle): string {
  const record = {
    ...rest,
    authors: authors.map(author),
    date: { year, month: null, day: null },
    journalAbbreviation: rest.journal,
    ...{ doi: doi ?? null, pmid: null, book: null, vernacularTitle: null },
  };
  return referenceText(record as unknown as ReferenceRecord, style); // a reference is made of these fields alone
}

/** Examples that those who keep the style have published. */
describe('a reference in a named style', () => {
  // Samples of formatted references for authors, National Library of Medicine, on which the ICMJE's recommendations rest.
  it('is what NLM’s samples show in Vancouver style: three authors, and more than six', () => {
    const halpern = {
      authors: ['Halpern, S. D.', 'Ubel, P. A.', 'Caplan, A. L.'],
      title: 'Solid-organ transplantation in HIV-infected patients',
      ...{ journal: 'N Engl J Med', year: 2002, volume: '347', issue: '4', pages: '284-287' },
    };
    expect(cite(halpern, 'vancouver')).toBe(
      'Halpern SD, Ubel PA, Caplan AL. Solid-organ transplantation in HIV-infected patients. N Engl J Med. 2002;347(4):284-7.',
    );
    const rose = {
      authors:
        'Rose, M. E.|Huerbin, M. B.|Melick, J.|Marion, D. W.|Palmer, A. M.|Schiding, J. K.|Kochanek, P. M.'.split('|'),
      title: 'Regulation of interstitial excitatory amino acid concentrations after cortical contusion injury',
      ...{ journal: 'Brain Res', year: 2002, volume: '935', issue: '1-2', pages: '40-46' },
    };
    expect(cite(rose, 'vancouver')).toBe(
      'Rose ME, Huerbin MB, Melick J, Marion DW, Palmer AM, Schiding JK, et al. Regulation of interstitial excitatory amino acid concentrations after cortical contusion injury. Brain Res. 2002;935(1-2):40-6.',
    );
  });

  // AMA Manual of Style, 11th edition: all digits of the pages, three authors of more than six, the DOI last.
  it('is AMA’s: every digit of the pages, three authors where there are more than six, and the DOI', () => {
    const towfighi = {
      authors: ['Towfighi, A.', 'Markovic, D.', 'Ovbiagele, B.'],
      title: 'Utility of Framingham Coronary Heart Disease risk score for predicting cardiac risk after stroke',
      ...{ journal: 'Stroke', year: 2012, volume: '43', issue: '11', pages: '2942-7' },
      doi: '10.1161/STROKEAHA.112.668319',
    };
    expect(cite(towfighi, 'ama')).toBe(
      'Towfighi A, Markovic D, Ovbiagele B. Utility of Framingham Coronary Heart Disease risk score for predicting cardiac risk after stroke. Stroke. 2012;43(11):2942-2947. doi:10.1161/STROKEAHA.112.668319',
    );
    const seven = {
      ...towfighi,
      authors: ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map(letter => `Author${letter}, ${letter}.`),
    };
    expect(cite(seven, 'ama')).toMatch(/^AuthorA A, AuthorB B, AuthorC C, et al\. Utility/);
    expect(cite({ ...seven, authors: seven.authors.slice(0, 6) }, 'ama')).not.toContain('et al');
  });

  // apastyle.apa.org, "Journal article references", first example.
  it('is APA’s example of an article in a journal', () => {
    const grady = {
      authors: ['Grady, J. S.', 'Her, M.', 'Moreno, G.', 'Perez, C.', 'Yelinek, J.'],
      title:
        'Emotions in storybooks: A comparison of storybooks that represent ethnic and racial groups in the United States',
      ...{ journal: 'Psychology of Popular Media Culture', year: 2019, volume: '8', issue: '3', pages: '207-217' },
      doi: '10.1037/ppm0000185',
    };
    expect(cite(grady, 'apa')).toBe(
      'Grady, J. S., Her, M., Moreno, G., Perez, C., & Yelinek, J. (2019). Emotions in storybooks: A comparison of storybooks that represent ethnic and racial groups in the United States. Psychology of Popular Media Culture, 8(3), 207–217. https://doi.org/10.1037/ppm0000185',
    );
  });
});
