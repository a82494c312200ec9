import { IconCheck, IconHelpCircle, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Choice } from '#core/vocabulary';
import styles from './DecisionButtons.module.css';
import { KeyCap } from './KeyCap.tsx';
import { useKeys } from './useKeys.ts';

/** The order is the same everywhere, so that the hand knows it. */
const ORDER: readonly Choice[] = ['exclude', 'unsure', 'include'];

const FACES: Readonly<Record<Choice, { word: string; icon: ReactNode }>> = {
  exclude: { word: 'Exclude', icon: <IconX size={18} stroke={1.75} /> },
  unsure: { word: 'Unsure', icon: <IconHelpCircle size={18} stroke={1.75} /> },
  include: { word: 'Include', icon: <IconCheck size={18} stroke={1.75} /> },
};

export const USUAL_DECISION_KEYS: Readonly<Record<Choice, string>> = { exclude: 'e', unsure: 'u', include: 'i' };

const ARROWS: Readonly<Record<string, string>> = { arrowup: '↑', arrowdown: '↓', arrowleft: '←', arrowright: '→' };

function capOf(key: string): string {
  return ARROWS[key] ?? key.toUpperCase();
}

const PRESSED_FOR_MS = 120;

export interface DecisionButtonsProps {
  /** The own choice that stands; solid. Null before a decision. */
  readonly chosen: Choice | null;
  readonly onChoose: (choice: Choice) => void;
  /** The person's keys; null where keys would decide by accident (a demonstration, a form beside the buttons). */
  readonly keys?: Readonly<Record<Choice, string>> | null;
  /** Why one can't decide now. */
  readonly because?: string | null;
  readonly choices?: readonly Choice[];
  readonly isSmall?: boolean;
  /** Takes a word in the place of the usual one: "Exclude: study design". */
  readonly words?: Partial<Record<Choice, string>>;
}

/** Exclude, Unsure, Include. At rest a tint; solid means chosen. Pressing the key presses the button. */
export function DecisionButtons({
  chosen,
  onChoose,
  keys = USUAL_DECISION_KEYS,
  because = null,
  choices = ORDER,
  isSmall = false,
  words = {},
}: DecisionButtonsProps) {
  const [pressed, setPressed] = useState<Choice | null>(null);
  const shown = ORDER.filter(choice => choices.includes(choice));
  const press = (choice: Choice) => {
    setPressed(choice);
    setTimeout(() => setPressed(null), PRESSED_FOR_MS);
    onChoose(choice);
  };
  useKeys(keys ? Object.fromEntries(shown.map(choice => [keys[choice], () => press(choice)])) : {}, {
    isOff: because !== null || keys === null,
  });
  return (
    <fieldset
      className={styles.buttons}
      aria-label="Your decision"
      data-small={isSmall || undefined}
      title={because ?? undefined}
    >
      {shown.map(choice => (
        <button
          key={choice}
          type="button"
          className={styles.button}
          data-choice={choice}
          data-pressed={pressed === choice || undefined}
          aria-pressed={chosen === choice}
          aria-disabled={because !== null || undefined}
          aria-keyshortcuts={keys?.[choice].toUpperCase()}
          onClick={() => {
            if (because === null) onChoose(choice);
          }}
        >
          {FACES[choice].icon}
          <span>{words[choice] ?? FACES[choice].word}</span>
          {keys && <KeyCap>{capOf(keys[choice])}</KeyCap>}
        </button>
      ))}
    </fieldset>
  );
}
