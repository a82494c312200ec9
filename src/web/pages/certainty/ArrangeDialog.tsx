import { NumberInput, Select, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listAnalyses } from '#contract/synthesis';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './Findings.module.css';
import { type FindingsOf, useCertaintyDeeds } from './useCertainty.ts';

interface Row {
  readonly outcomeId: string;
  readonly analysisId: string | null;
  readonly baselines: readonly { readonly risk: number; readonly source: string }[];
  readonly comment: string;
}

const MOST = 7;

/** Which outcomes stand in the summary, bound to which analysis, told at which risks. */
export function ArrangeDialog({
  reviewId,
  findings,
  onClose,
}: {
  reviewId: string;
  findings: FindingsOf;
  onClose: () => void;
}) {
  const [rows, setRows] = useState<readonly Row[]>(
    findings.outcomes.map(({ outcomeId, analysisId, baselines, remark }) => ({
      outcomeId,
      analysisId,
      baselines,
      comment: remark,
    })),
  );
  const { arrange } = useCertaintyDeeds(reviewId);
  const errors = useFieldErrors(arrange.error, ['rows']);
  const known = useQuery({
    queryKey: ['reviews', reviewId, 'analyses'],
    queryFn: ({ signal }) => call(listAnalyses, { params: { reviewId }, signal }),
  });
  const outcomes = known.data?.outcomes ?? [];
  const analyses = known.data?.analyses ?? [];
  const change = (place: number, part: Partial<Row>) =>
    setRows(before => before.map((row, at) => (at === place ? { ...row, ...part } : row)));
  const move = (place: number, by: -1 | 1) => {
    if (place + by < 0 || place + by >= rows.length) return;
    const next = [...rows];
    const [row] = next.splice(place, 1);
    if (row) next.splice(place + by, 0, row);
    setRows(next);
  };
  const addable = outcomes.map(({ outcomeId, name, timepoint }) => ({
    value: outcomeId,
    label: [name, timepoint].filter(Boolean).join(', '),
  }));
  const save = () =>
    arrange.mutate(
      {
        rows: rows.map(row => ({ ...row, baselines: row.baselines.filter(one => one.risk > 0 && one.source !== '') })),
      },
      { onSuccess: onClose },
    );
  return (
    <Dialog title="Which outcomes, in which order?" onClose={onClose}>
      <form
        ref={errors.form}
        className={styles.form}
        onSubmit={event => {
          event.preventDefault();
          save();
        }}
      >
        <FormProblem problem={arrange.error} errors={errors} />
        {rows.map((row, place) => {
          const name = addable.find(one => one.value === row.outcomeId)?.label ?? 'Outcome';
          return (
            // A row has no name but its place while it is being arranged.
            <fieldset key={`${row.outcomeId} ${String(place)}`} className={styles.arranged}>
              <legend className={styles.arrangedName}>{name}</legend>
              <span className={styles.arrangedDeeds}>
                <IconButton
                  label={`Move ${name} up`}
                  icon={<IconArrowUp size={16} stroke={1.75} />}
                  onClick={() => move(place, -1)}
                />
                <IconButton
                  label={`Move ${name} down`}
                  icon={<IconArrowDown size={16} stroke={1.75} />}
                  onClick={() => move(place, 1)}
                />
                <IconButton
                  label={`Take ${name} out`}
                  icon={<IconX size={16} stroke={1.75} />}
                  onClick={() => setRows(rows.filter((_, at) => at !== place))}
                />
              </span>
              <Select
                label="Analysis"
                placeholder="None: it stands there as not pooled"
                clearable
                data={analyses
                  .filter(one => one.outcomeId === row.outcomeId)
                  .map(({ analysisId, name: label }) => ({ value: analysisId, label }))}
                value={row.analysisId}
                comboboxProps={{ withinPortal: false }}
                onChange={analysisId => change(place, { analysisId })}
              />
              <TextInput
                label="Remark below its name"
                maxLength={300}
                value={row.comment}
                onChange={event => change(place, { comment: event.currentTarget.value })}
              />
              {row.baselines.map((baseline, at) => (
                <div key={String(at)} className={styles.baseline}>
                  <NumberInput
                    label="Without it, per 1,000"
                    min={0.1}
                    max={999.9}
                    decimalScale={3}
                    value={baseline.risk * 1000}
                    onChange={value =>
                      change(place, {
                        baselines: row.baselines.map((one, i) =>
                          i === at ? { ...one, risk: Number(value) / 1000 } : one,
                        ),
                      })
                    }
                  />
                  <TextInput
                    label="Where it comes from"
                    maxLength={200}
                    value={baseline.source}
                    onChange={event =>
                      change(place, {
                        baselines: row.baselines.map((one, i) =>
                          i === at ? { ...one, source: event.currentTarget.value } : one,
                        ),
                      })
                    }
                  />
                </div>
              ))}
              <span className={styles.hint}>
                {row.baselines.length === 0 ? 'Risks without treatment are taken from the studies. ' : ''}
                <LinkButton onClick={() => change(place, { baselines: [...row.baselines, { risk: 0.1, source: '' }] })}>
                  Choose a risk
                </LinkButton>{' '}
                {row.baselines.length > 0 && (
                  <LinkButton onClick={() => change(place, { baselines: [] })}>Take them from the studies</LinkButton>
                )}
              </span>
            </fieldset>
          );
        })}
        {rows.length < MOST ? (
          <Select
            label="Add an outcome"
            placeholder="Choose"
            data={addable}
            value={null}
            comboboxProps={{ withinPortal: false }}
            onChange={outcomeId => {
              if (!outcomeId) return;
              const analysisId = analyses.find(one => one.outcomeId === outcomeId)?.analysisId ?? null;
              setRows([...rows, { outcomeId, analysisId, baselines: [], comment: '' }]);
            }}
          />
        ) : (
          <p className={styles.hint}>
            Seven outcomes are the most that a reader can weigh. Take one out to add another.
          </p>
        )}
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Not now</ActionButton>
          <ActionButton kind="primary" type="submit" isWorking={arrange.isPending}>
            Keep the arrangement
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
