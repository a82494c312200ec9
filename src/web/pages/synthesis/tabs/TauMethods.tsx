import { useMemo } from 'react';
import { decimalText } from '#core/reporting/numbers';
import { analysedEffects } from '#core/synthesis/analysedEffects';
import { poolRandom } from '#core/synthesis/poolRandom';
import { type Column, DataTable } from '../../../parts/DataTable.tsx';
import { Section } from '../../../parts/Section.tsx';
import { TAU_CHOICES } from '../choices.ts';
import type { Result } from '../liveAnalysis.ts';
import { measureOf } from '../liveAnalysis.ts';
import type { OutcomeData } from '../plan.ts';
import { rangeText, varianceText, writerOf } from '../resultNumbers.ts';

interface Row {
  readonly method: string;
  readonly label: string;
  readonly tauSquared: string;
  readonly share: string;
  readonly effect: string;
  readonly interval: string;
}

/** Does the answer depend on how τ² is estimated? The same studies by every method. */
export function TauMethods({ result, data }: { result: Result; data: OutcomeData }) {
  const write = writerOf(result, data);
  const rows = useMemo(() => {
    const effects = analysedEffects(result);
    if (effects.yi.length < 2) return [];
    return TAU_CHOICES.flatMap(({ value, label }): Row[] => {
      const { pooled, heterogeneity } = poolRandom({ ...result.spec, tauSquared: value }, effects);
      if (!pooled.estimable || !heterogeneity.estimable) return [];
      return [
        {
          method: value,
          label,
          tauSquared: varianceText(heterogeneity.value.tauSquared ?? 0),
          share: `${decimalText(heterogeneity.value.iSquaredPercent, 0)} %`,
          effect: write(pooled.value.estimate),
          interval: rangeText(pooled.value, write),
        },
      ];
    });
  }, [result, write]);
  if (rows.length === 0) return null;
  const columns: readonly Column<Row>[] = [
    { key: 'method', head: 'Method', phone: 'title', cell: row => row.label },
    { key: 'tau', head: 'τ²', align: 'end', cell: row => row.tauSquared },
    { key: 'share', head: 'I²', align: 'end', phone: 'hidden', cell: row => row.share },
    {
      key: 'effect',
      head: measureOf(result, data).title,
      align: 'end',
      phone: 'end',
      cell: row => <b>{row.effect}</b>,
    },
    { key: 'interval', head: `${result.spec.level} % CI`, align: 'end', cell: row => row.interval },
  ];
  return (
    <Section
      title="The same studies by other methods"
      hint="Alike in all rows: the choice of method doesn’t matter here."
    >
      <DataTable
        label="Between-study variance by method"
        columns={columns}
        rows={rows}
        rowKey={row => row.method}
        isMarked={row => row.method === result.spec.tauSquared}
      />
    </Section>
  );
}
