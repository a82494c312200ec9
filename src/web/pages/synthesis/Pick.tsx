import { Select } from '@mantine/core';
import type { Choice } from './choices.ts';

/** A select over words that the program knows: what comes back is one of them. */
export function Pick<Word extends string>({
  label,
  description,
  choices,
  value,
  onPick,
}: {
  label: string;
  description?: string;
  choices: readonly Choice<Word>[];
  value: Word;
  onPick: (value: Word) => void;
}) {
  return (
    <Select
      label={label}
      description={description}
      data={choices.map(choice => ({ ...choice }))}
      value={value}
      onChange={next => {
        const chosen = choices.find(choice => choice.value === next);
        if (chosen) onPick(chosen.value);
      }}
    />
  );
}
