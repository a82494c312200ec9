import type { QuoteKept } from '../../parts/pdf/PdfReader.tsx';
import { joinedSource, type Source } from '../../parts/reading/reading.ts';
import type { AnswerGiven, AssessmentOf, Draft } from './appraisal.ts';

/** The place of an answer in the report that is read beside it: one's own, or another assessor's. */
export const answerPlace = (question: string, personId = '') => `answer ${question} ${personId}`.trim();

/** What an answer's page says is free ("3, Methods"): a quote stands on the page of its first number. */
export function sourceOfAnswer({ quote, page, recordId, rects }: AnswerGiven): Source | null {
  const number = Number(/\d+/.exec(page)?.[0] ?? 0);
  if (quote === '' && number === 0) return null;
  return { recordId, page: number > 0 ? number : null, quote, rects: [...rects] };
}

/** The answer with the passage that it rests on. What was quoted on the same page stays before it. */
export function answerFrom(given: AnswerGiven, found: Source): AnswerGiven {
  const before = sourceOfAnswer(given);
  const { recordId, page, quote, rects } = joinedSource(before, found);
  return { ...given, recordId, quote, page: before?.page === page ? given.page : String(page ?? ''), rects };
}

/**
 * The quotes of a report that answers rest on, each under its place. Where nobody said in which report a quote stands it is
 * looked for in every one.
 */
export function quotesOfAnswers(draft: Draft, beside: readonly AssessmentOf[], recordId: string): QuoteKept[] {
  const all: readonly (readonly [Draft, string])[] = [[draft, ''], ...beside.map(one => [one, one.personId] as const)];
  const taken = new Set<string>();
  return all.flatMap(([{ answers }, personId]) =>
    Object.entries(answers).flatMap(([question, given]) => {
      const source = given && sourceOfAnswer(given);
      if (!source || source.quote === '' || source.page === null) return [];
      if (source.recordId !== null && source.recordId !== recordId) return [];
      // What one took over from an assessor is framed once.
      const same = `${question} ${source.page} ${source.quote}`;
      if (taken.has(same)) return [];
      taken.add(same);
      return [{ id: answerPlace(question, personId), page: source.page, quote: source.quote, rects: source.rects }];
    }),
  );
}
