import { NumberInput, Select } from '@mantine/core';
import { becauseWords } from '#core/reporting/becauseWords';
import { pText } from '#core/reporting/numbers';
import type { DependenceChoices, DependentEffects, MeanOfGroups } from '#core/synthesis/multilevel/dependentEffects';
import { AnswerSentence } from '../../../parts/AnswerSentence.tsx';
import { type Column, DataTable } from '../../../parts/DataTable.tsx';
import { LinkButton } from '../../../parts/LinkButton.tsx';
import { Note } from '../../../parts/Note.tsx';
import { counted } from '../../../words/counted.ts';
import { dependentAnswer, dependentNumbers } from '../dependentWords.ts';
import { measureOf, type Result } from '../liveAnalysis.ts';
import { rangeText, writerOf } from '../resultNumbers.ts';
import { NoCharacteristic } from './NoCharacteristic.tsx';
import { NumbersOfNote } from './NumbersOfNote.tsx';
import styles from './SequentialPart.module.css';
import type { TabProps } from './TabProps.ts';

/** Do effects belong together? Several of one cohort, laboratory or district say less than they seem to. */
export function DependentPart(props: TabProps & { readonly reviewId: string | null }) {
  const { data, plan, result, onChange, reviewId } = props;
  const chosen = plan.specification.dependence;
  if (data.characteristics.length === 0)
    return <NoCharacteristic reviewId={reviewId} use="say which effects belong together" />;
  const keep = (dependence: DependenceChoices | null) =>
    onChange({ ...plan, specification: { ...plan.specification, dependence } });
  const found = result.dependence;
  return (
    <>
      <div className={styles.fields}>
        <Select
          label="Grouped by"
          description="One cohort, laboratory, author group or district."
          placeholder="Choose a characteristic"
          clearable
          data={data.characteristics.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen?.by ?? null}
          onChange={by => keep(by === null ? null : { by, correlation: chosen?.correlation ?? 0 })}
        />
        {chosen && (
          <NumberInput
            label="Correlation of their errors"
            description="0 unless the same people are counted twice."
            min={0}
            max={0.99}
            step={0.1}
            decimalScale={2}
            hideControls
            value={chosen.correlation}
            onChange={value => {
              const correlation = Number(value);
              if (value !== '' && correlation >= 0 && correlation <= 0.99) keep({ ...chosen, correlation });
            }}
          />
        )}
      </div>
      {!chosen && (
        <Note kind="info" claim="Each effect stands for itself so far.">
          Choose what groups them, and the pooled effect is given with intervals that hold also where effects of one
          group are alike.
        </Note>
      )}
      {chosen && found && !found.estimable && (
        <Note kind="info" claim="There is no such analysis.">
          {becauseWords(found.because)}.
        </Note>
      )}
      {chosen && found?.estimable && (
        <>
          <p className="muted" style={{ marginBottom: 16 }}>
            This grouping is part of the analysis and is saved with it.{' '}
            <LinkButton onClick={() => keep(null)}>Take it out of the analysis</LinkButton>
          </p>
          <Found {...props} found={found.value} />
        </>
      )}
    </>
  );
}

interface Row {
  readonly key: string;
  readonly name: string;
  readonly mean: MeanOfGroups;
}

function Found({ found, result, data }: TabProps & { readonly found: DependentEffects }) {
  const write = writerOf(result, data);
  const { claim, rest } = dependentAnswer(found, measureOf(result, data).noEffect);
  const unknown = found.unknown.length;
  return (
    <>
      <AnswerSentence claim={claim}>{rest}</AnswerSentence>
      {unknown > 0 && (
        <Note kind="warn" claim={`The group of ${counted(unknown, 'study', 'studies')} isn’t known.`}>
          {found.unknown.join(', ')}: left out here.
        </Note>
      )}
      <Means result={result} data={data} rows={rowsOf(found)} write={write} />
      {found.threeLevels.estimable ? (
        <NumbersOfNote numbers={dependentNumbers(found, found.threeLevels.value)} />
      ) : (
        <p className="muted">No model of three levels: {becauseWords(found.threeLevels.because)}.</p>
      )}
      {!found.robust.estimable && <p className="muted">No robust interval: {becauseWords(found.robust.because)}.</p>}
    </>
  );
}

function rowsOf({ plain, robust, threeLevels }: DependentEffects): Row[] {
  return [
    { key: 'plain', name: 'As if each stood for itself', mean: plain },
    ...(robust.estimable
      ? [
          { key: 'CR1', name: 'Cluster-robust, CR1', mean: robust.value.CR1 },
          { key: 'CR2', name: 'Cluster-robust, CR2 (Satterthwaite)', mean: robust.value.CR2 },
        ]
      : []),
    ...(threeLevels.estimable
      ? [
          { key: 'three', name: 'Three levels', mean: threeLevels.value.mean },
          { key: 'three-CR2', name: 'Three levels, CR2', mean: threeLevels.value.robust },
        ]
      : []),
  ];
}

function Means({
  result,
  data,
  rows,
  write,
}: {
  readonly result: Result;
  readonly data: TabProps['data'];
  readonly rows: readonly Row[];
  readonly write: (value: number) => string;
}) {
  const columns: readonly Column<Row>[] = [
    { key: 'name', head: 'Interval', phone: 'title', cell: row => row.name },
    {
      key: 'effect',
      head: `${measureOf(result, data).title}, ${result.spec.level} % CI`,
      align: 'end',
      phone: 'end',
      cell: ({ mean }) => (
        <>
          <b>{write(mean.estimate)}</b> {rangeText(mean, write)}
        </>
      ),
    },
    {
      key: 'df',
      head: 'Degrees of freedom',
      align: 'end',
      cell: ({ mean: { df } }) => (df === null ? 'normal' : `${df.toFixed(Number.isInteger(df) ? 0 : 1)} df`),
    },
    { key: 'p', head: 'p', align: 'end', cell: ({ mean }) => pText(mean.p) },
  ];
  return (
    <DataTable
      label="The pooled effect by how effects belong together"
      columns={columns}
      rows={rows}
      rowKey={row => row.key}
    />
  );
}
