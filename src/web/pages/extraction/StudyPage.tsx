import { SegmentedControl } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { usePlace } from '../../layouts/place.ts';
import { Loading } from '../../parts/Loading.tsx';
import type { Extraction, Study } from './extraction.ts';
import { HeldQuote } from './reading/HeldQuote.tsx';
import { ReadingContext } from './reading/reading.ts';
import { useReading } from './reading/useReading.ts';
import { StudyForm } from './StudyForm.tsx';
import styles from './StudyPage.module.css';

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
  const desk = useReading(reviewId, study);
  const { isOpen, isWide, reading } = desk;
  usePlace(study.label);
  return (
    <ReadingContext value={reading}>
      <div className={styles.desk} data-reading={isOpen || undefined} data-beside={(isOpen && isWide) || undefined}>
        {!isWide && desk.recordId !== null && (
          <div className={styles.switch}>
            <SegmentedControl
              fullWidth
              aria-label="What to look at"
              data={[
                { value: 'off', label: 'Form' },
                { value: 'on', label: 'Report' },
              ]}
              value={isOpen ? 'on' : 'off'}
              onChange={next => (next === 'on' ? desk.open() : desk.close())}
            />
          </div>
        )}
        {isOpen && (
          <div className={styles.report}>
            <Suspense fallback={<Loading shape="lines" />}>
              <ReportBeside reviewId={reviewId} study={study} desk={desk} />
            </Suspense>
          </div>
        )}
        {/* It stays while the report is looked at instead: what is typed in it must not be lost. */}
        <div className={styles.form} hidden={isOpen && !isWide}>
          <StudyForm reviewId={reviewId} extraction={extraction} study={study} desk={desk} />
          {reading.held && <HeldQuote held={reading.held} onLetGo={desk.letGo} />}
        </div>
      </div>
    </ReadingContext>
  );
}
