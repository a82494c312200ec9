import { describe, expect, it } from 'vitest';
import { type JournalRecord, journalAccuracy, journalIndex, rankJournals } from '#core/matching/rankJournals';
import { describeShared, sharedFile } from '../../support/shared.js';

const records: JournalRecord[] = [
  { id: '1', title: 'Catheter ablation of atrial fibrillation', journal: 'Heart', year: 2019 },
  { id: '2', title: 'Anticoagulants in atrial fibrillation', journal: 'heart ', year: 2021 },
  { id: '3', title: 'Atrial fibrillation after ablation', journal: 'Heart', year: 2020 },
  { id: '4', title: 'Inhaled steroids in asthma', journal: 'Chest', year: 2018 },
];

describe('journals that publish on a topic', () => {
  it('come with their count, the year of the latest record, and the nearest records', () => {
    const [best] = rankJournals(journalIndex(records), { id: 'new', title: 'Ablation in atrial fibrillation' });
    expect(best).toMatchObject({ journal: 'Heart', records: 3, lastYear: 2021 });
    expect(best?.nearest.map(({ id }) => id).toSorted()).toEqual(['1', '2', '3']);
  });

  it('are not found by the record itself', () => {
    const index = journalIndex([records[3], ...records.slice(0, 1)].flatMap(record => record ?? []));
    const fits = rankJournals(index, { id: '4', title: 'Inhaled steroids in asthma' });
    expect(fits.find(({ journal }) => journal === 'Chest')?.score).toBe(0);
  });

  it('are judged only where a journal has three records', () => {
    expect(journalAccuracy(journalIndex(records.slice(0, 2)))).toBeNull();
    expect(journalAccuracy(journalIndex(records))).toEqual({ n: 3, top1: 1, top5: 1, top10: 1, mrr: 1 });
  });
});

describeShared('matching', 'journals of records left out', () => {
  it('are found in the top ten more often than the method of JANE finds them (.614)', () => {
    const lines = sharedFile('matching/journal.jsonl.gz').split('\n').filter(Boolean);
    const accuracy = journalAccuracy(journalIndex(lines.map(line => JSON.parse(line) as JournalRecord))); // as its README
    expect(accuracy?.n).toBeGreaterThan(700);
    expect(accuracy?.top10).toBeGreaterThan(0.614);
  });
});
