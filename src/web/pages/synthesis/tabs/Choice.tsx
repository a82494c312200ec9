import { SegmentedControl } from '@mantine/core';
import { useAddress } from '../../../parts/useAddress.ts';
import styles from './Choice.module.css';

export interface Part<Word extends string> {
  readonly value: Word;
  readonly label: string;
}

/** Which part of a tab is shown; it stands in the address. */
export function useChoice<Word extends string>(name: string, parts: readonly Part<Word>[], first: Word) {
  const [word, set] = useAddress(name, first);
  const chosen = parts.find(part => part.value === word)?.value ?? first;
  return [chosen, set] as const;
}

export function Choice<Word extends string>({
  label,
  parts,
  value,
  onChoose,
  hint,
}: {
  label: string;
  parts: readonly Part<Word>[];
  value: Word;
  onChoose: (value: Word) => void;
  hint?: string;
}) {
  return (
    <div className={styles.row}>
      <SegmentedControl
        aria-label={label}
        data={parts.map(part => ({ ...part }))}
        value={value}
        onChange={next => {
          const chosen = parts.find(part => part.value === next);
          if (chosen) onChoose(chosen.value);
        }}
      />
      {hint && <span className={styles.hint}>{hint}</span>}
    </div>
  );
}
