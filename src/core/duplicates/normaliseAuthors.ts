import { normaliseText, wordsOf } from '#core/duplicates/normaliseText';

/** An author's name in comparable form. */
export interface AuthorName {
  /** Family name, letters only. */
  readonly last: string;
  /** First letters of the given names. */
  readonly initials: string;
  /** All words of the name with two letters or more: sources swap family and given names. */
  readonly words: readonly string[];
}

/** "Adeli K.Lewis G. F.", "KlompmakersA.A.FeenstraM.": no sign between two names but the full stop of an initial. */
const RUN_TOGETHER = /(?<=\p{Lu}\.)(?=\p{L}{2})/u;
/** "Rada IsabelDeldicque Louise": no sign at all; a small letter before a capital parts the names, but in Mc and the like. */
const RUN_INTO = /(?<=\p{Ll}{2})(?<!\b(?:Mac|Van|Von|Del|Des|Fitz))(?=\p{Lu}\p{Ll})/u;
/** "KlompmakersA.A.": the initials stand against the family name. */
const GLUED = /^(.*\p{Ll})((?:\p{Lu}\.[\s-]?)+)$/u;
/** "Lindenblatt H, Kramer E": a comma between "Last F" and "Last F". */
const LAST_AND_INITIALS = /^[\p{L}'’. -]+\s\p{Lu}[\p{Lu}. -]{0,6}$/u;
/** Affiliation marks, addresses and dates of birth beside a name. */
const NOTE = /\([^)]*\)|\[[^\]]*\]|\d+/g;
const NOTED = /[([\d]/;
const LONGEST_NOBODY = 24;
const NOBODY =
  /^(?:et al\.?|and others|anonymous|anon\.?|null|none|unknown|na|n\/a|\[?no authors? listed\]?|no author|others)$/i;
/** "Francis, Louise": one word before a comma, and no sign of a second name. */
const ONE_NAME = /^[\p{L}'’-]+,(?!.*(?:;|\sand\s))/u;
const PARTICLES = new Set([
  'van',
  'der',
  'den',
  'de',
  'la',
  'le',
  'du',
  'da',
  'dos',
  'del',
  'di',
  'von',
  'ter',
  'ten',
  'el',
  'al',
  'st',
  'bin',
  'ibn',
  'do',
  'das',
  'della',
  'af',
  'zu',
  'zur',
  'y',
]);
const TITLES = /\b(?:dr|prof|phd|md|jr|sr|null|mph|msc|ii|iii)\b\.?/gi;

function splitLine(line: string): string[] {
  if (ONE_NAME.test(line)) return [line];
  if (line.includes(';')) return line.split(';');
  const linked = line.split(/\s+and\s+/);
  // "Hori, M and Kamada, T": BibTeX's way.
  if (linked.length > 1 && linked.every(part => part.split(',').length === 2)) return linked;
  const together = line.split(RUN_TOGETHER);
  if (together.length > 1 && /\p{Ll}{2}/u.test(together[0] ?? '')) return together;
  if (!/[.,]/.test(line) && line.split(/\s+/).length > 2 && RUN_INTO.test(line)) return line.split(RUN_INTO);
  const parts = line.split(/,\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+/);
  if (parts.length > 1 && parts.every(part => LAST_AND_INITIALS.test(part.trim()) || /^et al/i.test(part.trim())))
    return parts;
  if (parts.length > 2 && parts.every(part => /\s/.test(part.trim()))) return parts;
  if (/\s(?:and|&)\s/.test(line) && !line.includes(',')) return line.split(/\s+(?:and|&)\s+/);
  return [line];
}

/** Letters of given names: "J.N." → "jn", "Kai-Uwe" → "ku", "JN" → "jn", "Anna" → "a". */
function initialsOf(given: string): string {
  let initials = '';
  for (const part of given.replace(TITLES, ' ').split(/[\s.-]+/)) {
    if (part === '') continue;
    initials += part.length <= 4 && part === part.toUpperCase() && /^\p{L}+$/u.test(part) ? part : part.charAt(0);
  }
  return normaliseText(initials).replace(/[^\p{L}]/gu, '');
}

function readName(raw: string): AuthorName | null {
  const name = (NOTED.test(raw) ? raw.replace(NOTE, ' ') : raw).trim();
  if (name === '' || (name.length <= LONGEST_NOBODY && NOBODY.test(name))) return null;
  const comma = name.indexOf(',');
  const glued = comma < 0 ? GLUED.exec(name) : null;
  let family = comma < 0 ? '' : name.slice(0, comma).trim();
  let given = comma < 0 ? '' : name.slice(comma + 1).trim();
  if (glued && !/\s\p{Lu}\.$/u.test(name)) {
    family = glued[1] ?? '';
    given = glued[2] ?? '';
  } else if (comma < 0 || given === 'null') {
    const words = (family || name).replace(TITLES, ' ').trim().split(/\s+/);
    // Initials at the end ("Keller T.", "van der Tuin S. J.") mark "Last F"; else the last word is the family name.
    let cut = words.length;
    while (
      cut > 1 &&
      /^(?:\p{Lu}[.-]?){1,4}$/u.test(words[cut - 1] ?? '') &&
      (words[cut - 1] ?? '').replace(/[.-]/g, '').length <= 3
    )
      cut--;
    if (cut < words.length) {
      family = words.slice(0, cut).join(' ');
      given = words.slice(cut).join(' ');
    } else {
      let start = words.length - 1;
      while (start > 1 && PARTICLES.has((words[start - 1] ?? '').toLowerCase())) start--;
      family = words.slice(Math.max(0, start)).join(' ');
      given = words.slice(0, Math.max(0, start)).join(' ');
    }
  }
  const familyWords = wordsOf(normaliseText(family));
  const words = [...familyWords, ...wordsOf(normaliseText(given))].filter(word => word.length > 1);
  const kept = familyWords.filter((word, at) => at === familyWords.length - 1 || !PARTICLES.has(word));
  const last = kept.join('');
  if (last === '') return null;
  return {
    last,
    initials: initialsOf(given),
    words: familyWords.length > 1 ? [...words, familyWords.join('')] : words,
  };
}

/** The authors of a record, whichever of the usual layouts the source uses. */
export function normaliseAuthors(authors: readonly string[]): AuthorName[] {
  const names: AuthorName[] = [];
  for (const entry of authors) {
    for (const part of splitLine(entry)) {
      const name = readName(part);
      if (name) names.push(name);
    }
  }
  return names;
}
