import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { BETWEEN_CHOICES, chosenWords } from '#core/extraction/form/formField';
import type { FieldOfForm } from '../form/formDraft.ts';

/** The field itself, by what it takes. */
export function SheetInput({
  field,
  text,
  isNotReported,
  isMissing,
  error,
  isReadOnly,
  onText,
  onLeave,
}: {
  field: FieldOfForm;
  text: string;
  isNotReported: boolean;
  isMissing: boolean;
  error: string | undefined;
  isReadOnly: boolean;
  onText: (text: string) => void;
  onLeave: (text: string) => void;
}) {
  const { kind, name, unit, help, isRequired, choices } = field;
  const common = {
    label: unit === '' ? name : `${name}, ${unit}`,
    name: field.characteristicId,
    description: help || undefined,
    withAsterisk: isRequired,
    placeholder: isNotReported ? 'not reported' : isMissing ? 'still asked' : '',
    error,
    readOnly: isReadOnly,
  };
  const typed = {
    value: text,
    onChange: (event: { currentTarget: { value: string } }) => onText(event.currentTarget.value),
    onBlur: () => onLeave(text),
  };
  // A word that the form doesn't offer any more stays to be seen until somebody has looked at it.
  const offered = (words: readonly string[]) => [
    ...choices,
    ...words.filter(word => word !== '' && !choices.includes(word)),
  ];
  switch (kind) {
    case 'text':
      return <Textarea {...common} {...typed} autosize minRows={1} maxRows={12} maxLength={20_000} />;
    case 'number':
      return <TextInput {...common} {...typed} inputMode="decimal" autoComplete="off" />;
    case 'date':
      return (
        <TextInput
          {...common}
          {...typed}
          autoComplete="off"
          placeholder={common.placeholder || '2024, 2024-05 or 2024-05-17'}
        />
      );
    case 'yes-no':
      return (
        <Select
          {...common}
          clearable
          data={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
          value={text || null}
          onChange={next => onLeave(next ?? '')}
        />
      );
    case 'category':
      return choices.length === 0 ? (
        <TextInput {...common} {...typed} maxLength={200} />
      ) : (
        <Select
          {...common}
          clearable
          data={offered([text])}
          value={text || null}
          onChange={next => onLeave(next ?? '')}
        />
      );
    case 'choices':
      return (
        <MultiSelect
          {...common}
          clearable
          data={offered(chosenWords(text))}
          value={chosenWords(text)}
          onChange={next => onLeave(next.join(BETWEEN_CHOICES))}
        />
      );
    default:
      return kind satisfies never;
  }
}
