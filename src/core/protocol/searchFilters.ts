/** A published filter, word for word as its source gives it, with where to cite it from. */
export interface SearchFilter {
  readonly name: string;
  readonly label: string;
  readonly query: string;
  readonly citation: string;
  /** What a search loses by it. */
  readonly loses: string;
  readonly also: readonly string[];
}

const NOT_ANIMALS_ONLY = 'NOT (animals[mh] NOT humans[mh])';
const LEFEBVRE =
  'Lefebvre C, Glanville J, Briscoe S, et al. Technical Supplement to Chapter 4: Searching for and selecting studies. In: Cochrane Handbook for Systematic Reviews of Interventions (2008 revision of the filter, PubMed format)';
const HAYNES =
  'Haynes RB, McKibbon KA, Wilczynski NL, Walter SD, Werre SR. BMJ 2005;330:1179. doi:10.1136/bmj.38446.498542.8F (PubMed Clinical Queries)';
const HAYNES_DIAGNOSIS =
  'Haynes RB, Wilczynski NL. BMJ 2004;328:1040. doi:10.1136/bmj.38068.557998.EE (PubMed Clinical Queries)';
const WILCZYNSKI_PROGNOSIS =
  'Wilczynski NL, Haynes RB. BMC Med 2004;2:23. doi:10.1186/1741-7015-2-23 (PubMed Clinical Queries)';

export const SEARCH_FILTERS: readonly SearchFilter[] = [
  {
    name: 'cochrane-rct-sensitive',
    label: 'Randomised trials, Cochrane, sensitivity-maximising',
    query: `(randomized controlled trial[pt] OR controlled clinical trial[pt] OR randomized[tiab] OR placebo[tiab] OR drug therapy[sh] OR randomly[tiab] OR trial[tiab] OR groups[tiab]) ${NOT_ANIMALS_ONLY}`,
    citation: LEFEBVRE,
    loses: 'Few randomised trials; it lets through much that is none.',
    also: [
      'cochrane',
      'cochrane rct',
      'cochrane sensitive rct',
      'cochrane hsss',
      'hsss',
      'cochrane highly sensitive search strategy',
      'rct',
      'rcts',
      'randomised controlled trials',
    ],
  },
  {
    name: 'cochrane-rct-precise',
    label: 'Randomised trials, Cochrane, sensitivity- and precision-maximising',
    query: `(randomized controlled trial[pt] OR controlled clinical trial[pt] OR randomized[tiab] OR placebo[tiab] OR clinical trials as topic[mesh:noexp] OR randomly[tiab] OR trial[ti]) ${NOT_ANIMALS_ONLY}`,
    citation: LEFEBVRE,
    loses: 'Some randomised trials that say so neither in their title nor in the words of the filter.',
    also: ['cochrane precise rct', 'cochrane rct precision', 'hsss precision', 'rct precise'],
  },
  {
    name: 'therapy-broad',
    label: 'Therapy, broad (Clinical Queries)',
    query:
      '((clinical[Title/Abstract] AND trial[Title/Abstract]) OR clinical trials as topic[MeSH Terms] OR clinical trial[Publication Type] OR random*[Title/Abstract] OR random allocation[MeSH Terms] OR therapeutic use[MeSH Subheading])',
    citation: HAYNES,
    loses: 'About 1 in 100 sound therapy studies (sensitivity 99 %, specificity 70 % where it was made).',
    also: ['clinical queries therapy broad'],
  },
  {
    name: 'therapy-narrow',
    label: 'Therapy, narrow (Clinical Queries)',
    query:
      '(randomized controlled trial[Publication Type] OR (randomized[Title/Abstract] AND controlled[Title/Abstract] AND trial[Title/Abstract]))',
    citation: HAYNES,
    loses: 'About 7 in 100 sound therapy studies (sensitivity 93 %, specificity 97 % where it was made).',
    also: ['clinical queries therapy narrow'],
  },
  {
    name: 'diagnosis-narrow',
    label: 'Diagnosis, narrow (Clinical Queries)',
    query: '(specificity[Title/Abstract])',
    citation: HAYNES_DIAGNOSIS,
    loses: 'About a third of sound diagnostic studies (sensitivity 64 %, specificity 98 % where it was made).',
    also: ['clinical queries diagnosis narrow'],
  },
  {
    name: 'prognosis-broad',
    label: 'Prognosis, broad (Clinical Queries)',
    query:
      '(incidence[MeSH:noexp] OR mortality[MeSH Terms] OR follow up studies[MeSH:noexp] OR prognos*[Text Word] OR predict*[Text Word] OR course*[Text Word])',
    citation: WILCZYNSKI_PROGNOSIS,
    loses: 'About 1 in 10 sound prognostic studies (sensitivity 90 %, specificity 80 % where it was made).',
    also: ['clinical queries prognosis broad'],
  },
  {
    name: 'prognosis-narrow',
    label: 'Prognosis, narrow (Clinical Queries)',
    query:
      '(prognos*[Title/Abstract] OR (first[Title/Abstract] AND episode[Title/Abstract]) OR cohort[Title/Abstract])',
    citation: WILCZYNSKI_PROGNOSIS,
    loses: 'About half of sound prognostic studies (sensitivity 52 %, specificity 94 % where it was made).',
    also: ['clinical queries prognosis narrow'],
  },
  {
    name: 'systematic-reviews',
    label: 'Systematic reviews (PubMed)',
    query: 'systematic[sb]',
    citation: 'National Library of Medicine. PubMed systematic review filter; its words change with the years',
    loses: 'Reviews that call themselves otherwise; and what it finds changes when NLM changes it.',
    also: ['systematic', 'systematic[sb]', 'systematic review', 'reviews'],
  },
  {
    name: 'not-animals-only',
    label: 'Leaves out studies of animals alone',
    // The double negation keeps what is not indexed yet, unlike humans[mh].
    query: 'NOT (animals[mh] NOT humans[mh])',
    citation: LEFEBVRE,
    loses: 'Nothing but records that are indexed under animals and not under humans.',
    also: ['humans', 'human', 'humans only', 'not animals'],
  },
];

/** The filter that a name means, whatever its spelling; null when we know none such. */
export function findSearchFilter(name: string): SearchFilter | null {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/randomi[sz]ed controlled trials?|randomi[sz]ed trials?|rcts/g, 'rct')
      .replace(/\b(filter|hedge|the|s)\b/g, ' ')
      .replace(/sensitivity maximi[sz]ing|sensitivity/g, 'sensitive')
      .match(/[a-z0-9]+/g)
      ?.toSorted()
      .join(' ') ?? '';
  const wanted = plain(name);
  return (
    SEARCH_FILTERS.find(filter => [filter.name, filter.label, ...filter.also].some(known => plain(known) === wanted)) ??
    null
  );
}
