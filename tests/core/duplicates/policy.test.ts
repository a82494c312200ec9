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
