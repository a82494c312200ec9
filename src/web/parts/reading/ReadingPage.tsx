import { SegmentedControl } from '@mantine/core';
import { type ReactNode, Suspense } from 'react';
import { Loading } from '../Loading.tsx';
import styles from './ReadingPage.module.css';
import { ReadingContext } from './reading.ts';
import type { ReadingDesk } from './useReading.ts';

export interface ReadingPageProps {
  readonly desk: ReadingDesk;
  /** What stands beside the report, on the switch where there is room for one only: "Form". */
  readonly word: string;
  /** A pane that is loaded when it is first opened. */
  readonly report: ReactNode;
  readonly children: ReactNode;
}

/** A report beside what is filled in from it, or one instead of the other where there is no room for both. */
export function ReadingPage({ desk, word, report, children }: ReadingPageProps) {
  const { isOpen, isWide, reading } = desk;
  return (
    <ReadingContext value={reading}>
      <div className={styles.desk} data-reading={isOpen || undefined} data-beside={(isOpen && isWide) || undefined}>
        {!isWide && desk.recordId !== null && (
          <div className={styles.switch}>
            <SegmentedControl
              fullWidth
              aria-label="What to look at"
              data={[
                { value: 'off', label: word },
                { value: 'on', label: 'Report' },
              ]}
              value={isOpen ? 'on' : 'off'}
              onChange={next => (next === 'on' ? desk.open() : desk.close())}
            />
          </div>
        )}
        {isOpen && (
          <div className={styles.report}>
            <Suspense fallback={<Loading shape="lines" />}>{report}</Suspense>
          </div>
        )}
        {/* It stays while the report is looked at instead: what is typed in it must not be lost. */}
        <div className={styles.form} hidden={isOpen && !isWide}>
          {children}
        </div>
      </div>
    </ReadingContext>
  );
}
