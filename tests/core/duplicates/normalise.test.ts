import { describe, expect, it } from 'vitest';
import { normaliseAuthors } from '#core/duplicates/normaliseAuthors';
import { normaliseDoi } from '#core/duplicates/normaliseDoi';
import { normalisePages } from '#core/duplicates/normalisePages';
import { normaliseText } from '#core/duplicates/normaliseText';
import { normaliseTitle } from '#core/duplicates/normaliseTitle';
import { normaliseVolume } from '#core/duplicates/normaliseVolume';

describe('text', () => {
  it.each([
    ['Castr&eacute;n &amp; S&#228;&auml;ri', 'castren & saari'],
    ['TGF-β₁ and <i>H. pylori</i>', 'tgf-beta1 and h. pylori'],
    ['K<inf>Ca</inf>3.1 at p<0.05', 'kca3.1 at p<0.05'],
    ['Straße, Łódź, Ærø', 'strasse, lodz, aero'],
  ])('%s', (raw, plain) => {
    expect(normaliseText(raw)).toBe(plain);
  });
});

describe('titles', () => {
  const compact = 'hallucinogenicmushroomsandtheirusers';
  it.each([
    'Hallucinogenic mushrooms and their users',
    '[Hallucinogenic mushrooms and their users].',
    'Hallucinogenic mushrooms and their users. [German]',
    'Hallucinogenic mushrooms and their users. [Review] [42 refs]',
    'Hallucinogenic mushrooms and their users [4]',
    'Hallucinogenic mushrooms and their users.[Erratum appears in Lancet. 2010 May;202(4):943]',
    'RETRACTED: Hallucinogenic mushrooms and their users',
    'RETRACTED ARTICLE: Hallucinogenic mushrooms and their users',
    'Hallucinogenic mush&shy;rooms and their users',
    'Hallucinogenic mushrooms and their users **',
  ])('%s', raw => {
    expect(normaliseTitle(raw)).toMatchObject({ compact, kind: 'report' });
  });

  it('writes Roman numerals as digits', () => {
    expect(normaliseTitle('Cervical cytology. Part I').words.at(-1)).toBe('1');
    expect(normaliseTitle('LSD-25: XXXIV. Comparison with psilocybin').words).toContain('34');
    expect(normaliseTitle('Why I left').words).toContain('i');
  });

  it('knows the other language of a title given twice', () => {
    const { compact: main, others } = normaliseTitle('Working in the crowd [Arbeiten in der Crowd und mehr]');
    expect(main).toBe('workinginthecrowd');
    expect(others).toContain('arbeitenindercrowdundmehr');
  });

  it.each([
    ['Erratum: Mushrooms and their users', 'erratum'],
    ['Corrigendum to "Mushrooms and their users"', 'erratum'],
    ['"Mushrooms and their users": Correction', 'erratum'],
    ['Correction of refractive errors in children', 'report'],
    ['Retraction: Mushrooms and their users', 'retraction-notice'],
    ['Retraction of the foreskin in infants', 'report'],
    ['Mushrooms and their users: reply', 'reply'],
    ['In reply to Smith and colleagues', 'reply'],
    ['Mushrooms after stroke: study protocol for a randomised trial', 'protocol'],
    ['Rationale and design of the mushroom trial', 'protocol'],
    ['A protocol-driven approach to sepsis', 'report'],
  ])('%s is a kind of %s', (raw, kind) => {
    expect(normaliseTitle(raw).kind).toBe(kind);
  });
});

describe('authors', () => {
  const families = (...authors: string[]) =>
    normaliseAuthors(authors).map(({ last, initials }) => `${last} ${initials}`.trim());

  it.each<[string, string[], string[]]>([
    ['family name, given names', ['Francis, Louise', 'Livingstone, Charles A.'], ['francis l', 'livingstone ca']],
    ['family name, initials', ['Zuna, R E', 'Wang, S.S.'], ['zuna re', 'wang ss']],
    ['family name and initials', ['Keller T.', 'van der Tuin S. J.'], ['keller t', 'tuin sj']],
    [
      'one line with commas',
      ['Lindenblatt H, Kramer E, Holzmann-Erens P'],
      ['lindenblatt h', 'kramer e', 'holzmannerens p'],
    ],
    ['one line with semicolons', ['Keller T.; Schneider A.'], ['keller t', 'schneider a']],
    ['run together', ['Adeli K.Lewis G. F.'], ['adeli k', 'lewis gf']],
    ['run together, initials too', ['KlompmakersA.A.DenysD.'], ['klompmakers aa', 'denys d']],
    ['run together without any sign', ['Rada IsabelDeldicque Louise'], ['isabel r', 'louise d']],
    ["BibTeX's way", ['Hori, M and Kamada, T'], ['hori m', 'kamada t']],
    ['given names first', ['Louise Francis', 'Chidi M. van Okafor'], ['francis l', 'okafor cm']],
    ['a database that lost the given name', ['Si Hyun Kang, null'], ['kang sh']],
    ['nobody', ['Anonymous', '', 'et al.'], []],
  ])('%s', (_, authors, names) => {
    expect(families(...authors)).toEqual(names);
  });

  it('gives every word of a name, so that swapped names still meet', () => {
    expect(normaliseAuthors(['Rada Isabel'])[0]?.words).toEqual(expect.arrayContaining(['rada', 'isabel']));
  });
});

describe('pages', () => {
  it.each([
    ['404-11', { prefix: '', first: '404', last: '411' }],
    ['404–411', { prefix: '', first: '404', last: '411' }],
    ['pp. 0404-0411', { prefix: '', first: '404', last: '411' }],
    ['S7-S11', { prefix: 's', first: '7', last: '11' }],
    ['E329-36', { prefix: 'e', first: '329', last: '336' }],
    ['100A-101A', { prefix: 'a', first: '100', last: '101' }],
    ['12-3; discussion 13-14', { prefix: '', first: '12', last: '13' }],
    ['e0168396', { prefix: 'e', first: '168396', last: '' }],
    ['11-Sep', { prefix: '', first: '9', last: '11' }],
    ['Sep-11', { prefix: '', first: '9', last: '11' }],
    ['Suppl-61', { prefix: 's', first: '', last: '61' }],
    ['215 p', null],
    ['No Pagination Specified', null],
  ])('%s', (raw, pages) => {
    expect(normalisePages(raw)).toEqual(pages);
  });
});

describe('volumes and issues', () => {
  it.each([
    ['VOL. 312', { number: '312', supplement: '' }],
    ['35 Suppl 1', { number: '35', supplement: 's1' }],
    ['22 SUPPL. 1', { number: '22', supplement: 's1' }],
    ['Supplement_1', { number: '', supplement: 's1' }],
    ['9 (1) (no pagination)', { number: '9', supplement: '' }],
    ['13/14', { number: '13', supplement: '' }],
    ['1)', null],
    ['Ph.D.', null],
  ])('%s', (raw, volume) => {
    expect(normaliseVolume(raw)).toEqual(volume);
  });
});

describe('DOIs', () => {
  it.each([
    ['http://dx.doi.org/10.1161/CIRCRESAHA.116.305665', '10.1161/circresaha.116.305665'],
    ['https://doi.org/10.1016/S2215-0366%2816%2930087-6', '10.1016/s2215-0366(16)30087-6'],
    ['doi: 10.1016/S2215-0366(16)30087-6.', '10.1016/s2215-0366(16)30087-6'],
    ['10.1002/14651858.CD006187.pub2', '10.1002/14651858.cd006187.pub2'],
    ['10.1002/abc.123/full', '10.1002/abc.123'],
    ['(10.1234/abcdef)', '10.1234/abcdef'],
    ['S1234-5678', null],
  ])('%s', (raw, doi) => {
    expect(normaliseDoi(raw)).toBe(doi);
  });
});
