import { describe, expect, it } from 'vitest';
import { calendarFile } from '#gateways/calendarFile';

const entry = (title: string, startsAt: string) => ({
  ...{ id: '1', title, place: '', description: '' },
  at: { startsAt: new Date(startsAt), minutes: 60 },
});
const lines = (text: string) => text.split('\r\n');

describe('a calendar file', () => {
  it('folds lines at 75 octets, not letters, and unfolds to what was written', () => {
    const title = 'Лекция о лесовидных графиках, “how to read one”, for everybody’s first review — and the second';
    const text = calendarFile('Events', [entry(title, '2026-12-14T17:00:00Z')]);
    for (const line of lines(text)) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(lines(text.replace(/\r\n /g, ''))).toContain(`SUMMARY:${title.replace(/,/g, '\\,')}`);
  });

  it('says instants in UTC, so that an hour agreed on in winter stands where summer time begins', () => {
    // In New York clocks go forward on 14 March 2027: 13:00 is 18:00 UTC the day before, and 17:00 UTC the day after.
    const before = calendarFile('Events', [entry('One', '2027-03-13T18:00:00Z')]);
    const after = calendarFile('Events', [entry('Two', '2027-03-14T17:00:00Z')]);
    expect(lines(before)).toContain('DTSTART:20270313T180000Z');
    expect(lines(after)).toContain('DTSTART:20270314T170000Z');
  });
});
