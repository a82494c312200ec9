import { useMemo } from 'react';
import { pText } from '#core/reporting/numbers';
import { type Column, DataTable } from '../../../parts/DataTable.tsx';
import { Section } from '../../../parts/Section.tsx';
import { HeavyState } from '../heavy/HeavyState.tsx';
import { useHeavy } from '../heavy/useHeavy.ts';
import { measureOf } from '../liveAnalysis.ts';
import { rangeText, writerOf } from '../resultNumbers.ts';
import { type AdjustedRow, adjustedEffects, asymmetryTests, hiddenStudies, type TestRow } from '../smallStudyRows.ts';
import type { TabProps } from './TabProps.ts';

export const TEST_COLUMNS: readonly Column<TestRow>[] = [
  { key: 'name', head: 'Test', phone: 'title', cell: row => row.name, width: '20%' },
  { key: 'statistic', head: 'Statistic', align: 'end', cell: row => row.statistic, width: '16%' },
  { key: 'p', head: 'p', align: 'end', phone: 'end', cell: row => pText(row.p).replace('p = ', ''), width: '12%' },
  { key: 'means', head: 'What it looks at', phone: 'below', cell: row => <span className="muted">{row.means}</span> },
];

/** Tests, what-ifs and unseen studies below the funnel. */
export function SmallStudyTables({ result, data }: Pick<TabProps, 'result' | 'data'>) {
  const write = writerOf(result, data);
  const { title } = measureOf(result, data);
  const tests = useMemo(() => asymmetryTests(result, data), [result, data]);
  const adjusted = useMemo(() => adjustedEffects(result, write), [result, write]);
  const columns = adjustedColumns(title, result.spec.level);
  return (
    <>
      <Section title="Tests of asymmetry" hint="A small p: the funnel leans more than chance would make it.">
        <DataTable label="Tests of asymmetry" columns={TEST_COLUMNS} rows={tests} rowKey={row => row.name} />
      </Section>
      <Section
        title="What if that were publication bias?"
        hint="Sensitivity analyses: none of them is the corrected truth."
      >
        <DataTable label="Adjusted effects" columns={columns} rows={adjusted} rowKey={row => row.name} />
      </Section>
      {measureOf(result, data).noEffect !== null && <PickedForSignificance result={result} data={data} />}
    </>
  );
}

function adjustedColumns(title: string, level: number): readonly Column<AdjustedRow>[] {
  return [
    { key: 'name', head: 'Method', phone: 'title', cell: row => row.name, width: '26%' },
    { key: 'effect', head: title, align: 'end', phone: 'end', cell: row => <b>{row.effect}</b>, width: '12%' },
    { key: 'interval', head: `${level} % CI`, align: 'end', cell: row => row.interval, width: '16%' },
    {
      key: 'means',
      head: 'What it takes for granted',
      phone: 'below',
      cell: row => <span className="muted">{row.means}</span>,
    },
  ];
}

/** What looks at p-values: of comparisons alone, as a level of one group has none that means anything. */
function PickedForSignificance({ result, data }: Pick<TabProps, 'result' | 'data'>) {
  const write = writerOf(result, data);
  const columns = adjustedColumns(measureOf(result, data).title, result.spec.level);
  const hidden = useMemo(() => hiddenStudies(result), [result]);
  const input = useMemo(() => {
    const estimate = result.pooled.estimable ? result.pooled.value.estimate : 0;
    return { analysis: result, favoured: estimate < 0 ? ('less' as const) : ('greater' as const) };
  }, [result]);
  const selection = useHeavy('selection', input);
  const selected: readonly AdjustedRow[] = (selection.value ?? []).map(({ name, result: fit }) => ({
    name,
    effect: fit?.converged ? write(fit.estimate) : 'Not estimable',
    interval: fit?.converged ? rangeText(fit, write) : '',
    means: fit?.converged
      ? `Likelihood ratio against no selection: ${pText(fit.likelihoodRatioP)}. τ² ${fit.tauSquared.toFixed(2)}.`
      : `The model found no best fit${fit ? ` in ${fit.iterations} rounds of its search` : ''}.`,
  }));
  return (
    <>
      <Section title="Selection models" hint="If results with small p were more likely to be published.">
        {selection.value ? (
          <DataTable label="Selection models" columns={columns} rows={selected} rowKey={row => row.name} />
        ) : (
          <HeavyState
            word="The fit of the selection models"
            progress={selection.progress}
            problem={selection.problem}
          />
        )}
      </Section>
      <Section
        title="Unseen studies"
        hint="Old numbers that many journals ask for still; none of them looks at the funnel."
      >
        <DataTable
          label="Unseen studies"
          columns={[
            { key: 'name', head: 'Number', phone: 'title', cell: row => row.name, width: '26%' },
            { key: 'value', head: '', align: 'end', phone: 'end', cell: row => <b>{row.value}</b>, width: '28%' },
            {
              key: 'means',
              head: 'What it says',
              phone: 'below',
              cell: row => <span className="muted">{row.means}</span>,
            },
          ]}
          rows={hidden}
          rowKey={row => row.name}
        />
      </Section>
    </>
  );
}
