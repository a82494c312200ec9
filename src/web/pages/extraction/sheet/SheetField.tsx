import { use, useEffect, useState } from 'react';
import { fitValue } from '#core/extraction/form/fitValue';
import { ActionButton } from '../../../parts/ActionButton.tsx';
import { ReadingContext } from '../../../parts/reading/reading.ts';
import { useFieldErrors } from '../../../parts/useFieldErrors.ts';
import type { Study } from '../extraction.ts';
import type { FieldOfForm } from '../form/formDraft.ts';
import { fieldPlace, numberInQuote } from '../reading/reading.ts';
import { SourceSlot } from '../reading/SourceSlot.tsx';
import { readNumber } from '../readNumber.ts';
import type { TellTrouble } from '../StudyPage.tsx';
import { SheetInput } from './SheetInput.tsx';
import styles from './SheetTab.module.css';
import { type FieldValue, type Source, useRecordValue } from './sheet.ts';

export interface SheetFieldProps {
  readonly reviewId: string;
  readonly study: Study;
  readonly field: FieldOfForm;
  readonly armId: string | null;
  readonly stored: FieldValue | null;
  readonly isMissing: boolean;
  readonly because: string | null;
  readonly tellTrouble: TellTrouble;
}

/** One field of the form: its value, or that it is not reported, and where it was read. Saved on leaving it. */
export function SheetField(props: SheetFieldProps) {
  const { reviewId, study, field, armId, stored, isMissing, because, tellTrouble } = props;
  const { characteristicId } = field;
  const save = useRecordValue(reviewId, study.studyId, { characteristicId, armId });
  const errors = useFieldErrors(save.error, ['value']);
  const storedText = stored?.value === null || stored === null ? '' : String(stored.value);
  const [text, setText] = useState(storedText);
  const [problem, setProblem] = useState<string | null>(null);
  // A source that was given before there was a value goes with the value, once it is there.
  const [given, setGiven] = useState<Source | null>(null);
  const reading = use(ReadingContext);
  useEffect(() => setText(storedText), [storedText]);
  const place = `${characteristicId}/${armId}`;
  const isNotReported = stored?.isNotReported ?? false;

  const send = (value: number | string | null, more: { isNotReported?: boolean; source?: Source | null } = {}) => {
    const source = more.source === undefined ? (stored?.source ?? given) : more.source;
    save.mutate(
      { value, isNotReported: more.isNotReported ?? false, foundAt: stored?.foundAt ?? '', source },
      {
        onSuccess: () => {
          tellTrouble(place, false);
          setGiven(null);
        },
        onError: () => tellTrouble(place, true),
      },
    );
  };
  const put = (source: Source | null) => {
    if (stored) return send(stored.value, { isNotReported, source });
    const typed = readField(field, text);
    const written = 'value' in typed ? typed.value : null;
    const found = written ?? (source && text.trim() === '' ? foundInQuote(field, source.quote) : null);
    if (found === null) return setGiven(source);
    if (written === null) setText(String(found));
    setProblem(null);
    send(found, { source });
  };
  const press = () => {
    const source = because === null ? reading.take() : null;
    if (source) put(source);
  };
  const leave = (next: string) => {
    setText(next);
    const read = readField(field, next);
    setProblem('problem' in read ? read.problem : null);
    if ('problem' in read) return tellTrouble(place, true);
    const before = stored?.value ?? null;
    if (read.value !== null && String(read.value) === String(before) && !save.isError) return tellTrouble(place, false);
    if (read.value === null && before === null) return tellTrouble(place, false);
    send(read.value);
  };
  const error = problem ?? errors.of('value') ?? (save.isError && errors.count === 0 ? save.error.message : undefined);
  return (
    <div className={field.kind === 'text' ? styles.wide : undefined}>
      <div onPointerDownCapture={press}>
        <SheetInput
          field={field}
          text={text}
          isNotReported={isNotReported}
          isMissing={isMissing}
          error={error}
          isReadOnly={because !== null}
          onText={setText}
          onLeave={leave}
        />
      </div>
      {stored?.misfit && <p className={styles.misfit}>Doesn’t fit the form any more: {stored.misfit}</p>}
      <div className={styles.under}>
        {because === null && (
          <ActionButton
            kind="quiet"
            size="small"
            label={`${isNotReported ? 'It is reported after all' : 'Not reported'}, ${field.name}`}
            onClick={() => {
              setProblem(null);
              send(null, { isNotReported: !isNotReported });
            }}
          >
            {isNotReported ? 'It is reported after all' : 'Not reported'}
          </ActionButton>
        )}
        <SourceSlot
          place={fieldPlace(characteristicId, armId)}
          whose={field.name}
          reports={study.reports}
          source={stored?.source ?? given}
          because={because}
          onKeep={put}
        />
        {stored && <span>{stored.recordedByName}</span>}
      </div>
    </div>
  );
}

function readField(field: FieldOfForm, text: string): { value: number | string | null } | { problem: string } {
  if (text.trim() === '') return { value: null };
  if (field.kind !== 'number') return { value: text.trim() };
  const number = readNumber(text);
  if (!number.isRead) return { problem: number.problem };
  if (number.value === null) return { value: null };
  const fitted = fitValue(field, number.value);
  return fitted.fits ? { value: number.value } : { problem: fitted.because };
}

/** What a quote says where nothing stands yet: its number, or its words where words are asked for. */
function foundInQuote(field: FieldOfForm, quote: string): number | string | null {
  if (field.kind === 'text') return quote;
  const number = field.kind === 'number' ? numberInQuote(quote) : null;
  const read = number === null ? null : readField(field, number);
  return read && 'value' in read ? read.value : null;
}
