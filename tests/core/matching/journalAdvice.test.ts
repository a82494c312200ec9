import { describe, expect, it } from 'vitest';
import { journalAdvice } from '#core/matching/journalAdvice';

const record = (id: string, journal: string, title: string, year: number) => ({
  id,
  journal,
  title,
  year,
  abstract: '',
});
const RECORDS = [
  record('1', 'Lung Letters', 'Vaccine against tuberculosis in children', 2024),
  record('2', 'Lung Letters', 'Tuberculosis vaccine and latitude', 2020),
  record('3', 'lung letters', 'A vaccine trial of tuberculosis', 2024),
  record('4', 'Heart Hymns', 'Ablation for atrial fibrillation', 2021),
  record('5', 'Heart Hymns', 'Atrial fibrillation and stroke', 2019),
  record('6', 'Heart Hymns', 'Ablation or drugs for fibrillation', 2018),
  record('7', 'Bone Bulletin', 'Fracture of the hip', 2010),
];
const TOPIC = { id: 'topic', title: 'BCG vaccine for the prevention of tuberculosis' };

describe('which journals publish on a topic', () => {
  it('names those of the nearest records first, however their name is written, with counts a person can check', () => {
    const { journals, records, nearest } = journalAdvice(RECORDS, TOPIC);
    expect(records).toBe(7);
    expect(journals[0]).toMatchObject({
      ...{ journal: 'Lung Letters', records: 3, near: 3, lastYear: 2024 },
      years: [
        { year: 2020, records: 1 },
        { year: 2024, records: 2 },
      ],
    });
    expect(nearest).toBe(3);
    expect(journals.map(({ journal }) => journal)).not.toContain('Bone Bulletin');
  });

  it('says the same in whatever order the records come', () => {
    expect(journalAdvice(RECORDS.toReversed(), TOPIC).journals.map(({ journal, near }) => [journal, near])).toEqual(
      journalAdvice(RECORDS, TOPIC).journals.map(({ journal, near }) => [journal, near]),
    );
  });

  it('tries itself on the records of journals that have three', () => {
    const more = Array.from({ length: 13 }, (_, place) =>
      record(`m${place}`, `Journal ${place}`, `Subject ${place}`, 2020),
    );
    const { accuracy } = journalAdvice([...RECORDS, ...more], TOPIC);
    expect(accuracy).toEqual({ tried: 6, inFirstTen: 1, byChance: 10 / 16 });
    expect(journalAdvice(more, TOPIC).accuracy).toBeNull();
    // Three journals: each is among the first ten whatever the advice.
    expect(journalAdvice(RECORDS, TOPIC).accuracy).toBeNull();
  });
});
