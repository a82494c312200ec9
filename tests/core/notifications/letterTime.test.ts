import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isQuiet, letterTime } from '#core/notifications/letterTime';
import { retryDelay } from '#core/notifications/retryDelay';
import { USUAL_HOURS } from '#core/notifications/settings';
import { writeLetter } from '#core/notifications/writeLetter';

const at = (text: string) => Date.parse(text);
const shown = (instant: number) => new Date(instant).toISOString();
const in_ = (timeZone: string) => ({ ...USUAL_HOURS, timeZone });

describe('the time of a letter', () => {
  it('is now, outside the quiet hours of the place where the person is', () => {
    expect(letterTime('at-once', at('2026-11-30T09:07:00Z'), in_('UTC'))).toBe(at('2026-11-30T09:07:00Z'));
    // 03:00 in Karachi is 22:00 at Greenwich: quiet in both; 12:00 in Karachi is 07:00 at Greenwich.
    expect(shown(letterTime('at-once', at('2026-11-30T22:00:00Z'), in_('Asia/Karachi')))).toBe(
      '2026-12-01T02:00:00.000Z',
    );
    expect(shown(letterTime('at-once', at('2026-11-30T03:00:00Z'), in_('Asia/Karachi')))).toBe(
      '2026-11-30T03:00:00.000Z',
    );
  });

  it('knows places whose clocks are off by parts of an hour', () => {
    // Kathmandu is 5 h 45 min ahead: 07:00 there is 01:15 at Greenwich.
    expect(shown(letterTime('at-once', at('2026-11-30T20:00:00Z'), in_('Asia/Kathmandu')))).toBe(
      '2026-12-01T01:15:00.000Z',
    );
  });

  it('of the day is the next digest hour, on either side of the change of clocks', () => {
    expect(shown(letterTime('daily', at('2026-03-07T20:00:00Z'), in_('America/New_York')))).toBe(
      '2026-03-08T12:00:00.000Z',
    );
    expect(shown(letterTime('daily', at('2026-03-06T20:00:00Z'), in_('America/New_York')))).toBe(
      '2026-03-07T13:00:00.000Z',
    );
  });

  it('of the week is that hour on its weekday', () => {
    // 30 November 2026 is a Monday.
    expect(shown(letterTime('weekly', at('2026-11-30T09:00:00Z'), in_('UTC')))).toBe('2026-12-07T08:00:00.000Z');
    expect(shown(letterTime('weekly', at('2026-11-30T07:00:00Z'), in_('UTC')))).toBe('2026-11-30T08:00:00.000Z');
  });

  it('waits for the end of quiet hours when the digest hour lies in them', () => {
    const hours = { ...in_('UTC'), digestHour: 23 };
    expect(shown(letterTime('daily', at('2026-11-30T09:00:00Z'), hours))).toBe('2026-12-01T07:00:00.000Z');
  });

  it('is never before what it tells, never in quiet hours, and never more than nine days after', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('at-once' as const, 'daily' as const, 'weekly' as const),
        fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2026-12-31T00:00:00Z') }),
        fc.constantFrom('UTC', 'Asia/Kolkata', 'America/New_York', 'Australia/Lord_Howe', 'no/where'),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 23 }),
        (rhythm, instant, timeZone, quietFrom, quietUntil) => {
          const hours = { ...USUAL_HOURS, timeZone, quietFrom, quietUntil };
          const leaves = letterTime(rhythm, instant, hours);
          expect(leaves).toBeGreaterThanOrEqual(instant);
          expect(leaves - instant).toBeLessThan(9 * 86_400_000);
          expect(letterTime('at-once', leaves, hours)).toBe(leaves);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('knows quiet hours that go over midnight, and none', () => {
    expect([21, 22, 3, 7].map(hour => isQuiet(hour, { quietFrom: 22, quietUntil: 7 }))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([0, 12, 23].some(hour => isQuiet(hour, { quietFrom: 5, quietUntil: 5 }))).toBe(false);
  });
});

describe('a letter', () => {
  const frame = { name: 'Ann <Asked>', publicUrl: 'https://pooled.example', unsubscribePath: '/unsubscribe/abc' };

  it('of one notification bears its title, in one line, and leads there', () => {
    const letter = writeLetter(
      [{ topic: 'work', title: '3 records to screen:\r\nBcc: x@y.z', line: 'Due soon', link: '/reviews/1' }],
      frame,
    );
    expect(letter.subject).toBe('3 records to screen: Bcc: x@y.z');
    expect(letter.text).toContain('https://pooled.example/reviews/1');
    expect(letter.text).toContain('https://pooled.example/notifications/settings');
    expect(letter.text).toContain('https://pooled.example/unsubscribe/abc');
  });

  it('escapes what people wrote', () => {
    const { html } = writeLetter(
      [{ topic: 'messages', title: '<script>x</script>', line: '"&\'', link: '/messages' }],
      frame,
    );
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;x&lt;/script&gt;');
    expect(html).toContain('Ann &lt;Asked&gt;');
  });

  it('of many is sorted by what they are about', () => {
    const { subject, text } = writeLetter(
      [
        { topic: 'credit', title: 'Second', line: '', link: '/b' },
        { topic: 'work', title: 'First', line: '', link: '/a' },
      ],
      frame,
    );
    expect(subject).toBe('2 notifications from Pooled');
    expect(text.indexOf('First')).toBeLessThan(text.indexOf('Second'));
  });

  it('is tried again ever more rarely, at most every six hours', () => {
    expect([1, 2, 3].map(retryDelay)).toEqual([60_000, 120_000, 240_000]);
    expect(retryDelay(10)).toBe(6 * 3_600_000);
  });
});
