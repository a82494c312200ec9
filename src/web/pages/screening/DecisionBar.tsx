import type { Choice } from '#core/vocabulary';
import { DecisionButtons } from '../../parts/DecisionButtons.tsx';
import type { Reason } from './useReason.ts';
import type { Screening } from './useScreening.ts';

const LONGEST_REASON = 21;

export interface DecisionBarProps {
  readonly screening: Screening;
  readonly because: string | null;
  /** The person's own keys; null while keys are off. */
  readonly keys: Readonly<Record<Choice, string>> | null;
  /** At full text, where an exclusion names its reason and nobody stays unsure. */
  readonly reason: Reason | null;
  readonly onChoose: (choice: Choice) => void;
  /** How many records are ticked, which one press decides on; none: the one at hand. */
  readonly ticked?: number;
}

/** Exclude, Unsure, Include: solid is what stands on the record at hand. */
export function DecisionBar({ screening, because, keys, reason, onChoose, ticked = 0 }: DecisionBarProps) {
  const { current } = screening;
  const chosen = current ? (screening.decisionOf(current)?.choice ?? null) : null;
  const text = reason?.chosen?.text;
  if (ticked > 0) {
    const words = { exclude: `Exclude ${ticked}`, unsure: `Unsure ${ticked}`, include: `Include ${ticked}` };
    return <DecisionButtons chosen={null} onChoose={onChoose} keys={keys} because={because} words={words} />;
  }
  return (
    <DecisionButtons
      chosen={chosen}
      onChoose={onChoose}
      keys={keys}
      because={because ?? (current ? null : 'There is no record at hand.')}
      {...(reason ? { choices: ['exclude', 'include'] as const } : {})}
      {...(text ? { words: { exclude: `Exclude: ${shortened(text)}` } } : {})}
    />
  );
}

function shortened(text: string): string {
  const small = text.charAt(0).toLowerCase() + text.slice(1);
  return small.length <= LONGEST_REASON ? small : `${small.slice(0, LONGEST_REASON - 1).trimEnd()}…`;
}
