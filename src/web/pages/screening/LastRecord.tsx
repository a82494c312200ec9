import { IconArrowRight, IconList } from '@tabler/icons-react';
import type { Stage } from '#core/vocabulary';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { count } from '../../words/count.ts';
import { counted } from '../../words/counted.ts';
import styles from './LastRecord.module.css';
import { STAGE_WORDS } from './stageWords.ts';

export interface LastRecordProps {
  readonly reviewId: string;
  readonly stage: Stage;
  readonly given: number;
  readonly left: number;
  /** Records without a decision that one has gone past. */
  readonly passedOver: number;
  readonly onPassedOver: () => void;
}

/** After the last record: what that was, and where to go. */
export function LastRecord(props: LastRecordProps) {
  const { unit } = STAGE_WORDS[props.stage];
  const params = { reviewId: props.reviewId, stage: props.stage };
  const isDone = props.left === 0;
  return (
    <div className={styles.last}>
      <h1 className={styles.title}>That was the last of {count(props.given)}</h1>
      <p className={styles.words}>
        {isDone
          ? `You have decided on every ${unit} that was given to you. Your decisions stay hidden from the other screeners until the lead closes this stage.`
          : `${counted(props.left, unit)} still ${props.left === 1 ? 'waits' : 'wait'} for your decision.`}
      </p>
      <div className={styles.ways}>
        {props.passedOver > 0 && (
          <ActionButton
            kind="primary"
            size="large"
            onClick={props.onPassedOver}
            after={<IconArrowRight size={18} stroke={1.75} />}
          >
            Go to {props.passedOver === 1 ? 'the one' : `the ${count(props.passedOver)}`} that you passed over
          </ActionButton>
        )}
        {props.passedOver === 0 && !isDone && (
          <ActionButton kind="primary" size="large" to="/reviews/$reviewId/screening/$stage" params={params}>
            Go on screening
          </ActionButton>
        )}
        {isDone && (
          <ActionButton
            kind="primary"
            size="large"
            to={props.stage === 'full-text' ? '/reviews/$reviewId/full-text' : '/reviews/$reviewId/screening'}
            params={params}
          >
            Back to the review
          </ActionButton>
        )}
        <ActionButton
          size="large"
          icon={<IconList size={18} stroke={1.75} />}
          to="/reviews/$reviewId/screening/$stage"
          params={params}
          search={{ mode: 'list', show: 'all' }}
        >
          Look through your decisions
        </ActionButton>
      </div>
    </div>
  );
}
