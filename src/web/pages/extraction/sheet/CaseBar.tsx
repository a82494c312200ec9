import { IconCheck, IconEyeClosed } from '@tabler/icons-react';
import { ActionButton } from '../../../parts/ActionButton.tsx';
import { Note } from '../../../parts/Note.tsx';
import type { Study } from '../extraction.ts';
import styles from './CaseBar.module.css';
import { caseSentence } from './caseWords.ts';
import { FreeSeat } from './FreeSeat.tsx';
import { useSheetDeeds } from './useSheetDeeds.ts';

/** Where the extraction of a study stands, and the deed that is next: done, checked, or open again. */
export function CaseBar({ reviewId, study, onCompare }: { reviewId: string; study: Study; onCompare: () => void }) {
  const { finish, check } = useSheetDeeds(reviewId, study.studyId);
  const { state, mode, mine, may } = study;
  const problem = finish.error ?? check.error;
  const sentence = caseSentence(study);
  const isBlind = mode === 'double' && state === 'open';
  return (
    <div className={styles.bar}>
      {problem && <Note kind="error" claim={problem.message} />}
      <div className={styles.line}>
        {sentence !== '' && (
          <p className={styles.words}>
            {isBlind && <IconEyeClosed size={18} stroke={1.75} aria-hidden="true" />}
            {sentence}
          </p>
        )}
        <div className={styles.deeds}>
          {state === 'to-check' && (
            <ActionButton
              kind={may.check === null ? 'primary' : 'secondary'}
              icon={<IconCheck stroke={1.75} />}
              because={may.check}
              becauseAt="tip"
              isWorking={check.isPending}
              onClick={() => check.mutate(true)}
            >
              I checked it
            </ActionButton>
          )}
          {(state === 'to-settle' || state === 'settled') && (
            <ActionButton kind={state === 'to-settle' ? 'primary' : 'secondary'} onClick={onCompare}>
              {state === 'to-settle' && may.settle === null ? 'Settle the differences' : 'Compare both versions'}
            </ActionButton>
          )}
          {mine === 'finished' && state !== 'settled' && state !== 'to-settle' && may.reopen === null && (
            <ActionButton isWorking={finish.isPending} onClick={() => finish.mutate(false)}>
              Open it again
            </ActionButton>
          )}
          <FreeSeat reviewId={reviewId} study={study} />
          {mine !== 'finished' && state === 'open' && may.fill === null && (
            <ActionButton
              kind="primary"
              icon={<IconCheck stroke={1.75} />}
              because={may.finish}
              becauseAt="tip"
              isWorking={finish.isPending}
              onClick={() => finish.mutate(true)}
            >
              Done with this study
            </ActionButton>
          )}
        </div>
      </div>
    </div>
  );
}
