import { TextInput } from '@mantine/core';
import { decimalText } from '#core/reporting/numbers';
import { clopperPearson } from '#core/synthesis/proportionIntervals';
import styles from './CountsForm.module.css';
import type { CountsFormProps } from './countsText.ts';
import preview from './EffectPreview.module.css';
import { studyPlace } from './reading/reading.ts';
import { SourceSlot } from './reading/SourceSlot.tsx';
import { type CountShape, useCountFields } from './useCountFields.ts';

const CELLS = ['tp', 'fp', 'fn', 'tn'] as const;
type Cell = (typeof CELLS)[number];

const CELL_WORDS: Readonly<Record<Cell, string>> = {
  tp: 'True positives',
  fp: 'False positives',
  fn: 'False negatives',
  tn: 'True negatives',
};

const SHAPE: CountShape = {
  names: CELLS,
  pointer: name => `counts/${name}`,
  numbersOf: counts => {
    if (counts.kind !== 'accuracy') return null;
    const { tp, fp, fn, tn } = counts;
    return { tp, fp, fn, tn };
  },
  countsOf: ({ tp = 0, fp = 0, fn = 0, tn = 0 }) => ({ kind: 'accuracy', tp, fp, fn, tn }),
};

/** A test against the truth: four counts of people. Saved on leaving a field as soon as all four are there. */
export function AccuracyForm(props: CountsFormProps) {
  const { study, outcome, because } = props;
  const { outcomeId } = outcome;
  const form = useCountFields(props, SHAPE);
  const { text, errors, save, numbers } = form;
  const { tp, fp, fn, tn } = numbers ?? {};
  const field = (cell: Cell) => (
    <td onPointerDownCapture={() => form.press(cell)}>
      <TextInput
        aria-label={CELL_WORDS[cell]}
        name={`counts/${cell}`}
        description={CELL_WORDS[cell]}
        inputMode="numeric"
        autoComplete="off"
        className={styles.number}
        readOnly={because !== null}
        value={text[cell] ?? ''}
        error={form.errorOf(cell)}
        onChange={event => form.set(cell, event.currentTarget.value)}
        onBlur={form.keep}
      />
    </td>
  );
  return (
    <div className={styles.form}>
      <div className={styles.fields}>
        <table className={styles.table}>
          <thead>
            <tr>
              <td />
              <th scope="col">Condition present</th>
              <th scope="col">Condition absent</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">Test positive</th>
              {field('tp')}
              {field('fp')}
            </tr>
            <tr>
              <th scope="row">Test negative</th>
              {field('fn')}
              {field('tn')}
            </tr>
          </tbody>
        </table>
        <TextInput
          label="Found at"
          name="foundAt"
          placeholder="p. 5, table 2"
          maxLength={300}
          readOnly={because !== null}
          value={text.foundAt ?? ''}
          error={errors.of('foundAt')}
          onChange={event => form.set('foundAt', event.currentTarget.value)}
          onBlur={form.keep}
        />
        <SourceSlot
          place={studyPlace(outcomeId)}
          whose={outcome.name}
          reports={study.reports}
          source={form.source}
          because={because}
          onKeep={next => form.put(next)}
        />
        {save.isError && errors.count === 0 && (
          <p className={styles.refused} role="alert">
            {save.error.message}
          </p>
        )}
      </div>
      <div className={preview.card}>
        <Share name="Sensitivity" count={tp} of={sum(tp, fn)} />
        <Share name="Specificity" count={tn} of={sum(tn, fp)} />
      </div>
    </div>
  );
}

function Share({ name, count, of }: { name: string; count: number | undefined; of: number | null }) {
  if (count === undefined || of === null || of === 0) return <p className="muted">{name}: not yet</p>;
  const { lower, upper } = clopperPearson(count, of);
  return (
    <p className={preview.name}>
      {name}
      <span className={preview.value}>
        <strong>{decimalText(count / of, 2)}</strong> {decimalText(lower, 2)} to {decimalText(upper, 2)}
      </span>
    </p>
  );
}

function sum(one: number | undefined, other: number | undefined): number | null {
  return one === undefined || other === undefined ? null : one + other;
}
