import type { FieldTag } from '#core/protocol/fieldTags';
import type { Term } from '#core/protocol/queryTree';
import { subheadingCode } from '#core/protocol/subheadings';
import { headingParts, type TranslatedTerm, yearsOf } from '#core/protocol/translation/translatedTerm';

/** PubMed's [tiab] also reads authors' keywords, which Ovid keeps in kf. */
const SUFFIXES: Partial<Readonly<Record<FieldTag, string>>> = {
  tiab: '.ti,ab,kf.',
  ti: '.ti.',
  ab: '.ab.',
  tw: '.mp.',
  all: '.af.',
  ot: '.kf.',
  pt: '.pt.',
  nm: '.nm.',
  rn: '.rn.',
  au: '.au.',
  '1au': '.au.',
  lastau: '.au.',
  fau: '.fa.',
  ad: '.in.',
  ta: '.jn.',
  la: '.lg.',
  pmid: '.ui.',
  si: '.si.',
};

/** One PubMed term in the syntax of Ovid MEDLINE. */
export function toOvid(term: Term): TranslatedTerm {
  const field = term.tag?.field ?? null;
  if (term.historyLine !== null)
    return { text: String(term.historyLine), warnings: ['Line numbers refer to another history.'] };
  if (field === 'mh' || field === 'majr') return { text: headingTerm(term), warnings: [] };
  if (field === 'sh') {
    const code = subheadingCode(term.text);
    return {
      text: `${(code ?? term.text).toLowerCase()}.fs.`,
      warnings: code ? [] : [`The subheading “${term.text}” is not known.`],
    };
  }
  if (field === 'dp' || field === 'edat' || field === 'crdt' || field === 'epdat' || field === 'ppdat')
    return dateTerm(term);
  const words = termWords(term);
  if (term.tag !== null && term.tag.distance !== null) {
    const distance = term.tag.distance + 1;
    const near = term.words.map(word => word.text).join(` adj${distance} `);
    return {
      text: `(${near})${SUFFIXES[field ?? 'tiab'] ?? '.mp.'}`,
      warnings:
        term.words.length > 2
          ? ['With three words or more Ovid counts the distance between neighbours, PubMed over the whole.']
          : [],
    };
  }
  const suffix = field === null ? '.mp.' : SUFFIXES[field];
  const warnings = [
    ...(field === null
      ? ['Words without a tag go through PubMed’s own mapping, which Ovid lacks: .mp. was put; add headings.']
      : []),
    ...(field !== null && suffix === undefined
      ? [`Ovid has no counterpart of ${term.tag?.written ?? ''}: .mp. was put.`]
      : []),
    ...(field === '1au' || field === 'lastau' ? ['Ovid does not tell first and last authors apart here.'] : []),
  ];
  return { text: `${words}${suffix ?? '.mp.'}`, warnings };
}

function headingTerm(term: Term): string {
  const { heading, subheading } = headingParts(term.text);
  const code = subheading === null ? '' : (subheadingCode(subheading)?.toLowerCase() ?? subheading);
  const name =
    /^(?:[\p{L}\p{N} ,-]+)$/u.test(heading) && !/\b(?:and|or|not)\b/i.test(heading) ? heading : `"${heading}"`;
  const focus = term.tag?.field === 'majr' ? '*' : '';
  return `${term.tag?.explode === false ? '' : 'exp '}${focus}${name}/${code}`;
}

function termWords(term: Term): string {
  return term.words.length > 1 || term.quoted ? `"${term.text}"` : term.text;
}

function dateTerm(term: Term): TranslatedTerm {
  const { from, to } = yearsOf(term);
  return {
    text: `${from ?? 1800}:${to ?? 2999}.(sa_year).`,
    warnings: ['Dates are cut to years; Ovid’s own limit (limit … to yr="…") says the same and is easier to report.'],
  };
}
