import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkInSchedule } from '#core/mentoring/checkInSchedule';

const days = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10));

describe('the days of check-ins', () => {
  it('are weekly for six weeks, then every fourth week to nine months, always on the same weekday', () => {
    expect(checkInSchedule('weekly-then-monthly', '2026-08-03')).toEqual([
      ...['2026-08-03', '2026-08-10', '2026-08-17', '2026-08-24', '2026-08-31', '2026-09-07'],
      ...['2026-09-28', '2026-10-26', '2026-11-23', '2026-12-21', '2027-01-18', '2027-02-15', '2027-03-15'],
      '2027-04-12',
    ]);
    fc.assert(
      fc.property(days, day => {
        const weekdays = checkInSchedule('weekly-then-monthly', day).map(one => new Date(one).getUTCDay());
        expect(new Set(weekdays).size).toBe(1);
      }),
    );
  });

  it('stand in months 1, 3 and 6, on the last day of a month that is too short', () => {
    expect(checkInSchedule('months-1-3-6', '2026-08-31')).toEqual(['2026-09-30', '2026-11-30', '2027-02-28']);
    expect(checkInSchedule('months-1-3-6', '2027-08-31')[2]).toBe('2028-02-29');
  });

  it('come in order and end within nine months and a day, whatever the rhythm', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 13 }), (day, weeks) => {
        const all = checkInSchedule('own', day, weeks);
        expect(all).toEqual([...all].sort());
        expect((Date.parse(all.at(-1) ?? '') - Date.parse(day)) / 86_400_000).toBeLessThanOrEqual(39 * 7);
        expect(all[0]).toBe(day);
      }),
    );
  });

  it('are never asked for with a step that does not end', () => {
    expect(() => checkInSchedule('own', '2026-01-01', 0)).toThrow(RangeError);
  });
});
