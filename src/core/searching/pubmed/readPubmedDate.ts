import { foldSpace } from '#core/searching/plainText';
import { dayNumber, monthNumber, readWrittenDate } from '#core/searching/publicationDate';
import type { PublicationDate } from '#core/searching/record';
import { at, child, childrenOf, isElement, textOf, type XmlElement } from '#core/searching/xml/element';

function rawDate(element: XmlElement): string | null {
  const parts = element.children.flatMap(node => (isElement(node) ? (textOf(node) ?? []) : []));
  return parts.length > 0 ? foldSpace(parts.join(' ')) : null;
}

/** A date in elements: Year with Month, Day or Season. A season that begins with a month's name (`Jan-Mar`) is that month. */
function readParts(element: XmlElement | undefined): PublicationDate | null {
  const year = textOf(child(element, 'Year'));
  if (!element || !year || !/^\d{4}$/.test(year)) return null;
  const written = textOf(child(element, 'Season'));
  const monthOfSeason = monthNumber(written);
  return {
    year: Number(year),
    month: monthNumber(textOf(child(element, 'Month'))) ?? monthOfSeason,
    day: dayNumber(textOf(child(element, 'Day'))),
    season: monthOfSeason ? null : written,
    raw: rawDate(element),
  };
}

/** A date of publication: in elements, or written out as MedlineDate. */
export function readPubDate(element: XmlElement | undefined): PublicationDate | null {
  const parts = readParts(element);
  if (parts) return parts;
  const written = textOf(child(element, 'MedlineDate'));
  return written ? readWrittenDate(written) : null;
}

const HISTORY = ['pubmed', 'entrez', 'medline'];

/** When an article came out: its issue, else the electronic article, else its entry into PubMed. */
export function readArticleDate(
  article: XmlElement | undefined,
  history: () => XmlElement | undefined,
): PublicationDate | null {
  const issue = readPubDate(at(article, 'Journal', 'JournalIssue', 'PubDate'));
  if (issue?.year) return issue;
  const electronic = readParts(child(article, 'ArticleDate'));
  if (electronic) return electronic;
  const entries = childrenOf(history(), 'PubMedPubDate');
  for (const status of HISTORY) {
    const entered = readParts(entries.find(date => date.attributes.PubStatus === status));
    if (entered) return entered;
  }
  return issue;
}
