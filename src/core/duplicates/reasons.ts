import type { Levels } from '#core/duplicates/compare';
import type { ComparedField } from '#core/duplicates/record';
import type { Relation } from '#core/duplicates/seemingRelation';
import type { Veto } from '#core/duplicates/vetoes';

/** Why a pair was joined or is doubtful: a word for programs, a sentence for people. */
export interface Reason {
  /** `<field>:<level>` for a comparison, `veto:<word>` for what forbids to join unseen, `person:<word>` for a decision. */
  readonly word: string;
  readonly sentence: string;
  readonly field: ComparedField | null;
  readonly speaks: 'for' | 'against' | 'neither';
}

type Speaks = Reason['speaks'];
type LevelSentences = { readonly [Field in keyof Levels]: Readonly<Record<Levels[Field], readonly [Speaks, string]>> };

const LEVEL_SENTENCES: LevelSentences = {
  title: {
    missing: ['neither', 'A title is missing.'],
    same: ['for', 'The titles are the same.'],
    'same-but-short': ['for', 'The titles are the same, but so short that many reports bear them.'],
    'same-in-other-language': ['for', 'One title is the other one in a second language that the record also gives.'],
    'begins-the-same': ['for', 'One title is the beginning of the other.'],
    'nearly-same': ['for', 'The titles differ in a few letters only.'],
    close: ['for', 'The titles are much alike.'],
    similar: ['for', 'The titles share most of their words.'],
    'partly-same': ['against', 'The titles share only some of their words.'],
    'little-in-common': ['against', 'The titles have little in common.'],
    different: ['against', 'The titles differ.'],
  },
  authors: {
    missing: ['neither', 'Authors are missing.'],
    same: ['for', 'The authors are the same.'],
    'same-families': ['for', 'The family names of the authors are the same; some initials differ.'],
    'one-list-is-shorter': ['for', 'The authors are the same as far as the shorter list goes.'],
    'most-same': ['for', 'Most authors are the same.'],
    'some-same': ['for', 'The first author and some others are the same.'],
    'only-first-same': ['against', 'Of the authors only the first is the same.'],
    'first-differs': ['against', 'The first authors differ, though some others are the same.'],
    different: ['against', 'The authors differ.'],
  },
  year: {
    missing: ['neither', 'A year is missing.'],
    same: ['for', 'The years are the same.'],
    next: ['neither', 'The years are one apart, as of a report ahead of print and in its issue.'],
    near: ['against', 'The years are two apart.'],
    different: ['against', 'The years are more than two apart.'],
  },
  journal: {
    missing: ['neither', 'A journal is missing.'],
    same: ['for', 'The journals are the same.'],
    abbreviated: ['for', "One journal's name abbreviates the other."],
    'one-is-longer': ['for', "One journal's name is part of the other."],
    similar: ['neither', "The journals' names are alike."],
    different: ['against', 'The journals differ.'],
  },
  volume: {
    missing: ['neither', 'A volume is missing.'],
    same: ['for', 'The volumes are the same.'],
    'same-number': ['for', 'The volumes are the same but for a supplement.'],
    different: ['against', 'The volumes differ.'],
  },
  issue: {
    missing: ['neither', 'An issue is missing.'],
    same: ['for', 'The issues are the same.'],
    'same-number': ['for', 'The issues are the same but for a supplement or part.'],
    different: ['against', 'The issues differ.'],
  },
  pages: {
    missing: ['neither', 'Pages are missing.'],
    same: ['for', 'The pages are the same.'],
    'same-first': ['for', 'The first page is the same.'],
    'same-last': ['neither', 'The last page is the same, the first one differs.'],
    overlapping: ['neither', 'The pages overlap.'],
    'counted-from-one': [
      'neither',
      'One record counts its pages from one, as ahead of print; the number of pages is the same.',
    ],
    'number-and-pages': ['neither', 'One record gives an article number, the other one pages.'],
    different: ['against', 'The pages differ.'],
  },
  doi: {
    missing: ['neither', 'A DOI is missing.'],
    same: ['for', 'The DOIs are the same.'],
    different: ['against', 'The DOIs differ.'],
  },
  pmid: {
    missing: ['neither', 'A PMID is missing.'],
    same: ['for', 'The PMIDs are the same.'],
    different: ['against', 'The PMIDs differ.'],
  },
  abstract: {
    missing: ['neither', 'An abstract is missing.'],
    same: ['for', 'The abstracts are the same.'],
    similar: ['for', 'The abstracts are much alike.'],
    'partly-same': ['neither', 'The abstracts share some of their words.'],
    different: ['against', 'The abstracts differ.'],
  },
};

const VETO_SENTENCES: Readonly<Record<Veto, string>> = {
  'pmids-differ': 'PubMed lists them as two.',
  'kinds-differ':
    'One of them is an erratum, a reply, a protocol or a notice about a report, and the other one is not.',
  'venues-differ':
    'One is in a journal, and the other one a conference abstract, a preprint, a thesis or a registry entry.',
  'telling-words-differ':
    'The titles differ in a number or a word that tells reports apart, such as a part, a sex or a species.',
  'dois-differ': 'The DOIs differ, and so does something else that says where the report is.',
  'shared-doi-but-other-title': 'They share a DOI but not a title, as abstracts of one issue may.',
  'volume-and-pages-differ': 'Both volume and pages differ.',
  'journal-and-pages-differ': 'Both journal and pages differ.',
  'journal-and-volume-differ': 'Both journal and volume differ.',
  'volume-or-issue-differs': 'The volume or the issue differs, and no page is the same.',
  'other-title-on-the-same-page': 'The titles differ, as those of several abstracts on one page.',
  'only-one-in-a-supplement': 'Only one stands in a supplement, as conference abstracts do.',
  'pages-differ': 'The pages differ, and no DOI or PMID says that it is the same report.',
  'title-alike-but-no-place': 'The titles are not quite the same, and nothing says that they stand in the same place.',
  'authors-differ': 'The authors differ, and no DOI or PMID says that it is the same report.',
  'year-differs': 'The years are two or more apart, and no DOI or PMID says that it is the same report.',
  'no-journal-and-other-year': 'One has neither journal nor pages, and the years differ: it may be a preprint.',
  'abstracts-differ': 'The abstracts differ.',
};

/** One Reason object for each level and veto: a hundred thousand pairs share them. */
function reasonsOfLevels(): ReadonlyMap<string, Reason> {
  const reasons = new Map<string, Reason>();
  for (const [field, levels] of Object.entries(LEVEL_SENTENCES)) {
    for (const [level, [speaks, sentence]] of Object.entries(levels)) {
      const word = `${field}:${level}`;
      // The table's keys are the compared fields: Object.entries forgets it.
      reasons.set(word, { word, sentence, field: field as ComparedField, speaks });
    }
  }
  return reasons;
}
const OF_LEVEL = reasonsOfLevels();
const OF_VETO: ReadonlyMap<string, Reason> = new Map(
  Object.entries(VETO_SENTENCES).map(([veto, sentence]) => [
    veto,
    { word: `veto:${veto}`, sentence, field: null, speaks: 'against' },
  ]),
);

const seems = (relation: Relation, what: string): Reason => ({
  word: `seems:${relation}`,
  sentence: `They seem to be ${what}: such a pair is never merged by itself.`,
  field: null,
  speaks: 'against',
});
const OF_RELATION: Readonly<Record<Relation, Reason>> = {
  'protocol-and-results': seems('protocol-and-results', 'a protocol and the report of its results'),
  'abstract-and-report': seems(
    'abstract-and-report',
    'an abstract of a meeting and another report of the same research',
  ),
  'preprint-and-report': seems('preprint-and-report', 'a preprint and its published report'),
  'parts-of-a-series': seems('parts-of-a-series', 'two parts of one series'),
  'notice-and-report': seems('notice-and-report', 'a report and a notice about it, such as an erratum or a retraction'),
  'reply-and-report': seems('reply-and-report', 'a report and a reply to it or a comment on it'),
  'updated-review': seems('updated-review', 'a review and its later update'),
};

/** A person has said that the two are the same report. */
export const CALLED_SAME: Reason = {
  word: 'person:same',
  sentence: 'A person has called them the same report.',
  field: null,
  speaks: 'for',
};
/** A person has said that the two are the same, but others have said what contradicts it. */
export const CONTRADICTED: Reason = {
  word: 'person:contradicted',
  sentence: 'A person has called them the same report, but other decisions keep their duplicates apart.',
  field: null,
  speaks: 'against',
};
/** The pair is likely, but joining it would join others that must stay apart. */
export const CLUSTERS_CONFLICT: Reason = {
  word: 'veto:clusters-conflict',
  sentence: 'Joining them would also join two of their duplicates that differ.',
  field: null,
  speaks: 'against',
};

/** Why two records are alike and how they differ: what they seem to be to each other first, then vetoes, then the fields in the order of a page; what is missing tells nothing. */
export function reasonsFor(levels: Levels, vetoes: readonly Veto[], relation: Relation | null = null): Reason[] {
  const reasons = vetoes.map(veto => OF_VETO.get(veto));
  if (relation !== null) reasons.unshift(OF_RELATION[relation]);
  for (const [field, level] of Object.entries(levels)) {
    if (level !== 'missing') reasons.push(OF_LEVEL.get(`${field}:${level}`));
  }
  return reasons.filter(reason => reason !== undefined);
}

/** The fields whose levels speak against their being the same report. */
export function differingFields(levels: Levels): ComparedField[] {
  return reasonsFor(levels, []).flatMap(({ speaks, field }) => (speaks === 'against' && field !== null ? [field] : []));
}
