import { FIELDS } from '#core/protocol/fieldTags';
import { daysOf, isRelativeDate, readQueryDate } from '#core/protocol/queryDates';
import type { FoundProblem, Term } from '#core/protocol/queryTree';

/** Dates are written YYYY, YYYY/MM or YYYY/MM/DD, a range from earlier to later. */
export function checkDates(term: Term): readonly FoundProblem[] {
  const isDate = term.tag?.field ? FIELDS[term.tag.field].kind === 'date' : false;
  const span = { start: term.start, end: term.end };
  if (term.tag === null && term.range !== null && readQueryDate(term.range.from)) {
    return [
      {
        code: 'date-untagged',
        severity: 'error',
        ...span,
        message: 'This range of dates has no tag, such as [dp].',
        repair: `${term.written}[dp]`,
      },
    ];
  }
  if (!isDate) return [];
  if (term.range === null) {
    if (isRelativeDate(term.text)) {
      return [
        {
          code: 'date-relative',
          severity: 'warning',
          ...span,
          message: 'A relative date finds something else every day: for a review write the dates themselves.',
        },
      ];
    }
    return readQueryDate(term.text) ? [] : [noDate(term.text, span)];
  }
  const from = readQueryDate(term.range.from);
  const to = readQueryDate(term.range.to);
  if (!from) return [noDate(term.range.from, span)];
  if (!to) return [noDate(term.range.to, span)];
  if (daysOf(from).first > daysOf(to).last) {
    return [{ code: 'date-order', severity: 'error', ...span, message: 'This range ends before it begins.' }];
  }
  return [];
}

function noDate(text: string, span: { start: number; end: number }): FoundProblem {
  return {
    code: 'date-unread',
    severity: 'error',
    ...span,
    message: `“${text}” is not a date that PubMed reads: write YYYY, YYYY/MM or YYYY/MM/DD.`,
  };
}
