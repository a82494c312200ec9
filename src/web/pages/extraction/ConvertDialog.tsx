import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { CONVERSION_FORMS, type Conversion } from '#core/extraction/conversionForms';
import { type ConversionRequest, type Converted, convert } from '#core/extraction/convert';
import { conversionsFor } from '#core/extraction/kinds/conversionsFor';
import { saidNumber } from '#core/extraction/saidNumber';
import type { OutcomeKind } from '#core/extraction/vocabulary';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Note } from '../../parts/Note.tsx';
import styles from './ConvertDialog.module.css';
import { askedFields, type ConvertText, convertText, requestOf } from './convertText.ts';
import { readNumber } from './readNumber.ts';

export interface ConvertDialogProps {
  readonly kind: OutcomeKind;
  /** Whose numbers: `BCG`. */
  readonly whose: string;
  readonly before: ConversionRequest | null;
  /** What stands in the fields already, by their names. */
  readonly known: Readonly<Record<string, string>>;
  readonly isWorking: boolean;
  readonly problem: string | null;
  readonly onApply: (converted: Converted) => void;
  readonly onClose: () => void;
}

/** What the report gives instead, and at once the numbers that come of it: computed here by what the server checks with. */
export function ConvertDialog(props: ConvertDialogProps) {
  const { kind, whose, before, known, isWorking, problem, onApply, onClose } = props;
  const words = conversionsFor(kind);
  const [text, setText] = useState<ConvertText>(() =>
    convertText(before?.conversion ?? words[0] ?? 'sd-from-se', before, known),
  );
  const form = CONVERSION_FORMS[text.conversion];
  const result = convert(requestOf(text));
  const choose = (conversion: Conversion) =>
    setText(convertText(conversion, before, { ...known, ...withoutEmpty(text.texts) }));
  return (
    <Dialog title={`Convert: ${whose}`} place="side" onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault();
          if (result.estimable && !isWorking) onApply(result.value);
        }}
      >
        <Select
          label="What the report gives"
          name="conversion"
          data={words.map(value => ({ value, label: CONVERSION_FORMS[value].title }))}
          value={text.conversion}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          onChange={next => {
            const conversion = words.find(word => word === next);
            if (conversion) choose(conversion);
          }}
        />
        <div className={styles.fields}>
          {askedFields(text.conversion).map(({ name, label, isOptional }) => {
            const read = readNumber(text.texts[name] ?? '');
            return (
              <TextInput
                key={`${text.conversion}/${name}`}
                label={isOptional ? `${label}, if given` : label}
                name={name}
                inputMode="decimal"
                autoComplete="off"
                value={text.texts[name] ?? ''}
                error={read.isRead ? undefined : read.problem}
                onChange={event => setText({ ...text, texts: { ...text.texts, [name]: event.currentTarget.value } })}
              />
            );
          })}
        </div>
        {form.choices.map(({ name, label, options }) => (
          <Select
            key={`${text.conversion}/${name}`}
            label={label}
            name={name}
            data={options.map(option => ({ ...option }))}
            value={text.choices[name] ?? options[0]?.value ?? null}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            onChange={next => next !== null && setText({ ...text, choices: { ...text.choices, [name]: next } })}
          />
        ))}
        <div className={styles.result} aria-live="polite">
          {result.estimable ? <Made converted={result.value} /> : <p className="muted">{result.because}</p>}
        </div>
        {problem && <Note kind="error" claim={problem} />}
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Not now</ActionButton>
          <ActionButton
            kind="primary"
            type="submit"
            isWorking={isWorking}
            because={result.estimable ? null : result.because}
            becauseAt="tip"
          >
            Use these numbers
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}

const NUMBER_WORDS: Readonly<Record<string, string>> = {
  events: 'Events',
  total: 'Number',
  mean: 'Mean',
  standardDeviation: 'SD',
  estimate: 'Estimate',
  lower: 'Lower',
  upper: 'Upper',
  personTime: 'Person-time',
  meanBefore: 'Mean before',
  sdBefore: 'SD before',
  meanAfter: 'Mean after',
  sdAfter: 'SD after',
  correlation: 'Correlation',
};

function Made({ converted }: { converted: Converted }) {
  const { sentence, assumptions, source } = converted.provenance;
  const numbers = Object.entries(converted.numbers).flatMap(([name, value]) => {
    const word = NUMBER_WORDS[name];
    return word !== undefined && typeof value === 'number' ? [{ word, value }] : [];
  });
  return (
    <>
      <dl className={styles.numbers}>
        {numbers.map(({ word, value }) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{saidNumber(value)}</dd>
          </div>
        ))}
      </dl>
      <p>{sentence}</p>
      {assumptions.length > 0 && <p className={styles.small}>Takes for granted: {assumptions.join('; ')}.</p>}
      <p className={styles.small}>{source}</p>
    </>
  );
}

function withoutEmpty(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
}
