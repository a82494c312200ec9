import { lazy } from 'react';
import { usePlace } from '../../layouts/place.ts';
import { HeldQuote } from '../../parts/reading/HeldQuote.tsx';
import { ReadingPage } from '../../parts/reading/ReadingPage.tsx';
import { useReading } from '../../parts/reading/useReading.ts';
import type { Extraction, Study } from './extraction.ts';
import { StudyForm } from './StudyForm.tsx';

const ReportBeside = lazy(() =>
  import('./reading/ReportBeside.tsx').then(module => ({ default: module.ReportBeside })),
);

export interface StudyPageProps {
  readonly reviewId: string;
  readonly extraction: Extraction;
  readonly study: Study;
}

/** Says of a set of fields whether something in it could not be saved. */
export type TellTrouble = (place: string, isUnsaved: boolean) => void;

/** One study: its report beside the form, or one instead of the other where there is no room for both. */
export function StudyPage({ reviewId, extraction, study }: StudyPageProps) {
  const desk = useReading(reviewId, study.reports);
  const { held } = desk.reading;
  usePlace(study.label);
  return (
    <ReadingPage desk={desk} word="Form" report={<ReportBeside reviewId={reviewId} study={study} desk={desk} />}>
      <StudyForm reviewId={reviewId} extraction={extraction} study={study} desk={desk} />
      {held && <HeldQuote held={held} noun="field" onLetGo={desk.letGo} />}
    </ReadingPage>
  );
}
