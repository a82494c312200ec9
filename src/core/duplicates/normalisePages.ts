/** Where a report stands on paper: page numbers, or an article number. */
export interface Pages {
  /** What stands before the number: "s" of a supplement, "e" of an electronic page; lower case. */
  readonly prefix: string;
  /** Empty where the source has kept the last page only ("Suppl-61" for S251-S261). */
  readonly first: string;
  /** The last page, written out in full ("404-11" → 411); empty if the source gives none. */
  readonly last: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const HYPHENS = /\s*[-\u2010-\u2015\u2212~\u301C]+\s*/g;

/** "345" and "52" → "352": the last page borrows the leading digits that the source left out. */
function expandLast(first: string, last: string): string {
  if (!/^\d+$/.test(first) || !/^\d+$/.test(last) || last.length >= first.length) return last;
  return first.slice(0, first.length - last.length) + last;
}

/** Excel reads "9-11" as a date and writes "11-Sep" or "Sep-11". */
function fromExcelMonth(text: string): string | null {
  const day = /^(\d{1,2})-([a-z]{3})$/.exec(text) ?? /^([a-z]{3})-(\d{1,2})$/.exec(text);
  if (!day) return null;
  const [, left = '', right = ''] = day;
  const month = MONTHS.indexOf(/\d/.test(left) ? right : left) + 1;
  if (month === 0) return null;
  const number = Number(/\d/.test(left) ? left : right);
  return month <= number ? `${month}-${number}` : `${number}-${month}`;
}

/** Pages in one form, or null if the field says nothing about a place ("215 p", "no pagination", a journal's name). */
export function normalisePages(raw: string | null): Pages | null {
  if (!raw) return null;
  let text = raw
    .toLowerCase()
    .replace(
      /\(?(?:no|without) pagination\)?|ahead.of.print|epub|article(?: no\.?| number)?|art\.? ?no\.?|\b(?:pp?|pages?|pg)[.:]?\s*(?=[a-z]?\d)/g,
      ' ',
    );
  text = (text.split(/[;,(]|\bdiscussion\b|\bquiz\b|\bauthor reply\b|\band\b/)[0] ?? '').replace(HYPHENS, '-').trim();
  if (text === '' || /^\d+ ?(?:p|pp|pages)\.?$/.test(text)) return null;
  text = fromExcelMonth(text) ?? text;
  const onlyLast = /^(s|t|suppl?)-(\d+)$/.exec(text);
  if (onlyLast) return { prefix: 's', first: '', last: onlyLast[2] ?? '' };
  const parts = /^([a-z]*)[ .:]*?0*(\d[\d.]*?)([a-z]?)\.?(?:-([a-z]*)[ .]*0*(\d+)[a-z]?)?\.?$/.exec(
    text.replace(/^suppl(?:ement)?\.?\s*\d*:?\s*(?=[a-z]?\d)/, 's'),
  );
  if (!parts) {
    const number = /^([a-z]{0,3})0*(\d+)/.exec(text);
    return number ? { prefix: number[1] ?? '', first: number[2] ?? '', last: '' } : null;
  }
  const [, prefix = '', first = '', suffix = '', , last = ''] = parts;
  if (first === '') return null;
  const pageAfter = expandLast(first, last);
  return { prefix: prefix || suffix, first, last: Number(pageAfter) >= Number(first) ? pageAfter : '' };
}
