import { Textarea } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import {
  CERTAINTY_REASONS,
  CERTAINTY_WORDS,
  type CertaintyLevel,
  type CertaintyReason,
  type Grading,
  type missingIn,
  REASON_WORDS,
  REASONS_DOWN,
} from '#core/certainty/grading';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ReasonDialog } from '../../parts/ReasonDialog.tsx';
import { SidePanel } from '../../parts/SidePanel.tsx';
import { toast } from '../../parts/toast.ts';
import { useNarrow } from '../../parts/useNarrow.ts';
import { day } from '../../words/day.ts';
import styles from './Certainty.module.css';
import { CertaintyCircles } from './CertaintyCircles.tsx';
import type { GradingOf, useCertaintyDeeds } from './useCertainty.ts';

export interface GradingPanelProps {
  readonly reviewId: string;
  readonly grading: GradingOf;
  readonly certainty: CertaintyLevel;
  readonly current: Grading;
  readonly missing: ReturnType<typeof missingIn>;
  readonly letterOf: (reason: CertaintyReason) => string | null;
  readonly words: string;
  readonly deeds: ReturnType<typeof useCertaintyDeeds>;
  readonly isReadOnly: boolean;
  readonly onWords: (words: string) => void;
  /** On a narrow window it opens over the page. */
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What the answers add up to, the result in plain words, and what it rests on. */
export function GradingPanel(props: GradingPanelProps) {
  const { grading, certainty, current, letterOf, deeds, isOpen, onClose } = props;
  const [isReopening, setIsReopening] = useState(false);
  const isNarrow = useNarrow();
  const { analysisId, agreed } = grading;
  const because = whyNot(props);
  const shown = CERTAINTY_REASONS.filter(reason => REASONS_DOWN.some(one => one === reason) || current.reasons[reason]);
  const agree = (
    <ActionButton
      kind="primary"
      isWide
      because={because}
      isWorking={deeds.agree.isPending}
      onClick={() =>
        deeds.agree.mutate(
          { analysisId, isAgreed: true, reason: '' },
          { onSuccess: () => toast({ text: `Agreed on ${CERTAINTY_WORDS[certainty]}.` }) },
        )
      }
    >
      Agree on {CERTAINTY_WORDS[certainty]}
    </ActionButton>
  );
  const foot = agreed ? (
    <>
      <p className={styles.hint}>
        Agreed by {agreed.byName}, {day(agreed.at)}.
      </p>
      <ActionButton isWide because={grading.may.grade} onClick={() => setIsReopening(true)}>
        Open it again
      </ActionButton>
      <ActionButton kind="primary" isWide to="/reviews/$reviewId/findings" params={{ reviewId: props.reviewId }}>
        See the summary of findings
      </ActionButton>
    </>
  ) : (
    <>
      {agree}
      {deeds.agree.error && <p className={styles.trouble}>{deeds.agree.error.message}</p>}
      <p className={styles.hint}>Goes into the summary of findings. You can change it later with a reason.</p>
    </>
  );
  return (
    <>
      <SidePanel
        title="Certainty by your answers"
        isOpen={!isNarrow || isOpen}
        onClose={onClose}
        width={300}
        foot={foot}
      >
        <div className={styles.panel}>
          <CertaintyCircles level={certainty} size={28} />
          <p className={styles.word}>{CERTAINTY_WORDS[certainty]}</p>
          <ul className={styles.sum}>
            <li>
              <span>Starts at {current.start === 'high' ? 'High' : 'Low'}</span>
              <span className={styles.hint}>{current.start === 'high' ? 'trials' : 'other studies'}</span>
            </li>
            {shown.map(reason => {
              const answer = current.reasons[reason];
              const letter = letterOf(reason);
              return (
                <li key={reason} data-rated={letter !== null || undefined}>
                  <span>
                    {REASON_WORDS[reason]}
                    {letter && <sup> {letter}</sup>}
                  </span>
                  <span>
                    {answer === undefined
                      ? '?'
                      : answer.levels < 0
                        ? `−${-answer.levels}`
                        : answer.levels > 0
                          ? `+${answer.levels}`
                          : '0'}
                  </span>
                </li>
              );
            })}
          </ul>
          <PlainWords {...props} />
          <h3 className={styles.panelTitle}>Depends on</h3>
          <Grounds grading={grading} />
        </div>
      </SidePanel>
      {isReopening && (
        <ReasonDialog
          title="Open the agreed certainty again?"
          description="It is kept in the audit trail."
          verb="Open it again"
          isWorking={deeds.agree.isPending}
          onClose={() => setIsReopening(false)}
          onGive={reason =>
            deeds.agree.mutate({ analysisId, isAgreed: false, reason }, { onSuccess: () => setIsReopening(false) })
          }
        />
      )}
    </>
  );
}

function whyNot({ grading, missing }: GradingPanelProps): string | null {
  if (grading.may.grade !== null) return grading.may.grade;
  if (missing.unanswered.length > 0) return `Still to answer: ${reasonList(missing.unanswered)}.`;
  if (missing.unfounded.length > 0) return `Each rating needs a footnote: ${reasonList(missing.unfounded)}.`;
  return null;
}

function PlainWords({ grading, words, isReadOnly, onWords }: GradingPanelProps) {
  const [text, setText] = useState<string | null>(null);
  const isOwn = words !== '';
  if (isReadOnly) return <p className={styles.words}>{words || grading.draftWords}</p>;
  return (
    <Textarea
      label={
        <>
          In plain words <span className={styles.hint}>{isOwn ? 'your own' : 'from your answers, edit freely'}</span>
        </>
      }
      autosize
      minRows={3}
      maxLength={2000}
      value={text ?? (words || grading.draftWords)}
      onChange={event => setText(event.currentTarget.value)}
      onBlur={() => {
        if (text === null) return;
        const next = text.trim() === grading.draftWords ? '' : text.trim();
        if (next !== words) onWords(next);
        setText(null);
      }}
    />
  );
}

/** What the certainty rests on, and whether it still does. */
function Grounds({ grading }: { grading: GradingOf }) {
  const { stale, riskOfBias, threshold } = grading;
  const hasChanged = (word: string) => stale.some(sentence => sentence.includes(word));
  const lines = [
    {
      name: `${grading.name}, v${grading.version}`,
      isWell: !hasChanged('analysis'),
      state: hasChanged('analysis') ? 'changed' : 'current',
    },
    {
      name: `Risk of bias, ${riskOfBias.judged} of ${riskOfBias.of} judged`,
      isWell: riskOfBias.judged === riskOfBias.of && !hasChanged('risk of bias'),
      state: hasChanged('risk of bias') ? 'changed' : riskOfBias.judged === riskOfBias.of ? 'current' : 'unfinished',
    },
    threshold
      ? {
          name: `Threshold: ${threshold.value} ${threshold.unit}`,
          isWell: threshold.isBeforehand && !hasChanged('smallest'),
          state: threshold.isBeforehand ? 'before any analysis' : 'after an analysis',
        }
      : { name: 'Threshold', isWell: false, state: 'not set in the protocol' },
  ];
  return (
    <ul className={styles.grounds}>
      {lines.map(({ name, isWell, state }) => (
        <li key={name}>
          {isWell ? (
            <IconCircleCheck size={16} stroke={1.75} className={styles.well} aria-hidden="true" />
          ) : (
            <IconAlertTriangle size={16} stroke={1.75} className={styles.ill} aria-hidden="true" />
          )}
          <span>{name}</span>
          <span className={styles.hint}>{state}</span>
        </li>
      ))}
    </ul>
  );
}

function reasonList(reasons: readonly CertaintyReason[]): string {
  return reasons.map(reason => REASON_WORDS[reason].toLowerCase()).join(', ');
}
