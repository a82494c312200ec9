/** Hours ahead of UTC at an instant (milliseconds since 1970); null for a name that is not an IANA time zone. */
export function hoursAheadOfUtc(timeZone: string, at: number): number | null {
  let written: string | undefined;
  try {
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' });
    written = clock.formatToParts(at).find(part => part.type === 'timeZoneName')?.value;
  } catch (error) {
    if (error instanceof RangeError) return null; // the name is unknown
    throw error;
  }
  const [, sign, hours, minutes] = /^GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(written ?? '') ?? [];
  if (written === undefined) return null;
  const ahead = Number(hours ?? 0) + Number(minutes ?? 0) / 60;
  return sign === '-' ? -ahead : ahead;
}

/** How many hours two clocks differ, the shorter way round (0 to 12); null when either zone is missing or unknown. */
export function hoursBetween(one: string | null, other: string | null, at: number): number | null {
  if (one === null || other === null) return null;
  const first = hoursAheadOfUtc(one, at);
  const second = hoursAheadOfUtc(other, at);
  if (first === null || second === null) return null;
  const apart = Math.abs(first - second) % 24;
  return Math.min(apart, 24 - apart);
}
