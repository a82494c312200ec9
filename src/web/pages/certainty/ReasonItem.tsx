import { TextInput } from '@mantine/core';
import { IconBulb, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { type CertaintyReason, REASON_WORDS, REASONS_UP, type ReasonAnswer } from '#core/certainty/grading';
import { Badge } from '../../parts/Badge.tsx';
import styles from './Certainty.module.css';

const DOWN = [
  { levels: 0, words: 'Not serious' },
  { levels: -1, words: 'Serious −1' },
  { levels: -2, words: 'Very serious −2' },
];
const CHOICES: Readonly<Partial<Record<CertaintyReason, typeof DOWN>>> = {
  'risk-of-bias': [...DOWN, { levels: -3, words: 'Extremely −3' }],
  'large-effect': [
    { levels: 0, words: 'No' },
    { levels: 1, words: 'Large +1' },
    { levels: 2, words: 'Very large +2' },
  ],
  'dose-response': [
    { levels: 0, words: 'No' },
    { levels: 1, words: 'Yes +1' },
  ],
  'opposing-confounding': [
    { levels: 0, words: 'No' },
    { levels: 1, words: 'Yes +1' },
  ],
};

/** Randomised trials are never rated down by three. */
function choicesOf(reason: CertaintyReason, given: ReasonAnswer | undefined) {
  const choices = CHOICES[reason] ?? DOWN;
  return choices.filter(({ levels }) => levels !== -3 || given?.levels === -3);
}

export interface ReasonItemProps {
  readonly reason: CertaintyReason;
  readonly suggestion: { readonly levels: readonly number[]; readonly because: string };
  readonly given: ReasonAnswer | undefined;
  readonly letter: string | null;
  readonly onAnswer: ((levels: number, footnote: string) => void) | undefined;
}

/** One reason: what the data say, what they suggest, and the person's own answer with its footnote. */
export function ReasonItem({ reason, suggestion, given, letter, onAnswer }: ReasonItemProps) {
  const [footnote, setFootnote] = useState(given?.footnote ?? '');
  const choices = choicesOf(reason, given);
  return (
    <fieldset className={styles.reason}>
      <legend className="for-screen-readers">{REASON_WORDS[reason]}</legend>
      <div className={styles.reasonRow}>
        <div className={styles.reasonWords}>
          <p className={styles.reasonName}>
            <strong>{REASON_WORDS[reason]}</strong>
            <SuggestionBadge reason={reason} levels={suggestion.levels} />
          </p>
          <p className={styles.because}>{suggestion.because}</p>
        </div>
        <div className={styles.ratings}>
          {choices.map(({ levels, words }) => {
            const isChosen = given?.levels === levels;
            return (
              <button
                key={levels}
                type="button"
                className={styles.rating}
                aria-pressed={isChosen}
                aria-disabled={onAnswer === undefined || undefined}
                onClick={() => onAnswer?.(levels, footnote.trim())}
              >
                {isChosen && <IconCheck size={14} stroke={1.75} aria-hidden="true" />}
                {words}
              </button>
            );
          })}
        </div>
      </div>
      {letter !== null && (
        <div className={styles.footnote}>
          <span className={styles.letter}>{letter}</span>
          {onAnswer ? (
            <TextInput
              className={styles.footnoteField}
              aria-label={`Footnote on ${REASON_WORDS[reason].toLowerCase()}`}
              placeholder="Why, in a sentence that is printed under the table"
              maxLength={2000}
              value={footnote}
              error={footnote.trim() === '' ? 'A rating needs a footnote.' : undefined}
              onChange={event => setFootnote(event.currentTarget.value)}
              onBlur={() => {
                if (given && footnote.trim() !== given.footnote) onAnswer(given.levels, footnote.trim());
              }}
            />
          ) : (
            <span>{given?.footnote}</span>
          )}
        </div>
      )}
    </fieldset>
  );
}

function SuggestionBadge({ reason, levels }: { reason: CertaintyReason; levels: readonly number[] }) {
  const icon = <IconBulb size={14} stroke={1.75} />;
  if (levels.length === 0) return <Badge kind="neutral">no suggestion</Badge>;
  const isUp = REASONS_UP.some(one => one === reason);
  const word = (level: number) =>
    level === 0 ? (isUp ? 'no' : 'not serious') : isUp ? `+${level}` : level === -1 ? 'serious' : 'very serious';
  const isNothing = levels.length === 1 && levels[0] === 0;
  return (
    <Badge kind={isNothing ? 'fact' : 'info'} icon={icon}>
      suggests: {levels.map(word).join(' or ')}
    </Badge>
  );
}
