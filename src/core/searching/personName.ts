import type { RecordAuthor } from '#core/searching/record';

const SUFFIX = /^(?:jr|sr|[1-4](?:st|nd|rd|th)|i{2,3}|iv)\.?$/i;
const GROUP =
  /\b(?:group|consortium|investigators?|committee|collaborat(?:ion|ive|ors?)|network|society|association|organi[sz]ation|institute|university|department|ministry|agency|council|foundation|federation|centers?|centres?|team|study|trial|task force|commission|programme?|initiative|alliance|working party|college|academy|registry|hospital|board|office|bureau|corporation|company|ltd|inc|gmbh|who|nice)\b/i;
/** Degrees that ProQuest and others write behind a name. */
const DEGREE =
  /^(?:M\.?D|Ph\.?D|D\.?Phil|MPH|MSc?|M\.?S|MA|BSc?|B\.?A|RN|DNP|DO|MBA|MBBS|FRCP|PharmD|EdD|DDS|DrPH|PsyD)\.?$/i;
const INITIALS = /^(?:\p{Lu}\.?[-‐]?){1,5}$/u;

const NOBODY: RecordAuthor = {
  last: null,
  fore: null,
  initials: null,
  suffix: null,
  collective: null,
  affiliations: [],
  orcid: null,
};

/** A group as an author. */
export function groupNamed(collective: string): RecordAuthor {
  return { ...NOBODY, collective };
}

/** The first letters of given names, without points: `Ying-Hui M.` gives `YHM`, `J.-P.` gives `JP`, `JA` stays `JA`. */
export function initialsOf(fore: string | null): string | null {
  if (!fore) return null;
  const letters = fore.split(/[\s.\-‐]+/).flatMap(part => {
    if (part === '' || /^(?:de|da|do|di|van|von|la|le|el|del|der|den)$/.test(part)) return [];
    return /^\p{Lu}{2,4}$/u.test(part) ? [part] : [/^[\p{L}]/u.exec(part)?.[0] ?? ''];
  });
  return letters.join('').slice(0, 8).toUpperCase() || null;
}

/** A person of whom family name and given names are known. */
export function personNamed(last: string, fore: string | null, suffix: string | null = null): RecordAuthor {
  return { ...NOBODY, last, fore, initials: initialsOf(fore), suffix };
}

/**
 * An author as reference files write one: `Last, First`, `Last, First, Jr.`, `Last FM`, `First Last`, or a group. A comma
 * at the end marks a group, as EndNote has it; a name without comma is a group when it has a word that only groups have.
 */
export function readPersonName(written: string): RecordAuthor | null {
  const text = written
    .replace(/^[\s;,]+|[\s;]+$/g, '')
    .replace(/^(?:and|&)\s+/i, '')
    .replace(/\s*\([^()]*@[^()]*\)$/, '');
  if (text === '' || /^(?:et al\.?|and others|others|anonymous|anon\.?|\[anonymous\]|no authors listed)$/i.test(text))
    return null;
  const named = text.split(/\s*,\s*/);
  const parts = named.filter((part, index) => index < 2 || !DEGREE.test(part));
  const [first = '', second = '', third = ''] = parts;
  if (parts.length === 2 && second === '') return groupNamed(first);
  if (parts.length === 2 && /^null$/i.test(second)) return personNamed(first, null);
  if (parts.length > 3) return groupNamed(text);
  if (parts.length >= 2) {
    if (SUFFIX.test(second) && third) return personNamed(first, third, second);
    if (parts.length === 2 && GROUP.test(second) && second.includes(' ')) return groupNamed(text);
    const suffixed = third === '' ? /^(.*\S)\s+(\S+)$/.exec(second) : null;
    if (suffixed && SUFFIX.test(suffixed[2] ?? '') && !/^I$/i.test(suffixed[2] ?? ''))
      return personNamed(first, suffixed[1] ?? null, suffixed[2] ?? null);
    return personNamed(first, second, third || null);
  }
  const words = text.split(/\s+/);
  const final = words.at(-1) ?? '';
  if (words.length === 1) return personNamed(text, null);
  if (SUFFIX.test(final) && words.length > 2) {
    const person = readPersonName(words.slice(0, -1).join(' '));
    return person?.last ? { ...person, suffix: final } : person;
  }
  if (INITIALS.test(final)) return personNamed(words.slice(0, -1).join(' '), final);
  if (GROUP.test(text) || words.length > 5) return groupNamed(text);
  return personNamed(final, words.slice(0, -1).join(' '));
}

/** A name in one piece, `Last, First, Suffix`; a group ends with a comma so that it is read back as one. */
export function writePersonName(author: RecordAuthor): string {
  if (author.collective !== null) return `${author.collective},`;
  const given = author.fore ?? author.initials;
  return [author.last ?? '', given, author.suffix].filter(part => part !== null && part !== '').join(', ');
}
