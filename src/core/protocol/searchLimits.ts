import { daysOf, readQueryDate, writeQueryDate } from '#core/protocol/queryDates';
import type { QueryWarning } from '#core/protocol/queryWarning';
import type { Question } from '#core/protocol/question';
import { plainWords } from '#core/protocol/searchWords';

/** Limits of date and language, each with the warning of what it loses; what can't be read is a warning alone. */
export function searchLimits(question: Question): {
  readonly lines: readonly string[];
  readonly warnings: readonly QueryWarning[];
} {
  const lines: string[] = [];
  const warnings: QueryWarning[] = [];
  const from = question.published?.from ?? null;
  const to = question.published?.to ?? null;
  if (from !== null || to !== null) {
    const first = from === null ? null : readQueryDate(String(from));
    const last = to === null ? null : readQueryDate(String(to));
    const isUnread = (from !== null && !first) || (to !== null && !last);
    if (isUnread || (first && last && daysOf(first).first > daysOf(last).last)) {
      warnings.push({
        code: 'dates-not-applied',
        slot: null,
        message: `The dates “${from ?? ''}” to “${to ?? ''}” were left out: write YYYY, YYYY/MM or YYYY/MM/DD, the earlier first.`,
      });
    } else {
      const range = `${first ? writeQueryDate(first) : '1000'}:${last ? writeQueryDate(last) : '3000'}`;
      lines.push(`${range}[dp]`);
      warnings.push({
        code: 'limit-dates',
        slot: null,
        message: `The limit to publication dates ${range} loses all that appeared outside; give its reason in the report (PRISMA-S item 9).`,
      });
    }
  }
  const languages = (question.languages ?? []).map(plainWords).filter(language => language !== '');
  if (languages.length > 0) {
    const terms = languages.map(language => `${language.toLowerCase()}[la]`);
    lines.push(terms.length === 1 ? terms.join('') : `(${terms.join(' OR ')})`);
    warnings.push({
      code: 'limit-languages',
      slot: null,
      message: `The limit to ${languages.join(', ')} loses studies in other languages, and records whose language is not indexed; give its reason in the report (PRISMA-S item 9).`,
    });
  }
  return { lines, warnings };
}
