import { Autocomplete, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';

/** A value as it stands in its field. A comma is asked about instead of guessed. */
function readValue(kind: 'number' | 'category', text: string): { value: number | string | null } | { problem: string } {
  const plain = text.trim().replace(/^[−–]/, '-');
  if (plain === '') return { value: null };
  if (kind === 'category') return { value: plain };
  const number = Number(plain);
  if (Number.isFinite(number)) return { value: number };
  return { problem: plain.includes(',') ? 'Write decimals with a point: 3.5' : 'This isn’t a number.' };
}

/** One value of one study, saved on leaving the field. */
export function ValueField({
  label,
  shownLabel,
  kind,
  value,
  suggestions,
  isReadOnly,
  onSave,
}: {
  label: string;
  shownLabel: string | null;
  kind: 'number' | 'category';
  value: number | string | null;
  suggestions: readonly string[];
  isReadOnly: boolean;
  onSave: (value: number | string | null) => void;
}) {
  const stored = value === null ? '' : String(value);
  const [text, setText] = useState(stored);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => setText(stored), [stored]);
  const leave = (last: string) => {
    const read = readValue(kind, last);
    if ('problem' in read) return setProblem(read.problem);
    setProblem(null);
    if (read.value !== value) onSave(read.value);
  };
  const common = {
    'aria-label': label,
    label: shownLabel,
    placeholder: 'not known',
    value: text,
    error: problem,
    readOnly: isReadOnly,
    maxLength: 200,
  };
  if (kind === 'category') {
    return (
      <Autocomplete
        {...common}
        data={[...suggestions]}
        onChange={setText}
        onBlur={event => leave(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      {...common}
      inputMode="decimal"
      onChange={event => setText(event.currentTarget.value)}
      onBlur={event => leave(event.currentTarget.value)}
    />
  );
}
