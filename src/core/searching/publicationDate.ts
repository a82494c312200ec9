import type { PublicationDate } from '#core/searching/record';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const SEASON = /^(?:spring|summer|autumn|fall|winter)$/i;

/** The number of a month, from its name's first three letters or from 1 to 12; null for anything else. */
export function monthNumber(text: string | null | undefined): number | null {
  if (!text) return null;
  const number = /^\d{1,2}$/.test(text) ? Number(text) : MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;
  return number >= 1 && number <= 12 ? number : null;
}

export function dayNumber(text: string | null | undefined): number | null {
  const number = text && /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= 31 ? number : null;
}

/** A year of print as PubMed's free dates are searched for it: four digits from 1600 to 2199. */
const YEAR = /(?<!\d)(?:1[6-9]|2[01])\d{2}(?!\d)/;

/**
 * A date written out, as PubMed's MedlineDate and the DP line have it: the first year; the season or month that is the
 * first word after it; and the day that follows the month. `1998 Dec-1999 Jan` is December 1998, `2016 May 25-Jun 14`
 * is 25 May 2016, `1944-1945` is 1944, and `2000 Spring` has a season.
 */
export function readWrittenDate(raw: string): PublicationDate {
  const found = YEAR.exec(raw);
  if (!found) return { year: null, month: null, day: null, season: null, raw };
  const year = Number(found[0]);
  const rest = raw.slice(found.index + found[0].length);
  const word = /[A-Za-z]+/.exec(rest);
  const season = word && SEASON.test(word[0]) ? word[0] : null;
  const month = word && !season ? monthNumber(word[0]) : null;
  const day = word && month ? /^[.\s]+(\d{1,2})(?!\d)/.exec(rest.slice(word.index + word[0].length))?.[1] : undefined;
  return { year, month, day: dayNumber(day), season, raw };
}

/**
 * A date as RIS, CSV and EndNote have it: `2024/04/03/`, `1988//`, `1975-1976//`, `2020/11//Nov/Dec2020`, `2019-06-01`, `20190601`,
 * `01/06/2019`, `31 Dec 2019`, `DEC 31 2019`, or free text. What is no date gives no year.
 */
export function readDate(written: string): PublicationDate {
  const raw = written;
  const compact = /^\s*((?:1[89]|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\s*$/.exec(written);
  if (compact)
    return { year: Number(compact[1]), month: Number(compact[2]), day: Number(compact[3]), season: null, raw };
  const parts =
    /^\s*((?:1[4-9]|2[01])\d{2})(?:\s*[-–]\s*(?:\d{4}|1[3-9]|[2-9]\d)(?!\d))?\s*(?:[/.-]\s*(\d{1,2})?(?:\s*[/.-]\s*(\d{1,2})?)?|$)/.exec(
      written,
    );
  if (parts) {
    const month = monthNumber(parts[2]);
    const rest = written.slice(parts[0].length);
    const word = /[A-Za-z]+/.exec(rest)?.[0];
    const season = word && SEASON.test(word) ? word : null;
    return {
      year: Number(parts[1]),
      month: month ?? (season ? null : monthNumber(word)),
      day: month ? dayNumber(parts[3]) : null,
      season,
      raw,
    };
  }
  const dayFirst = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-]((?:1[4-9]|2[01])\d{2})\b/.exec(written);
  if (dayFirst) return { year: Number(dayFirst[3]), month: null, day: null, season: null, raw };
  const named =
    /(?:(\d{1,2})(?:st|nd|rd|th)?[\s.-]+)?([A-Za-z]{3,9})\.?[\s-]*(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?((?:1[4-9]|2[01])\d{2})\b/.exec(
      written,
    );
  const month = monthNumber(named?.[2]);
  if (named && month) {
    return { year: Number(named[4]), month, day: dayNumber(named[1] ?? named[3]), season: null, raw };
  }
  // Web of Science and RIS keep the day apart from the year: `DEC 31`, `APR`, `AUG-SEP`.
  const yearless = /^\s*([A-Za-z]{3,9})\.?(?:[-/][A-Za-z]{3,9})?(?:\s+(\d{1,2}))?\s*$/.exec(written);
  const monthAlone = monthNumber(yearless?.[1]);
  if (monthAlone) return { year: null, month: monthAlone, day: dayNumber(yearless?.[2]), season: null, raw };
  return readWrittenDate(raw);
}

/** The first month of a part of the year, as PubMed sorts by it. */
const SEASON_MONTHS: Readonly<Record<string, number>> = { winter: 1, spring: 4, summer: 7, autumn: 10, fall: 10 };

/** The date as `yyyy-mm-dd` for sorting, by PubMed's own rule: no month is January, no day the first. */
export function sortableDate(date: PublicationDate): string | null {
  if (date.year === null) return null;
  const month = date.month ?? SEASON_MONTHS[date.season?.toLowerCase() ?? ''] ?? 1;
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(date.year).padStart(4, '0')}-${two(month)}-${two(date.day ?? 1)}`;
}
