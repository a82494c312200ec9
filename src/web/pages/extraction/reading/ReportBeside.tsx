import { useMemo } from 'react';
import { ReportPane } from '../../../parts/reading/ReportPane.tsx';
import type { ReadingDesk } from '../../../parts/reading/useReading.ts';
import type { Study } from '../extraction.ts';
import { useSheet } from '../sheet/sheet.ts';
import { quotesOfStudy } from './quotesOfStudy.ts';

const NO_SHEET = { values: [], comparison: null };

/** The study's report: what is selected in it goes to the field that is pressed next, and what values rest on is framed. */
export function ReportBeside({ reviewId, study, desk }: { reviewId: string; study: Study; desk: ReadingDesk }) {
  const { recordId } = desk;
  const sheet = useSheet(reviewId, study.studyId).data;
  const quotes = useMemo(
    () => (recordId === null ? [] : quotesOfStudy(study, sheet ?? NO_SHEET, recordId)),
    [study, sheet, recordId],
  );
  return (
    <ReportPane
      reviewId={reviewId}
      reports={study.reports}
      desk={desk}
      quoteWord="Keep for a field"
      quotes={quotes}
      onPressed={place => goToField(place, desk)}
    />
  );
}

function goToField(place: string, { isWide }: ReadingDesk) {
  const slot = isWide ? document.getElementById(`source ${place}`.replaceAll(' ', '_')) : null;
  slot?.scrollIntoView({ block: 'center' });
  slot?.querySelector('button')?.focus({ preventScroll: true });
}
