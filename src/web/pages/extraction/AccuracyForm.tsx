import { TextInput } from '@mantine/core';
import { use, useState } from 'react';
import { removeStudyCounts, saveStudyCounts } from '#contract/counts';
import type { BodyInputOf } from '#contract/endpoint';
import { decimalText } from '#core/reporting/numbers';
import { clopperPearson } from '#core/synthesis/proportionIntervals';
import { call } from '../../call.ts';
import { joinedSource, ReadingContext } from '../../parts/reading/reading.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './CountsForm.module.css';
import { type CountsFormProps, storedCounts } from './countsText.ts';
import preview from './EffectPreview.module.css';
import { numberInQuote, studyPlace } from './reading/reading.ts';
import { SourceSlot } from './reading/SourceSlot.tsx';
import { numberText, readNumber } from './readNumber.ts';
import type { Source } from './sheet/sheet.ts';
import { useDeed } from './useExtraction.ts';

const CELLS = ['tp', 'fp', 'fn', 'tn'] as const;
type Cell = (typeof CELLS)[number];
type Text = Readonly<Record<Cell | 'foundAt', string>>;

const CELL_WORDS: Readonly<Record<Cell, string>> = {
  tp: 'True positives',
  fp: 'False positives',
  fn: 'False negatives',
  tn: 'True negatives',
};

/** A test against the truth: four counts of people. Saved on leaving a field as soon as all four are there. */
export function AccuracyForm({ reviewId, study, outcome, because, tellTrouble }: CountsFormProps) {
  const { outcomeId } = outcome;
  const stored = storedCounts(study, outcomeId);
  const before = textOf(stored);
  const [text, setText] = useState<Text>(before);
  const params = { reviewId, studyId: study.studyId, outcomeId };
  const save = useDeed(
    reviewId,
    (body: BodyInputOf<typeof saveStudyCounts> | null) =>
      body === null ? call(removeStudyCounts, { params }) : call(saveStudyCounts, { params, body }),
    { scope: { id: outcomeId } },
  );
  const errors = useFieldErrors(save.error, ['counts/tp', 'counts/fp', 'counts/fn', 'counts/tn', 'foundAt']);
  const table = tableOf(text);
  const reading = use(ReadingContext);
  const [given, setGiven] = useState<Source | null>();
  const source = given === undefined ? (stored?.source ?? null) : given;
  const send = (counted: ReturnType<typeof tableOf>, from: Source | null) =>
    save.mutate(counted && { counts: { kind: 'accuracy', ...counted }, foundAt: text.foundAt.trim(), source: from }, {
      onSuccess: () => tellTrouble(outcomeId, false),
      onError: () => tellTrouble(outcomeId, true),
    });
  const put = (next: Source | null, cell?: Cell) => {
    const number = next && cell && text[cell].trim() === '' ? numberInQuote(next.quote) : null;
    const filled = number !== null && cell ? { ...text, [cell]: number } : text;
    const from = next && number !== null ? joinedSource(source, next) : next;
    const counted = tableOf(filled);
    setText(filled);
    setGiven(from);
    if (counted) send(counted, from);
  };
  const press = (cell?: Cell) => {
    const next = because === null ? reading.take() : null;
    if (next) put(next, cell);
  };
  const keep = () => {
    const isEmpty = CELLS.every(cell => text[cell].trim() === '');
    if (JSON.stringify(text) === JSON.stringify(before) && !save.isError) return tellTrouble(outcomeId, false);
    if (table === null && !(isEmpty && stored)) return tellTrouble(outcomeId, !isEmpty);
    send(table, source);
  };
  const field = (cell: Cell) => {
    const read = readNumber(text[cell]);
    return (
      <td onPointerDownCapture={() => press(cell)}>
        <TextInput
          aria-label={CELL_WORDS[cell]}
          name={`counts/${cell}`}
          description={CELL_WORDS[cell]}
          inputMode="numeric"
          autoComplete="off"
          className={styles.number}
          readOnly={because !== null}
          value={text[cell]}
          error={read.isRead ? errors.of(`counts/${cell}`) : read.problem}
          onChange={event => setText({ ...text, [cell]: event.currentTarget.value })}
          onBlur={keep}
        />
      </td>
    );
  };
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
          value={text.foundAt}
          error={errors.of('foundAt')}
          onChange={event => setText({ ...text, foundAt: event.currentTarget.value })}
          onBlur={keep}
        />
        <SourceSlot
          place={studyPlace(outcomeId)}
          whose={outcome.name}
          reports={study.reports}
          source={source}
          because={because}
          onKeep={next => put(next)}
        />
        {save.isError && errors.count === 0 && (
          <p className={styles.refused} role="alert">
            {save.error.message}
          </p>
        )}
      </div>
      <div className={preview.card}>
        <Share name="Sensitivity" count={table?.tp} of={table && table.tp + table.fn} />
        <Share name="Specificity" count={table?.tn} of={table && table.tn + table.fp} />
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

function textOf(stored: ReturnType<typeof storedCounts>): Text {
  const counts = stored?.counts.kind === 'accuracy' ? stored.counts : null;
  const [tp = '', fp = '', fn = '', tn = ''] = CELLS.map(cell => numberText(counts?.[cell] ?? null));
  return { tp, fp, fn, tn, foundAt: stored?.foundAt ?? '' };
}

/** The four counts, when all of them can be read. */
function tableOf(text: Text): Record<Cell, number> | null {
  const [tp, fp, fn, tn] = CELLS.map(cell => {
    const read = readNumber(text[cell]);
    return read.isRead && read.value !== null && read.value >= 0 ? read.value : null;
  });
  if (typeof tp !== 'number' || typeof fp !== 'number' || typeof fn !== 'number' || typeof tn !== 'number') return null;
  return { tp, fp, fn, tn };
}
