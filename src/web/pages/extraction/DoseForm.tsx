import { SegmentedControl, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { use, useState } from 'react';
import { removeStudyCounts, saveStudyCounts } from '#contract/counts';
import type { BodyInputOf } from '#contract/endpoint';
import { doseTable, impossibleCounts } from '#core/extraction/counts';
import { becauseWords } from '#core/reporting/becauseWords';
import { decimalText } from '#core/reporting/numbers';
import { ownSlope } from '#core/synthesis/doseResponse/doseAnalysis';
import { DOSE_DESIGNS, type DoseDesign } from '#core/synthesis/doseResponse/greenlandLongnecker';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ReadingContext } from '../../parts/reading/reading.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { usePhone } from '../../parts/usePhone.ts';
import styles from './CountsForm.module.css';
import {
  type CountsFormProps,
  DESIGN_WORDS,
  emptyLevel,
  isBlankLevel,
  LEVEL_FIELDS,
  type LevelField,
  type LevelText,
  levelsOf,
  levelTexts,
  storedCounts,
} from './countsText.ts';
import preview from './EffectPreview.module.css';
import { studyPlace } from './reading/reading.ts';
import { SourceSlot } from './reading/SourceSlot.tsx';
import { readNumber } from './readNumber.ts';
import type { Source } from './sheet/sheet.ts';
import { useDeed } from './useExtraction.ts';

/** Cases by level of exposure, with the ratios that the report gives. Saved on leaving a field, when rows are whole. */
export function DoseForm({ reviewId, study, outcome, because, tellTrouble }: CountsFormProps) {
  const { outcomeId } = outcome;
  const stored = storedCounts(study, outcomeId);
  const counts = stored?.counts.kind === 'dose-response' ? stored.counts : null;
  const [design, setDesign] = useState<DoseDesign>(counts?.design ?? 'cumulative-incidence');
  const [rows, setRows] = useState<readonly LevelText[]>(() => levelTexts(counts?.levels ?? []));
  const [foundAt, setFoundAt] = useState(stored?.foundAt ?? '');
  const params = { reviewId, studyId: study.studyId, outcomeId };
  const save = useDeed(
    reviewId,
    (body: BodyInputOf<typeof saveStudyCounts> | null) =>
      body === null ? call(removeStudyCounts, { params }) : call(saveStudyCounts, { params, body }),
    { scope: { id: outcomeId } },
  );
  const names = rows.flatMap((_, place) => LEVEL_FIELDS.map(field => `counts/levels/${place}/${field}`));
  const errors = useFieldErrors(save.error, [...names, 'foundAt']);
  const heads: Readonly<Record<LevelField, string>> = {
    dose: outcome.unit === '' ? 'Dose' : `Dose, ${outcome.unit}`,
    cases: 'Cases',
    total: DESIGN_WORDS[design].total,
    ratio: 'Ratio',
    lower: 'Lower, 95 %',
    upper: 'Upper, 95 %',
  };
  const levels = levelsOf(rows);
  const isPhone = usePhone();
  const asked = (of: DoseDesign, found: ReturnType<typeof levelsOf>) =>
    found && {
      kind: 'dose-response' as const,
      design: of,
      percentConfidence: counts?.percentConfidence ?? 95,
      levels: found,
    };
  const reading = use(ReadingContext);
  const [given, setGiven] = useState<Source | null>();
  const source = given === undefined ? (stored?.source ?? null) : given;
  const send = (next: ReturnType<typeof asked>, from: Source | null) =>
    save.mutate(next && { counts: next, foundAt: foundAt.trim(), source: from }, {
      onSuccess: () => tellTrouble(outcomeId, false),
      onError: () => tellTrouble(outcomeId, true),
    });
  const put = (from: Source | null) => {
    const next = asked(design, levelsOf(rows));
    setGiven(from);
    if (next && next.levels.length >= 2) send(next, from);
  };
  const keep = (nextRows = rows, nextDesign = design) => {
    const next = asked(nextDesign, levelsOf(nextRows));
    const isEmpty = nextRows.every(isBlankLevel);
    if (JSON.stringify(next) === JSON.stringify(counts) && foundAt.trim() === (stored?.foundAt ?? '') && !save.isError)
      return tellTrouble(outcomeId, false);
    if (isEmpty && !stored) return tellTrouble(outcomeId, false);
    // A half-typed table waits: what can't be read yet is not sent, and the page says that it isn't saved.
    if (!isEmpty && (!next || next.levels.length < 2)) return tellTrouble(outcomeId, true);
    send(isEmpty ? null : next, source);
  };
  const remove = (place: number) => {
    const next = rows.filter((_, at) => at !== place);
    setRows(next.length > 0 ? next : [emptyLevel()]);
    keep(next);
  };
  return (
    <div className={styles.form}>
      <div className={styles.fields}>
        <SegmentedControl
          aria-label="What the study counted"
          readOnly={because !== null}
          data={DOSE_DESIGNS.map(value => ({ value, label: DESIGN_WORDS[value].name }))}
          value={design}
          onChange={word => {
            const next = DOSE_DESIGNS.find(one => one === word) ?? design;
            setDesign(next);
            keep(rows, next);
          }}
        />
        <table
          className={styles.levels}
          onPointerDownCapture={() => {
            const next = because === null ? reading.take() : null;
            if (next) put(next);
          }}
        >
          <thead>
            <tr>
              {LEVEL_FIELDS.map(field => (
                <th key={field} scope="col">
                  {heads[field]}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
              <tr key={place}>
                {LEVEL_FIELDS.map(field => {
                  const read = readNumber(row[field]);
                  const name = `counts/levels/${place}/${field}`;
                  return (
                    <td key={field}>
                      <TextInput
                        {...(isPhone ? { label: heads[field] } : {})}
                        aria-label={`${heads[field]}, level ${place + 1}`}
                        name={name}
                        inputMode="decimal"
                        autoComplete="off"
                        className={styles.number}
                        readOnly={because !== null}
                        value={row[field]}
                        error={read.isRead ? errors.of(name) : read.problem}
                        onChange={event => {
                          const { value } = event.currentTarget;
                          setRows(rows.map((one, at) => (at === place ? { ...one, [field]: value } : one)));
                        }}
                        onBlur={() => keep()}
                      />
                    </td>
                  );
                })}
                <td>
                  {because === null && (
                    <button
                      type="button"
                      className={styles.remove}
                      aria-label={`Remove level ${place + 1}`}
                      onClick={() => remove(place)}
                    >
                      <IconX size={16} stroke={1.75} />
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <div>
          <ActionButton
            size="small"
            icon={<IconPlus stroke={1.75} />}
            because={because}
            becauseAt="tip"
            onClick={() => setRows([...rows, emptyLevel()])}
          >
            Add a level
          </ActionButton>
        </div>
        <p className="muted">
          Leave the ratio empty at the level that the others are compared with. Without any ratio, they are worked out
          from the counts.
        </p>
        <TextInput
          label="Found at"
          name="foundAt"
          placeholder="p. 5, table 2"
          maxLength={300}
          readOnly={because !== null}
          value={foundAt}
          error={errors.of('foundAt')}
          onChange={event => setFoundAt(event.currentTarget.value)}
          onBlur={() => keep()}
        />
        <SourceSlot
          place={studyPlace(outcomeId)}
          whose={outcome.name}
          reports={study.reports}
          source={source}
          because={because}
          onKeep={put}
        />
        {save.isError && errors.count === 0 && (
          <p className={styles.refused} role="alert">
            {save.error.message}
          </p>
        )}
      </div>
      <div className={preview.card}>
        <Slope counts={asked(design, levels)} unit={outcome.unit} />
      </div>
    </div>
  );
}

/** The study's own straight line, as soon as its levels can be read. */
function Slope({ counts, unit }: { counts: Parameters<typeof doseTable>[0] | null; unit: string }) {
  const title = `Ratio for each ${['1', unit].filter(Boolean).join(' ')} more`;
  const problems = counts ? impossibleCounts('dose-response', { ...counts, kind: 'dose-response' }) : [];
  const slope = counts && problems.length === 0 ? ownSlope(doseTable(counts), 1) : null;
  if (!slope?.estimable) {
    const why = problems[0]?.detail ?? `Not yet: ${becauseWords(slope?.because ?? 'numbers-missing')}.`;
    return (
      <>
        <p className={preview.name}>{title}</p>
        <p className="muted">{why}</p>
      </>
    );
  }
  const { yi, sei } = slope.value;
  const shown = (value: number) => decimalText(Math.exp(value), 3);
  return (
    <>
      <p className={preview.name}>
        {title}
        <span className={preview.value}>
          <strong>{shown(yi)}</strong> {shown(yi - 1.959964 * sei)} to {shown(yi + 1.959964 * sei)}
        </span>
      </p>
      <p className="muted">A straight line through this study’s levels.</p>
    </>
  );
}
