import { FIELDS, type FieldTag } from '#core/protocol/fieldTags';
import type { Term } from '#core/protocol/queryTree';
import { subheadingCode } from '#core/protocol/subheadings';
import { headingParts, type TranslatedTerm } from '#core/protocol/translation/translatedTerm';

const SUFFIXES: Partial<Readonly<Record<FieldTag, string>>> = {
  tiab: ':ti,ab,kw',
  ti: ':ti',
  ab: ':ab',
  tw: ':ti,ab,kw',
  ot: ':kw',
  pt: ':pt',
  au: ':au',
  '1au': ':au',
  lastau: ':au',
  ta: ':so',
};

/** One PubMed term in the syntax of the Cochrane Library. */
export function toCochrane(term: Term): TranslatedTerm {
  const field = term.tag?.field ?? null;
  if (term.historyLine !== null)
    return { text: `#${term.historyLine}`, warnings: ['Line numbers refer to another history.'] };
  if (field === 'mh' || field === 'majr') {
    const { heading, subheading } = headingParts(term.text);
    const code = subheading === null ? null : subheadingCode(subheading);
    const reach = term.tag?.explode === false ? '^' : '';
    return {
      text: `[mh ${reach}"${heading}"${field === 'majr' ? '[mj]' : ''}${code === null ? '' : `/${code}`}]`,
      warnings: subheading !== null && code === null ? [`The subheading “${subheading}” is not known.`] : [],
    };
  }
  if (field === 'sh') {
    const code = subheadingCode(term.text);
    return {
      text: `[mh /${code ?? term.text}]`,
      warnings: code ? [] : [`The subheading “${term.text}” is not known.`],
    };
  }
  if (term.tag !== null && term.tag.distance !== null) {
    const near = term.words.map(word => word.text).join(` NEAR/${term.tag.distance + 1} `);
    return { text: `(${near})${SUFFIXES[field ?? 'tiab'] ?? ':ti,ab,kw'}`, warnings: [] };
  }
  if (field !== null && (field === 'la' || field === 'sb' || FIELDS[field].kind === 'date')) {
    return {
      text: '',
      warnings: [`${term.written} was left out: set such limits in the Cochrane Library’s own form.`],
    };
  }
  const suffix = field === null ? '' : SUFFIXES[field];
  const warnings =
    suffix === undefined
      ? [`The Cochrane Library has no counterpart of ${term.tag?.written ?? ''}: all text is searched.`]
      : [];
  return { text: `${words(term)}${suffix ?? ''}`, warnings };
}

/** A wildcard does not work inside quotation marks there: the words are joined by NEXT instead. */
function words(term: Term): string {
  if (term.words.length > 1 && term.text.includes('*')) return `(${term.words.map(word => word.text).join(' NEXT ')})`;
  return term.words.length > 1 || term.quoted ? `"${term.text}"` : term.text;
}
