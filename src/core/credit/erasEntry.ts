import { citedName } from '#core/credit/citedName';
import type { Contribution } from '#core/credit/contributionLedger';

/** What of a work isn't in the review's data, as the person typed it. */
export interface ErasDetails {
  readonly type: string;
  /** Name of journal, book or meeting. */
  readonly venue: string;
  readonly status: string;
  readonly date: string;
}

export interface ErasWork {
  readonly type: string;
  /** In the order of the paper; `isOwn` marks the name that the form wants in bold. */
  readonly authors: readonly { readonly cited: string; readonly isOwn: boolean }[];
  readonly title: string;
  /** Venue, status and date, as far as they are known. */
  readonly rest: string;
  /** All of it as one line of plain text. */
  readonly text: string;
}

/** The entry for scholarly work. Takes authors in the order of the paper. */
export function erasWork(
  title: string,
  authors: readonly { readonly personId: string; readonly name: string }[],
  ownId: string,
  { type, venue, status, date }: ErasDetails,
): ErasWork {
  const cited = authors.map(({ personId, name }) => ({ cited: citedName(name), isOwn: personId === ownId }));
  const rest = [venue, status, date].map(word => word.trim()).filter(word => word !== '');
  const sentences = [cited.map(author => author.cited).join(', '), title, rest.join('; ')];
  return {
    type,
    authors: cited,
    title,
    rest: rest.join('; '),
    text: sentences
      .filter(sentence => sentence !== '')
      .map(sentence => (/[.?!]$/.test(sentence) ? sentence : `${sentence}.`))
      .join(' '),
  };
}

/** The entry for an experience in research: what the log tells of one person's time in a review. */
export interface ErasExperience {
  readonly firstAt: string;
  readonly lastAt: string;
  /** A lower bound; null when the log shows no time. */
  readonly hours: number | null;
  /** What was done, as one description. */
  readonly description: string;
}

/** Takes what one person did; gives null when that is nothing. */
export function erasExperience(
  contributions: readonly Pick<Contribution, 'sentence' | 'minutes' | 'firstAt' | 'lastAt'>[],
): ErasExperience | null {
  if (contributions.length === 0) return null;
  const minutes = contributions.reduce((sum, one) => sum + one.minutes, 0);
  const said = contributions.map(({ sentence }) => sentence).join('; ');
  return {
    firstAt: contributions.map(({ firstAt }) => firstAt).toSorted()[0] ?? '',
    lastAt:
      contributions
        .map(({ lastAt }) => lastAt)
        .toSorted()
        .at(-1) ?? '',
    hours: minutes > 0 ? Math.round(minutes / 6) / 10 : null,
    description: `${said.charAt(0).toUpperCase()}${said.slice(1)}.`,
  };
}
