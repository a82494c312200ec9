import { describe, expect, it } from 'vitest';
import { authorSign } from '#core/screening/authorship';

const author = (
  last: string,
  fore: string | null,
  more: { initials?: string; orcid?: string; affiliations?: string[] } = {},
) => ({
  last,
  fore,
  initials: more.initials ?? null,
  orcid: more.orcid ?? null,
  affiliations: more.affiliations ?? [],
});
const person = (name: string, orcid: string | null = null, affiliation = '') => ({ name, orcid, affiliation });

describe('whether a person may have written a record', () => {
  it.each([
    ['Wei-Lin Chen', author('Chen', 'Wei-Lin')],
    ['Wei-Lin Chen', author('Chen', null, { initials: 'WL' })],
    ['Wei-Lin Chen', author('CHEN', 'W')],
    ['Lucía Fernández', author('Fernandez', 'Lucia M')],
    ['Maria de la Cruz', author('de la Cruz', 'M')],
    ['Maria de la Cruz', author('Cruz', 'Maria')],
    ['Jonas Brandt', author('Brandt', null)],
    ['Jean-Luc Picard', author('Picard', 'Jean')],
    ['Chen Wei-Lin', author('Chen', 'W')],
  ])('%s agrees with %j by the name alone', (name, one) => {
    expect(authorSign(person(name), [one])).toBe('name');
  });

  it.each([
    ['Wei-Lin Chen', author('Chen', 'Li')],
    ['Wei-Lin Chen', author('Cheng', 'Wei-Lin')],
    ['Jonas Brandt', author('Brandt', 'Johanna')],
    ['', author('Brandt', 'Jonas')],
  ])('%s is told apart from %j', (name, one) => {
    expect(authorSign(person(name), [one])).toBeNull();
  });

  it('believes an ORCID iD more than a name, either way', () => {
    const iD = '0000-0002-1825-0097';
    const other = '0000-0001-5109-3700';
    expect(authorSign(person('Jo Carberry', iD), [author('Married', 'Jo', { orcid: `https://orcid.org/${iD}` })])).toBe(
      'orcid',
    );
    expect(authorSign(person('Jo Carberry', iD), [author('Carberry', 'Jo', { orcid: other })])).toBeNull();
    expect(authorSign(person('Jo Carberry', iD), [author('Carberry', 'Jo')])).toBe('name');
  });

  it('finds a shared affiliation by its telling words', () => {
    const one = author('Chen', 'W', {
      affiliations: ['Department of Medicine, Aga Khan University, Karachi, Pakistan'],
    });
    expect(authorSign(person('Wei Chen', null, 'Resident, Aga Khan University'), [one])).toBe('name-and-affiliation');
    expect(authorSign(person('Wei Chen', null, 'Department of Medicine, University of Oslo'), [one])).toBe('name');
  });

  it('gives the strongest sign among all authors', () => {
    const iD = '0000-0002-1825-0097';
    const all = [author('Carberry', 'J'), author('Carberry', 'Jo', { orcid: iD })];
    expect(authorSign(person('Jo Carberry', iD), all)).toBe('orcid');
  });
});
