import { foldSpace } from '#core/searching/plainText';
import { dayNumber, monthNumber, readWrittenDate } from '#core/searching/publicationDate';
import type { PublicationDate } from '#core/searching/record';
import { child, isElement, textOf, type XmlElement } from '#core/searching/xml/element';

/** A date as PubMed's elements have it, each as written. */
export interface DateParts {
  readonly year: string | null;
  readonly month: string | null;
  readonly day: string | null;
  readonly season: string | null;
  readonly medlineDate: string | null;
  /** All that the element says, in order. */
  readonly raw: string | null;
  /** Of which step of the history it is, where it is one. */
  readonly step: string | null;
}

/** The parts of a date element. */
export function readDateParts(element: XmlElement | undefined): DateParts | null {
  if (!element) return null;
  const written = element.children.flatMap(node => (isElement(node) ? (textOf(node) ?? []) : []));
  const part = (name: string): string | null => textOf(child(element, name));
  return {
    year: part('Year'),
    month: part('Month'),
    day: part('Day'),
    season: part('Season'),
    medlineDate: part('MedlineDate'),
    raw: written.length > 0 ? foldSpace(written.join(' ')) : null,
    step: element.attributes.PubStatus ?? null,
  };
}

/** A date in elements: Year with Month, Day or Season. A season that begins with a month's name (`Jan-Mar`) is that month. */
function dateInElements(parts: DateParts | null): PublicationDate | null {
  if (!parts?.year || !/^\d{4}$/.test(parts.year)) return null;
  const monthOfSeason = monthNumber(parts.season);
  return {
    year: Number(parts.year),
    month: monthNumber(parts.month) ?? monthOfSeason,
    day: dayNumber(parts.day),
    season: monthOfSeason ? null : parts.season,
    raw: parts.raw,
  };
}

/** A date of publication: in elements, or written out as MedlineDate. */
export function readPubDate(parts: DateParts | null): PublicationDate | null {
  return dateInElements(parts) ?? (parts?.medlineDate ? readWrittenDate(parts.medlineDate) : null);
}

const HISTORY = ['pubmed', 'entrez', 'medline'];

/** When an article came out: its issue, else the electronic article, else its entry into PubMed. */
export function dateOfArticle(
  issueDate: DateParts | null,
  electronicDate: DateParts | null,
  history: () => readonly DateParts[],
): PublicationDate | null {
  const issue = readPubDate(issueDate);
  if (issue?.year) return issue;
  const electronic = dateInElements(electronicDate);
  if (electronic) return electronic;
  const entries = history();
  for (const step of HISTORY) {
    const entered = dateInElements(entries.find(date => date.step === step) ?? null);
    if (entered) return entered;
  }
  return issue;
}
