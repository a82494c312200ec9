import type { FieldTag } from '#core/protocol/fieldTags';
import type { Term } from '#core/protocol/queryTree';
import { subheadingCode, subheadingName } from '#core/protocol/subheadings';
import { headingParts, type TranslatedTerm, yearsOf } from '#core/protocol/translation/translatedTerm';

const SUFFIXES: Partial<Readonly<Record<FieldTag, string>>> = {
  tiab: ':ti,ab,kw',
  ti: ':ti',
  ab: ':ab',
  ot: ':kw',
  pt: ':it',
  nm: ':tn,rn',
  rn: ':rn',
  au: ':au',
  '1au': ':au',
  lastau: ':au',
  ad: ':ad',
  ta: ':jt',
  si: ':cn',
};
const EMTREE = 'Emtree is not MeSH: look each heading up before running the search.';

/** One PubMed term in the syntax of Embase.com. */
export function toEmbase(term: Term): TranslatedTerm {
  const field = term.tag?.field ?? null;
  if (term.historyLine !== null)
    return { text: `#${term.historyLine}`, warnings: ['Line numbers refer to another history.'] };
  if (field === 'mh' || field === 'majr') {
    const { heading, subheading } = headingParts(term.text);
    const code = subheading === null ? null : subheadingCode(subheading);
    const link = code === null ? '' : `/dm_${code.toLowerCase()}`;
    const reach = term.tag?.explode === false ? '/de' : '/exp';
    const focus = field === 'majr' ? '/mj' : '';
    return { text: `'${quoted(heading.toLowerCase())}'${reach}${focus}${link}`, warnings: [EMTREE] };
  }
  if (field === 'sh') {
    return {
      text: `'${quoted(subheadingName(term.text))}':lnk`,
      warnings: ['Emtree’s subheadings are not those of MeSH: look each up.'],
    };
  }
  if (field === 'la') return { text: `[${term.text.toLowerCase()}]/lim`, warnings: [] };
  if (field === 'dp' || field === 'edat' || field === 'crdt' || field === 'epdat' || field === 'ppdat') {
    const { from, to } = yearsOf(term);
    return { text: `[${from ?? 1800}-${to ?? 2999}]/py`, warnings: ['Dates are cut to years of publication.'] };
  }
  if (term.tag !== null && term.tag.distance !== null) {
    const near = term.words.map(word => word.text).join(` NEAR/${term.tag.distance + 1} `);
    return {
      text: `(${near})${SUFFIXES[field ?? 'tiab'] ?? ':ti,ab,kw'}`,
      warnings:
        term.words.length > 2
          ? ['With three words or more Embase counts the distance between neighbours, PubMed over the whole.']
          : [],
    };
  }
  const words =
    term.words.length > 1 || term.quoted || /[^\p{L}\p{N}*]/u.test(term.text) ? `'${quoted(term.text)}'` : term.text;
  const suffix = field === null ? undefined : SUFFIXES[field];
  return {
    text: suffix === undefined ? words : `${words}${suffix}`,
    warnings:
      suffix === undefined && field !== 'tw' && field !== 'all'
        ? [`${term.tag?.written ?? 'A term without a tag'}: Embase searches all its fields for it here.`]
        : [],
  };
}

/** An apostrophe inside quotation marks is written with a backslash. */
function quoted(text: string): string {
  return text.replaceAll("'", "\\'");
}
