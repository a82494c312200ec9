export interface AbstractPart {
  readonly label: string | null;
  readonly text: string;
}

/** Headings of structured abstracts, as journals print them. */
const HEADINGS = [
  'introduction|background|context|rationale|importance|objectives?|aims?|purpose|background and (?:objectives?|aims?|purpose)|question|hypothesis',
  'methods?|materials and methods|patients and methods|methodology|methods and results|design|study design|trial design|design and methods|setting|settings and participants',
  'participants?|patients|subjects|population|interventions?|exposures?|comparators?|comparison|randomi[sz]ation|blinding|data sources|study selection|data extraction|search methods|selection criteria',
  '(?:main |primary )?outcomes?(?: measures?| and measures| measurements?)?|measurements?(?: and main results)?',
  '(?:main )?results|findings|main findings|discussion|limitations|conclusions?|interpretation|conclusions and relevance|implications|significance',
  '(?:trial |clinical trial )?registration(?: number)?|funding',
].join('|');

const HEADING = new RegExp(`(^|[.?!)\\]]\\s+)(${HEADINGS})\\s*:\\s+(?=\\S)`, 'gi');

/**
 * Many exports run the parts of a structured abstract together ("BACKGROUND: … METHODS: …"). They are read apart where the
 * text begins with such a heading and holds another; a colon in a plain sentence cuts nothing.
 */
export function sectionsOf(parts: readonly AbstractPart[]): readonly AbstractPart[] {
  const [only] = parts;
  if (!only || parts.length > 1 || only.label) return parts;
  const found = [...only.text.matchAll(HEADING)].filter(match => startsLikeHeading(match[2] ?? ''));
  if (found.length < 2 || found[0]?.index !== 0) return parts;
  return found.map((match, place) => ({
    label: match[2] ?? null,
    text: only.text.slice(match.index + match[0].length, endBefore(only.text, found[place + 1])).trim(),
  }));
}

/** The full stop before the next heading belongs to this part. */
function endBefore(text: string, next: RegExpExecArray | undefined): number {
  return next ? next.index + (next[1]?.length ?? 0) : text.length;
}

const startsLikeHeading = (words: string): boolean => /^\p{Lu}/u.test(words);
