import { useMemo } from 'react';
import { ReportPane } from '../../parts/reading/ReportPane.tsx';
import type { ReadingDesk } from '../../parts/reading/useReading.ts';
import { quotesOfAnswers } from './answerQuotes.ts';
import type { Appraisal, AssessmentOf, Draft } from './appraisal.ts';

/** The study's report: what is selected in it goes to the question that is pressed next; what answers rest on is framed. */
export function AppraisedReport({
  appraisal,
  draft,
  beside,
  desk,
  onQuestion,
}: {
  appraisal: Appraisal;
  draft: Draft;
  beside: readonly AssessmentOf[];
  desk: ReadingDesk;
  onQuestion: (question: string) => void;
}) {
  const { recordId } = desk;
  const quotes = useMemo(
    () => (recordId === null ? [] : quotesOfAnswers(draft, beside, recordId)),
    [draft, beside, recordId],
  );
  return (
    <ReportPane
      reviewId={appraisal.reviewId}
      reports={appraisal.reports}
      desk={desk}
      quoteWord="Keep for a question"
      quotes={quotes}
      onPressed={place => onQuestion(place.split(' ')[1] ?? '')}
    />
  );
}
