import { describe, expect, it } from 'vitest';
import { rankOpenings } from '#core/matching/suggest';
import { phrasesOf, profileTopics } from '#core/people/profileTopics';
import type { Publication } from '#core/people/publication';

const paper = (meshHeadings: string[], keywords: string[] = []): Publication => ({
  pmid: null,
  doi: null,
  title: 'x',
  abstract: '',
  journal: '',
  year: null,
  authors: [],
  meshHeadings,
  keywords,
});

describe('topics of a profile', () => {
  it('are read from free words: runs of telling words', () => {
    expect(phrasesOf('Two years on a TB ward; heart failure, vaccines')).toEqual([
      'years',
      'TB ward',
      'heart failure',
      'vaccines',
    ]);
  });

  it('follow from headings and keywords, without kinds of study, and one topic is one in whatever form', () => {
    const topics = profileTopics(
      [paper(['Tuberculosis', 'Humans', 'Vaccines']), paper(['Tuberculosis', 'Female'], ['vaccine'])],
      'tuberculosis',
      [],
    );
    expect(topics).toEqual([
      expect.objectContaining({ topic: 'Tuberculosis', kind: 'mesh', publications: 2, weight: 4, isOwnWord: true }),
      expect.objectContaining({ topic: 'Vaccines', publications: 2, weight: 2 }),
    ]);
  });

  it('are corrected by the person: up, down, taken out, added', () => {
    const topics = profileTopics([paper(['Asthma', 'Sepsis', 'Gout'])], '', [
      { topic: 'asthma', change: 'up' },
      { topic: 'Sepsis', change: 'down' },
      { topic: 'gout', change: 'removed' },
      { topic: 'stroke', change: 'added' },
    ]);
    expect(topics.map(one => [one.topic, one.weight])).toEqual([
      ['stroke', 3],
      ['Asthma', 2],
      ['Sepsis', 0.5],
      ['Gout', 0],
    ]);
  });

  it('that were taken out no longer count for openings', () => {
    const person = { personId: 'a', interests: 'gout, heart failure' };
    const openings = [{ openingId: 'gout', title: 'Treatment of gout in adults' }];
    const [before] = rankOpenings(person, openings);
    const [after] = rankOpenings({ ...person, corrections: [{ topic: 'gout', factor: 0 }] }, openings);
    expect(before?.reasons.map(reason => reason.term)).toContain('gout');
    expect(after?.reasons).toEqual([]);
  });
});
