import type { QuoteKept } from '../../../parts/pdf/PdfReader.tsx';
import type { Study } from '../extraction.ts';
import type { Sheet, Source } from '../sheet/sheet.ts';
import { armPlace, fieldPlace, studyPlace } from './reading.ts';

/** The quotes of a report that a study's values rest on, each under its place. */
export function quotesOfStudy(study: Study, values: Sheet['values'], recordId: string): QuoteKept[] {
  const sources: readonly (readonly [string, Source | null])[] = [
    ...values.map(value => [fieldPlace(value.characteristicId, value.armId), value.source] as const),
    ...study.armResults.map(result => [armPlace(result.outcomeId, result.armId), result.source] as const),
    ...[...study.studyResults, ...study.studyCounts].map(one => [studyPlace(one.outcomeId), one.source] as const),
  ];
  return sources.flatMap(([id, source]) =>
    source?.recordId === recordId && source.page !== null
      ? [{ id, page: source.page, quote: source.quote, rects: source.rects }]
      : [],
  );
}
