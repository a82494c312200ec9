import { topicKey } from '#core/people/profileTopics';
import { plain } from '#core/screening/authorship';
import type { RecordAuthor } from '#core/searching/record';

export interface AuthoredRecord {
  readonly title: string;
  readonly year: number | null;
  readonly authors: readonly RecordAuthor[];
  readonly meshHeadings: readonly string[];
}

export interface LeadingAuthor {
  readonly authorKey: string;
  readonly name: string;
  readonly orcid: string | null;
  /** As the newest record that names one has it. */
  readonly affiliation: string;
  readonly records: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly newestTitle: string;
  /** Headings that most of their records share, most frequent first. */
  readonly topics: readonly string[];
}

const TOPICS_SHOWN = 4;
const CHECK_TAG =
  /^(?:humans?|animals?|male|female|adult|aged|middle aged|young adult|adolescent|child|infant|pregnancy|mice|rats|treatment outcome|risk factors|.*\bstudies)\b/i;

/** Two records name the same author when the iD is the same, or the family name and the given name as written. */
export function authorKeyOf(author: RecordAuthor): string | null {
  if (author.orcid) return `orcid ${author.orcid.slice(-19)}`;
  if (!author.last) return null;
  return `${plain(author.last)}, ${plain(author.fore ?? author.initials ?? '')}`;
}

interface Gathered {
  author: RecordAuthor;
  affiliation: string;
  affiliationYear: number;
  years: number[];
  newest: AuthoredRecord;
  headings: Map<string, { heading: string; count: number }>;
  records: number;
}

function add(known: Gathered, author: RecordAuthor, record: AuthoredRecord): void {
  const year = record.year ?? 0;
  known.records++;
  if (record.year !== null) known.years.push(record.year);
  if (year > (known.newest.year ?? 0)) known.newest = record;
  const [affiliation] = author.affiliations;
  if (affiliation && year >= known.affiliationYear) Object.assign(known, { affiliation, affiliationYear: year });
  for (const heading of record.meshHeadings) {
    if (CHECK_TAG.test(heading)) continue;
    const one = known.headings.get(topicKey(heading)) ?? { heading, count: 0 };
    one.count++;
    known.headings.set(topicKey(heading), one);
  }
}

/**
 * Who publishes most on the topic of these records, most records first, the more recent before the earlier. Names are not merged:
 * "Okafor A" and "Okafor Amara" stand apart unless an iD joins them, so a count may be too low but is never two people's.
 */
export function leadingAuthors(records: readonly AuthoredRecord[], most: number): LeadingAuthor[] {
  const found = new Map<string, Gathered>();
  for (const record of records) {
    // An author who is named twice in one record counts once.
    const here = new Map(
      record.authors.flatMap(author => {
        const key = authorKeyOf(author);
        return key === null ? [] : [[key, author] as const];
      }),
    );
    for (const [key, author] of here) {
      const known = found.get(key) ?? {
        ...{ author, affiliation: '', affiliationYear: 0, years: [], newest: record, headings: new Map(), records: 0 },
      };
      add(known, author, record);
      found.set(key, known);
    }
  }
  const lastOf = (one: Gathered) => one.years.reduce((last, year) => Math.max(last, year), 0);
  return [...found]
    .sort(([a, one], [b, other]) => other.records - one.records || lastOf(other) - lastOf(one) || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([authorKey, one]) => ({
      authorKey,
      name: [one.author.fore ?? one.author.initials, one.author.last].filter(Boolean).join(' '),
      orcid: one.author.orcid,
      affiliation: one.affiliation,
      records: one.records,
      firstYear: one.years.length > 0 ? Math.min(...one.years) : null,
      lastYear: one.years.length > 0 ? Math.max(...one.years) : null,
      newestTitle: one.newest.title,
      topics: [...one.headings.values()]
        .sort((a, b) => b.count - a.count || (a.heading < b.heading ? -1 : 1))
        .slice(0, TOPICS_SHOWN)
        .map(({ heading }) => heading),
    }));
}

/** A letter to start from: who writes, why them, what is asked. The writer has the last word. */
export function outreachLetter(
  author: Pick<LeadingAuthor, 'name' | 'newestTitle' | 'topics'>,
  project: { readonly title: string; readonly summary: string; readonly leadName: string },
): string {
  const topics = author.topics.length > 0 ? `, on ${author.topics.slice(0, 2).join(' and ')},` : '';
  return [
    `Dear ${author.name},`,
    '',
    `I lead “${project.title}”, a systematic review. Your work${topics} came up again and again among the records that we found, most recently “${author.newestTitle.replace(/[.\s]+$/, '')}”.`,
    ...(project.summary ? ['', project.summary] : []),
    '',
    'Would you look at our question for half an hour, or know somebody who would like to mentor the team? A no is a fine answer, too.',
    '',
    'Kind regards,',
    project.leadName,
  ].join('\n');
}
