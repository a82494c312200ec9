import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meshTreeFrom } from '#core/matching/meshTree';
import { topicScorer } from '#core/matching/topicScore';
import { percentileAmong, topicIndex } from '#core/matching/topicSimilarity';
import { placeDocument, type TopicDocument } from '#core/matching/topicSpace';

const TOPICS = [
  ['atrial', 'fibrillation', 'ablation', 'catheter', 'stroke', 'anticoagulant', 'rhythm'],
  ['asthma', 'inhaler', 'corticosteroid', 'airway', 'spirometry', 'eosinophil', 'wheeze'],
  ['sepsis', 'vasopressor', 'lactate', 'shock', 'antibiotic', 'fluid', 'mortality'],
];
const HEADINGS = ['Atrial Fibrillation', 'Asthma', 'Sepsis'];

/** Ninety made-up abstracts, thirty on each of three topics: enough for latent topics to be looked for. */
const corpus: TopicDocument[] = Array.from({ length: 90 }, (_, i) => {
  const words = TOPICS[i % 3] ?? [];
  const picked = Array.from({ length: 5 }, (_unused, j) => words[(i + j * (1 + (i % 2))) % words.length]);
  return {
    id: `d${i}`,
    title: picked.join(' '),
    abstract: `study ${i % 7} cohort`,
    meshHeadings: [HEADINGS[i % 3] ?? ''],
  };
});
// As few latent topics as there are topics: with as many as words, kinship would be sameness.
const index = topicIndex(corpus, { latentDimensions: 4 });
const placed = (document: TopicDocument) => ({ id: document.id, place: placeDocument(index.space, document) });

describe('the topic score of a person’s texts', () => {
  it('is the sum of its reasons, through shared terms, latent topics and MeSH alike', () => {
    expect(index.space.latent).not.toBeNull();
    const texts = fc.array(fc.subarray(corpus, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 1 });
    fc.assert(
      fc.property(fc.constantFrom(...corpus), texts, (opening, [own = []]) => {
        const topic = topicScorer(index, placed(opening))(own.map(placed));
        const sum = topic.reasons().reduce((total, reason) => total + reason.weight, 0);
        expect(sum).toBeCloseTo(topic.score, 8);
      }),
      { numRuns: 60 },
    );
  });

  it('names a related term that the opening does not have', () => {
    const scoreOf = topicScorer(index, placed({ id: 'o', title: 'atrial fibrillation' }));
    const reasons = scoreOf([placed({ id: 'own', title: 'anticoagulant' })]).reasons();
    expect(reasons.map(({ kind, term }) => [kind, term])).toContainEqual(['related-term', 'anticoagulant']);
  });

  it('counts five texts, the i-th best by 1/i', () => {
    const opening = placed({ id: 'o', title: 'asthma inhaler airway' });
    const one = topicScorer(index, opening)([placed({ id: 'a', title: 'asthma inhaler' })]).score;
    const copies = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(id => placed({ id, title: 'asthma inhaler' }));
    const many = topicScorer(index, opening)(copies).score;
    expect(many).toBeCloseTo(one * (1 + 1 / 2 + 1 / 3 + 1 / 4 + 1 / 5), 9);
  });

  it('never falls when a text is added that has something in common', () => {
    const opening = placed({ id: 'o', title: 'sepsis shock lactate' });
    const scoreOf = topicScorer(index, opening);
    const first = [placed({ id: 'a', title: 'sepsis lactate' })];
    expect(scoreOf([...first, placed({ id: 'b', title: 'septic shock' })]).score).toBeGreaterThan(scoreOf(first).score);
  });

  it('ranks the same corpus the same way twice', () => {
    const again = topicIndex(corpus, { latentDimensions: 4 });
    expect(again.spread).toEqual(index.spread);
    expect(again.space.latent).toEqual(index.space.latent);
  });
});

describe('MeSH headings by their place in the trees', () => {
  const tree = meshTreeFrom([
    { name: 'Heart Diseases', treeNumbers: ['C14.280'] },
    { name: 'Atrial Fibrillation', treeNumbers: ['C14.280.067.198'] },
    { name: 'Atrial Flutter', treeNumbers: ['C14.280.067.248'] },
    { name: 'Arrhythmias, Cardiac', treeNumbers: ['C14.280.067'] },
    { name: 'Asthma', treeNumbers: ['C08.127.108'] },
  ]);
  const headed = (id: string, heading: string): TopicDocument => ({ id, title: id, meshHeadings: [heading] });
  const documents = [
    headed('flutter', 'Atrial Flutter'),
    headed('fib', 'Atrial Fibrillation'),
    headed('asthma', 'Asthma'),
  ];

  const score = (one: string, other: string, withTree: boolean) => {
    const among = topicIndex(documents, { meshTree: withTree ? tree : null });
    const place = (id: string) => {
      const document = documents.find(each => each.id === id) ?? headed(id, id);
      return { id, place: placeDocument(among.space, document) };
    };
    return topicScorer(among, place(one))([place(other)]).score;
  };

  it('are kin when they have an ancestor in common', () => {
    expect(score('fib', 'flutter', true)).toBeGreaterThan(0);
    expect(score('fib', 'asthma', true)).toBe(0);
  });

  it('are strangers without the tree, unless they are the same', () => {
    expect(score('fib', 'flutter', false)).toBe(0);
  });
});

describe('the percentile of a similarity', () => {
  it('counts the pairs below, and those equal by half', () => {
    const pairs = Float64Array.from([0, 0, 1, 2]);
    expect(percentileAmong(pairs, 0)).toBe(25);
    expect(percentileAmong(pairs, 1.5)).toBe(75);
    expect(percentileAmong(pairs, 9)).toBe(100);
    expect(percentileAmong(new Float64Array(), 1)).toBeNull();
  });
});
