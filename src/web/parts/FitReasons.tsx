import { IconAlertCircle, IconCheck, IconMinus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Fit } from './Fit.tsx';
import styles from './FitReasons.module.css';
import { type FitOf, fitLevel } from './fitLevel.ts';
import { widest } from './widest.ts';

/** Reasons about topics are told together: "shares tuberculosis, vaccination". */
const TOPICS = [
  { kind: 'shared-term', word: 'shares' },
  { kind: 'related-term', word: 'near to' },
  { kind: 'mesh', word: 'MeSH' },
] as const;

const SIGNS: Readonly<Record<'for' | 'neutral' | 'rule', ReactNode>> = {
  for: <IconCheck size={15} stroke={1.75} aria-label="speaks for it:" />,
  neutral: <IconMinus size={15} stroke={1.75} aria-label="to know:" />,
  rule: <IconAlertCircle size={15} stroke={1.75} aria-label="speaks against it:" />,
};

/** Three bars and a word, then why: a tick where it speaks for the pair, a dash where it doesn't, a hard rule by name. */
export function FitReasons({ fit, isWithWord = true }: { fit: FitOf; isWithWord?: boolean }) {
  const practical = fit.reasons.filter(
    reason => reason.kind !== 'rest' && !TOPICS.some(topic => topic.kind === reason.kind),
  );
  return (
    <ul className={styles.reasons}>
      {isWithWord && (
        <li>
          <Fit level={fitLevel(fit)} />
        </li>
      )}
      {fit.excludedBecause !== null && (
        <li data-speaks="rule">
          {SIGNS.rule}
          {fit.excludedBecause}
        </li>
      )}
      {TOPICS.map(({ kind, word }) => {
        const terms = widest(fit.reasons.filter(reason => reason.kind === kind).map(reason => reason.term));
        return terms.length === 0 ? null : (
          <li key={kind} data-speaks="for">
            {SIGNS.for}
            <span>
              {word} <i>{terms.join(', ')}</i>
            </span>
          </li>
        );
      })}
      {practical
        // What a hard rule has named already isn't said twice.
        .filter(reason => !fit.excludedBecause?.includes(reason.sentence))
        .map(reason => {
          const speaks = reason.weight > 0 ? 'for' : 'neutral';
          return (
            <li key={reason.kind + reason.term} data-speaks={speaks}>
              {SIGNS[speaks]}
              {reason.sentence.replace(/\.$/, '')}
            </li>
          );
        })}
    </ul>
  );
}
