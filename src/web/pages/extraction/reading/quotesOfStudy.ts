import type { QuoteKept } from '../../../parts/pdf/PdfReader.tsx';
import type { Study } from '../extraction.ts';
import type { Sheet, Source } from '../sheet/sheet.ts';
import { armNamePlace, armPlace, comparedPlace, fieldPlace, randomisedPlace, studyPlace } from './reading.ts';

/** The quotes of a report that a study's values rest on, each under its place. */
export function quotesOfStudy(
  study: Study,
  sheet: Pick<Sheet, 'values' | 'comparison'>,
  recordId: string,
): QuoteKept[] {
  const sources: readonly (readonly [string, Source | null])[] = [
    ...sheet.values.map(value => [fieldPlace(value.characteristicId, value.armId), value.source] as const),
    ...study.arms.flatMap(
      ({ armId, nameSource, randomisedSource }) =>
        [
          [armNamePlace(armId), nameSource],
          [randomisedPlace(armId), randomisedSource],
        ] as const,
    ),
    ...study.armResults.map(result => [armPlace(result.outcomeId, result.armId), result.source] as const),
    ...[...study.studyResults, ...study.studyCounts].map(one => [studyPlace(one.outcomeId), one.source] as const),
    ...comparedSources(sheet.comparison),
  ];
  return sources.flatMap(([id, source]) =>
    source?.recordId === recordId && source.page !== null
      ? [{ id, page: source.page, quote: source.quote, rects: source.rects }]
      : [],
  );
}

/** Where both extractors read what they wrote. What was settled stands under its own place too, and is framed once more. */
function comparedSources(comparison: Sheet['comparison']): [string, Source | null][] {
  if (!comparison) return [];
  const { people, places } = comparison;
  return places.flatMap(({ key, found }) =>
    people.map(({ personId }, column): [string, Source | null] => [
      comparedPlace(key, personId),
      found[column]?.source ?? null,
    ]),
  );
}
