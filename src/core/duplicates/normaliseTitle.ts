import { compactOf, normaliseText, wordsOf } from '#core/duplicates/normaliseText';

/** What a record says it is. A notice, a reply or a protocol is never the report that it is about. */
export const TITLE_KINDS = ['report', 'erratum', 'retraction-notice', 'reply', 'protocol'] as const;
export type TitleKind = (typeof TITLE_KINDS)[number];

/** A title in comparable form. */
export interface TitleForm {
  readonly words: readonly string[];
  readonly compact: string;
  /** Compact, without the words that announce a notice, a reply or a protocol: what such a record is about. */
  readonly subject: string;
  /** Compact forms of the same title in another language, where the source gives both. */
  readonly others: readonly string[];
  /** The source says, by brackets, that it has translated the title. */
  readonly isTranslated: boolean;
  readonly kind: TitleKind;
}

const LANGUAGES =
  'chinese|german|french|spanish|italian|japanese|russian|polish|portuguese|dutch|turkish|czech|hungarian|korean|danish|swedish|norwegian|finnish|hebrew|persian|croatian|serbian|slovak|ukrainian|romanian|greek|english|arabic|bulgarian|catalan|lithuanian|slovenian|undetermined language';
/** What databases append to a title: language, kind, number of references, a notice elsewhere. */
const APPENDED = new RegExp(
  `[[({<]\\s*(?:(?:in )?(?:${LANGUAGES})|review|\\d+ refs?\\.?|refs?|structured abstract|provisional abstract|abstract|letter|editorial|comment|meta-analysis|corrected|(?:published )?(?:erratum|correction|corrigendum|retraction|comment|summary)[^\\]]*?(?:appears?|published|in:?) [^\\]]*|retracted(?: by| in|\\s*[\\])}])[^\\])}]*|see comments?|correction of|reprint\\w*[^\\])}]*|\\d{1,2}|conference abstract|miscellaneous article|proceeding)\\s*[\\])}>]`,
  'g',
);
const RETRACTED =
  /^\W*(?:\(?retracted(?: article)?\b(?:[^:.]{0,120}\b(?:19|20)\d\d\)?)?|withdrawn|removed|temporary removal)\)?\s*[:.\]]\s*(?=\S{3})|\s*[[(]\s*(?:retracted|withdrawn)[^\])]*[\])]\s*$/g;
/** "[Hallucinogenic mushrooms].": PubMed's way to give a title that it has translated; Embase's is "Title. [German]". */
const TRANSLATED = new RegExp(`^\\[[^\\]]{12,}|[[(](?:in )?(?:${LANGUAGES})[\\])]`);
const STARRED = /[*†‡§#]+\s*$/;

const ERRATUM =
  /^\W*(?:errat(?:um|a)|corrigend(?:um|a)|addendum|(?:author'?s?|publisher'?s?)? ?corrections?)\b\s*(?:[:.[-]|to\b|for\b|$)|:\s*(?:errat(?:um|a)|corrigend(?:um|a)|correction)\W*$|^correction (?:to|of):/;
const RETRACTION =
  /^\W*(?:retraction\b(?!\s+(?:of|time|force))|retraction of:|(?:notice|statement) of retraction|editorial expression of concern|expression of concern|withdrawal notice)/;
const REPLY =
  /^\W*(?:(?:the )?authors?'?s?'? (?:reply|response)|(?:in )?(?:reply|response) (?:to|from)\b|repl(?:y|ies)\b|re:|comments? on\b|commentary on\b|letters? to the editor|letter by\b|letters?:)|[:.([-]\s*(?:(?:the )?authors?'?s?'? ?(?:reply|response|replies)|(?:a )?(?:reply|replies)(?: to\b.*)?|in reply|(?:a )?response to\b.*|(?:a )?comment(?:ary)? on\b.*|response)\s*[\].)]*$/;
const PROTOCOL =
  /\b(?:study|trial|review|research|experiment(?:al)?) protocol\b|\bprotocol (?:for|of) (?:an?|the)\b|[:(]\s*(?:a )?protocol\b|\bprotocol\s*$|\b(?:rationale|design|methods)(?:,| and| &)+ (?:\w+ )?(?:design|rationale|methods|protocol)\b|\bstudy design\b/;

const ANNOUNCED =
  /^\W*(?:errat(?:um|a)|corrigend(?:um|a)|addendum|(?:(?:author|publisher)'?s?'? )?corrections?|retraction(?: (?:note|notice))?|(?:(?:the )?authors?'?s?'? )?(?:reply|response)|(?:in )?(?:reply|response)|re|comments?|commentary|(?:study|trial|review) protocol)\b\s*(?:to|of|on|for)?\s*[:.-]?|[:.,(]\s*(?:(?:a |the )?(?:study |trial |research |review )?protocol\b.*|(?:the )?authors?'?s?'? (?:reply|response)|reply|response|rationale\b.*)$|\b(?:a )?(?:study |trial |research |review )?protocol (?:for|of) (?:an?|the) /g;

const ROMAN = /^(?=[ivx]{2})(x{0,3})(ix|iv|v?i{0,3})$/;
const ROMAN_UNITS = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];
const ROMAN_AFTER_NOUN: Readonly<Record<string, string>> = { i: '1', v: '5', x: '10' };
const NUMBERED = new Set([
  'part',
  'phase',
  'type',
  'class',
  'stage',
  'grade',
  'study',
  'section',
  'paper',
  'volume',
  'factor',
  'collagen',
]);

function kindOf(plain: string): TitleKind {
  if (ERRATUM.test(plain)) return 'erratum';
  if (RETRACTION.test(plain)) return 'retraction-notice';
  if (REPLY.test(plain)) return 'reply';
  if (PROTOCOL.test(plain)) return 'protocol';
  return 'report';
}

function withArabicNumerals(words: readonly string[]): string[] {
  return words.map((word, at) => {
    const roman = ROMAN.exec(word);
    if (roman) return String(10 * (roman[1] ?? '').length + ROMAN_UNITS.indexOf(roman[2] ?? ''));
    return (NUMBERED.has(words[at - 1] ?? '') ? ROMAN_AFTER_NOUN[word] : undefined) ?? word;
  });
}

/** A title without what databases add to it, in words and in one compact spelling, and the kind of record that it announces. */
export function normaliseTitle(raw: string | null): TitleForm {
  const folded = normaliseText(raw ?? '')
    .replace(/horizontal ellipsis|\s+/g, ' ')
    .trim();
  const plain = folded.replace(APPENDED, ' ').replace(RETRACTED, ' ').replace(STARRED, '').trim() || folded;
  const kind = kindOf(plain);
  // "Title [Titel]", and "Titel = Title": the same report's title in two languages.
  const inner = /^(.{15,}?)\s*\[([^\]]{20,})\]\W*$/.exec(plain) ?? /^(.{20,}?) = (.{20,})$/.exec(plain);
  const main = inner?.[1] ?? plain;
  const words = withArabicNumerals(wordsOf(main));
  const compact = words.join('');
  const others = inner ? [compactOf(inner[2] ?? ''), compactOf(plain)] : [];
  const subject = kind === 'report' ? compact : withArabicNumerals(wordsOf(main.replace(ANNOUNCED, ' '))).join('');
  return { words, compact, subject, others, isTranslated: TRANSLATED.test(folded), kind };
}
