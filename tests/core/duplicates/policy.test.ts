import { describe, expect, it } from 'vitest';
import { findDuplicates } from '#core/duplicates/findDuplicates';
import type { BibliographicRecord } from '#core/duplicates/record';

const report: BibliographicRecord = {
  recordId: 'a',
  title: 'Effect of early mobilisation on recovery after ischaemic stroke: a randomised controlled trial',
  authors: ['Hartmann, Julia', 'Okafor, Chidi M', 'Lindqvist, Per'],
  year: 2015,
  journal: 'Journal of Stroke Rehabilitation',
  volume: '28',
  issue: '4',
  pages: '345-352',
  doi: '10.1234/jsr.2015.345',
  pmid: '25999111',
  abstract:
    'Background: early mobilisation is thought to help recovery. Methods: we randomised 212 patients with ischaemic stroke to early or usual mobilisation. Results: at ninety days more patients in the early group walked without help.',
  source: 'PubMed',
};
const bare = { doi: null, pmid: null } as const;

function verdict(other: Partial<BibliographicRecord>, first: Partial<BibliographicRecord> = {}) {
  const found = findDuplicates([
    { ...report, ...first },
    { ...report, ...other, recordId: 'b' },
  ]);
  if (found.clusters.length > 0) return 'joined';
  return found.doubtful.length > 0 ? 'asked' : 'apart';
}

/** What the finder says two records seem to be to each other; null when it says nothing. */
function seemingTo(other: Partial<BibliographicRecord>, first: Partial<BibliographicRecord> = {}): string | null {
  const { clusters, doubtful } = findDuplicates([
    { ...report, abstract: null, ...first },
    { ...report, abstract: null, ...bare, ...other, recordId: 'b' },
  ]);
  expect(clusters).toEqual([]);
  const reason = doubtful.flatMap(({ reasons }) => reasons).find(({ word }) => word.startsWith('seems:'));
  return reason?.word.slice('seems:'.length) ?? null;
}

describe('two reports of one piece of research are asked about, with what they seem to be', () => {
  const protocol = { journal: 'Trials', year: 2012, volume: '13', issue: '1', pages: '22', pmid: '22400001' };
  const meeting = { journal: 'Stroke', year: 2014, volume: '45', issue: 'Suppl 1', pages: 'A123' };
  const later = { year: 2019, volume: '32', pages: '1-20' };

  it.each<[string, string, Partial<BibliographicRecord>, string?]>([
    ['protocol-and-results', 'Protocol for a trial of early mobilisation in ischaemic stroke (EARLY)', protocol],
    [
      'protocol-and-results',
      'Telehealth for COPD: study protocol',
      protocol,
      'Telehealth for COPD: a randomised trial',
    ],
    [
      'protocol-and-results',
      'Home visits after hip fracture: protocol of a trial',
      { ...protocol, authors: ['Hartmann J', 'Meyer K', 'Okafor CM', 'Sand P'] },
      'Home visits after hip fracture: randomised trial',
    ],
    ['abstract-and-report', 'Early mobilisation improves recovery after ischaemic stroke: results', meeting],
    [
      'abstract-and-report',
      'Early mobilisation and recovery after ischaemic stroke',
      { ...meeting, journal: 'Annual Meeting of the Society for Rehabilitation', volume: null, issue: null },
    ],
    [
      'parts-of-a-series',
      'Home blood pressure in pregnancy. Part II: validation in 200 women',
      { pages: '353-360' },
      'Home blood pressure in pregnancy. Part I: development of a device',
    ],
    [
      'parts-of-a-series',
      'Studies on penicillin. II. Assay in serum',
      { pages: '353-360' },
      'Studies on penicillin. I. Isolation of the substance',
    ],
    ['notice-and-report', 'Correction to: Home visits after hip fracture', later, 'Home visits after hip fracture'],
    ['reply-and-report', `Comment on "${report.title}"`, { ...later, authors: ['Smith, John'] }],
    ['updated-review', 'Exercise for depression: an updated review', later, 'Exercise for depression: a review'],
    ['preprint-and-report', 'Early mobilisation and recovery after ischaemic stroke', { ...later, journal: 'medRxiv' }],
  ])('%s: %s', (relation, title, other, first = report.title ?? '') => {
    expect(seemingTo({ ...other, title }, { title: first })).toBe(relation);
  });

  it.each<[string, Partial<BibliographicRecord>]>([
    [
      'the protocol of another trial by the same people',
      { ...protocol, title: 'Vitamin D after ischaemic stroke: study protocol' },
    ],
    [
      'the protocol of a like trial by other people',
      {
        ...protocol,
        authors: ['Rossi M', 'Bianchi L'],
        title: 'Early mobilisation after ischaemic stroke: study protocol',
      },
    ],
    [
      'what the same people told a meeting about something else',
      { ...meeting, title: 'Vitamin D for recovery after ischaemic stroke: a randomised controlled trial' },
    ],
  ])('nobody is asked about %s', (_, other) => {
    expect(verdict({ ...bare, ...other })).toBe('apart');
  });

  it('as many as can be told of a thousand records, and not only the likeliest twenty', () => {
    const records = Array.from({ length: 40 }, (_, at) => at).flatMap((at): BibliographicRecord[] => {
      const name = `${'bdfgklmnpr'[at % 10]}${'aeio'[Math.floor(at / 10)]}`.repeat(3);
      const place = { volume: `${at + 1}`, pages: `${at * 20 + 1}-${at * 20 + 9}` };
      const one = { ...report, ...bare, ...place, abstract: null, recordId: `r${at}`, authors: [`${name}son, A`] };
      const about = `${name}mab ${name}itis ${name}opia`;
      return [
        { ...one, title: `${about}: a randomised trial` },
        {
          ...one,
          ...protocol,
          pmid: null,
          pages: `${at + 300}`,
          recordId: `p${at}`,
          title: `${about}: study protocol`,
        },
      ];
    });
    expect(findDuplicates(records).doubtful).toHaveLength(40);
  });
});

describe('records of one report are joined', () => {
  it.each<[string, Partial<BibliographicRecord>]>([
    ['a record without identifiers', bare],
    [
      'initials, an abbreviated journal and a short page range',
      { ...bare, authors: ['Hartmann J', 'Okafor CM', 'Lindqvist P'], journal: 'J Stroke Rehabil', pages: '345-52' },
    ],
    ['all authors run together', { ...bare, authors: ['Hartmann J.Okafor C. M.Lindqvist P.'] }],
    ['one line of authors with commas', { ...bare, authors: ['Hartmann J, Okafor CM, Lindqvist P'] }],
    ['given names first', { ...bare, authors: ['Julia Hartmann', 'Chidi M. Okafor', 'Per Lindqvist'] }],
    ['a list of authors cut short', { ...bare, authors: ['Hartmann, Julia', 'Okafor, Chidi', 'et al.'] }],
    ['a title in capitals with a full stop', { ...bare, title: `${report.title?.toUpperCase()}.` }],
    ['a note of the database behind the title', { ...bare, title: `${report.title}. [German] [Review] [33 refs]` }],
    ['a title that says it was retracted later', { title: `RETRACTED: ${report.title}` }],
    [
      'a notice elsewhere, mentioned in the title',
      { ...bare, title: `${report.title}.[Erratum appears in J Stroke Rehabil. 2016;29(1):12]` },
    ],
    [
      'American spelling',
      { title: 'Effect of early mobilization on recovery after ischemic stroke: a randomized controlled trial' },
    ],
    ['a subtitle left out', { title: 'Effect of early mobilisation on recovery after ischaemic stroke' }],
    [
      'the record ahead of print, with the same DOI',
      { pmid: null, year: 2014, volume: null, issue: null, pages: null },
    ],
    [
      'the record ahead of print, its pages counted from one',
      { ...bare, year: 2014, volume: null, issue: null, pages: '1-8' },
    ],
    ['a DOI as a link with percent escapes', { pmid: null, doi: 'https://doi.org/10.1234%2FJSR.2015.345' }],
    ['a page range that Excel took for a date', { ...bare, pages: '9-11' }],
  ])('%s', (name, other) => {
    const first = name.includes('Excel') ? { ...bare, pages: '11-Sep' } : {};
    expect(verdict(other, first)).toBe('joined');
  });

  it('joins a translated title that the record gives in brackets beside the original', () => {
    const original = 'Wirkung der frühen Mobilisation auf die Erholung nach ischämischem Schlaganfall';
    expect(verdict({ ...bare, title: original }, { ...bare, title: `${report.title} [${original}]` })).toBe('joined');
  });
});

describe('records of two reports are never joined unseen', () => {
  it.each<[string, Partial<BibliographicRecord>, Partial<BibliographicRecord>?]>([
    ['an erratum', { ...bare, title: `Erratum: ${report.title}`, pages: '512', issue: '6' }],
    [
      'an erratum with the place left out',
      { ...bare, title: `Correction to: ${report.title}`, volume: null, issue: null, pages: null, abstract: null },
    ],
    [
      'a correction named at the end',
      { ...bare, title: `${report.title}: Correction`, pages: '12', volume: '29', issue: '1', year: 2016 },
    ],
    [
      'a reply of the authors',
      { ...bare, title: `${report.title}: authors' reply`, pages: '700', issue: '8', abstract: null },
    ],
    ['a comment', { ...bare, title: `Comment on "${report.title}"`, pages: '699', issue: '8', abstract: null }],
    [
      'the protocol',
      {
        ...bare,
        title:
          'Effect of early mobilisation on recovery after ischaemic stroke: study protocol for a randomised controlled trial',
        year: 2012,
        journal: 'Trials',
        volume: '13',
        issue: null,
        pages: '88',
      },
    ],
    [
      'a conference abstract in a supplement',
      { ...bare, year: 2014, volume: '27', issue: 'Suppl 1', pages: 'S45', abstract: null },
    ],
    ['a conference abstract in a supplement of the same volume', { ...bare, issue: 'Suppl 1', pages: 'S45' }],
    [
      'a conference abstract in another journal',
      {
        ...bare,
        year: 2014,
        journal: 'Stroke. Conference: International Stroke Conference',
        volume: '45',
        issue: 'SUPPL. 1',
        pages: null,
      },
    ],
    [
      'the same abstract in two journals',
      { ...bare, journal: 'European Stroke Journal', volume: '3', issue: null, pages: '110' },
    ],
    [
      'a preprint',
      {
        pmid: null,
        year: 2014,
        journal: 'medRxiv',
        volume: null,
        issue: null,
        pages: null,
        doi: '10.1101/2014.01.01.123456',
      },
    ],
    ['a preprint without its DOI', { ...bare, year: 2014, journal: 'medRxiv', volume: null, issue: null, pages: null }],
    ['another PMID', { doi: null, pmid: '26111222' }],
    [
      'part two',
      { ...bare, title: 'Recovery after ischaemic stroke in a regional hospital. Part II', pages: '353-360' },
      { ...bare, title: 'Recovery after ischaemic stroke in a regional hospital. Part I' },
    ],
    [
      'part two without a place',
      {
        ...bare,
        title: 'Recovery after ischaemic stroke in a regional hospital. Part II',
        volume: null,
        issue: null,
        pages: null,
      },
      {
        ...bare,
        title: 'Recovery after ischaemic stroke in a regional hospital. Part I',
        volume: null,
        issue: null,
        pages: null,
      },
    ],
    [
      'an updated Cochrane review',
      {
        pmid: null,
        year: 2018,
        journal: 'Cochrane Database of Systematic Reviews',
        volume: null,
        issue: '10',
        pages: 'CD006187',
        doi: '10.1002/14651858.CD006187.pub3',
      },
      {
        pmid: null,
        year: 2009,
        journal: 'Cochrane Database of Systematic Reviews',
        volume: null,
        issue: '1',
        pages: 'CD006187',
        doi: '10.1002/14651858.CD006187.pub2',
      },
    ],
    [
      'the women after the men',
      { ...bare, title: 'Recovery after ischaemic stroke among elderly women', pages: '353-360' },
      { ...bare, title: 'Recovery after ischaemic stroke among elderly men' },
    ],
    [
      'a thesis',
      {
        ...bare,
        year: 2013,
        journal: 'Dissertation Abstracts International',
        volume: '74',
        issue: '3-B',
        pages: '1524',
      },
    ],
    [
      'another registry entry',
      {
        ...bare,
        title: report.title,
        journal: 'ClinicalTrials.gov',
        volume: null,
        issue: null,
        pages: null,
        abstract: null,
      },
    ],
  ])('%s: a person is asked', (_, other, first = {}) => {
    expect(verdict(other, first)).toBe('asked');
  });

  it('the editorial of another issue', () => {
    const editorial = { ...bare, title: 'Editorial', pages: '1-2', abstract: null };
    expect(verdict({ ...editorial, issue: '5' }, editorial)).not.toBe('joined');
  });

  it('a record that says little does not chain a conference abstract to its paper', () => {
    const sparse = { ...report, ...bare, recordId: 'c', volume: null, issue: null, pages: null, abstract: null };
    const abstract = { ...report, ...bare, recordId: 'b', issue: 'Suppl 1', pages: 'S45' };
    const { clusters } = findDuplicates([report, abstract, sparse]);
    for (const { recordIds } of clusters) expect(recordIds).not.toEqual(expect.arrayContaining(['a', 'b']));
  });
});
