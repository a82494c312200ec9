import { useMemo } from 'react';
import { decimalText } from '#core/reporting/numbers';
import { AnswerSentence } from '../../../parts/AnswerSentence.tsx';
import { type Column, DataTable } from '../../../parts/DataTable.tsx';
import { liveAnalysis, measureOf, type Result } from '../liveAnalysis.ts';
import { holds, rangeText, writerOf } from '../resultNumbers.ts';
import type { TabProps } from './TabProps.ts';

interface Row {
  readonly key: string;
  readonly name: string;
  readonly result: Result;
}

/** The same analysis with and without studies whose risk of bias is high. */
export function BiasPart({ result, data, plan }: TabProps) {
  const rows = useMemo(() => {
    const without = (key: string, name: string, keep: (study: (typeof data.studies)[number]) => boolean): Row => ({
      key,
      name,
      result: liveAnalysis(plan, { ...data, studies: data.studies.filter(keep) }),
    });
    return [
      without('all', 'All studies', () => true),
      without('without-high', 'Without high risk', study => !study.isHighRisk),
      without('only-low', 'Low risk only', study => study.riskOfBias === 'low' || study.riskOfBias === 'good'),
    ];
  }, [data, plan]);
  const write = writerOf(result, data);
  const measure = measureOf(result, data);
  const [all, less] = rows.map(row => row.result.pooled);
  const high = data.studies.filter(study => study.isHighRisk).length;
  const isOpen = (pooled: Result['pooled'] | undefined) =>
    pooled?.estimable === true && measure.noEffect !== null && holds(pooled.value, measure.noEffect);
  const claim =
    high === 0
      ? 'No study is at high risk of bias.'
      : !less?.estimable
        ? 'Without the studies at high risk nothing is left to pool.'
        : isOpen(all) === isOpen(less)
          ? 'Without the studies at high risk the answer stays.'
          : 'The answer hangs on studies at high risk of bias.';
  const columns: readonly Column<Row>[] = [
    { key: 'name', head: 'Pooled', phone: 'title', cell: row => row.name },
    { key: 'k', head: 'Studies', align: 'end', cell: row => row.result.k },
    {
      key: 'effect',
      head: `${measure.title}, ${result.spec.level} % CI`,
      align: 'end',
      phone: 'end',
      cell: ({ result: { pooled } }) =>
        pooled.estimable ? (
          <>
            <b>{write(pooled.value.estimate)}</b> {rangeText(pooled.value, write)}
          </>
        ) : (
          'Not pooled'
        ),
    },
    {
      key: 'share',
      head: 'I²',
      align: 'end',
      cell: ({ result: { heterogeneity } }) =>
        heterogeneity.estimable ? `${decimalText(heterogeneity.value.iSquaredPercent, 0)} %` : '–',
    },
  ];
  return (
    <>
      <AnswerSentence claim={claim}>
        {high} of {data.studies.length} studies {high === 1 ? 'is' : 'are'} judged so. In Settings, “Leave out high risk
        of bias” switches them off in all tabs.
      </AnswerSentence>
      <DataTable label="By risk of bias" columns={columns} rows={rows} rowKey={row => row.key} />
    </>
  );
}
