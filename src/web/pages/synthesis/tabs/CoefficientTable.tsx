import { decimalText, pText } from '#core/reporting/numbers';
import type { ModeratorAnalysis, RegressionCoefficient } from '#core/synthesis/moderatorAnalysis';
import { type Column, DataTable } from '../../../parts/DataTable.tsx';
import { measureOf, type Result } from '../liveAnalysis.ts';
import type { OutcomeData } from '../plan.ts';

const four = (value: number) => decimalText(value, Math.abs(value) < 0.1 ? 4 : 3);

/** The coefficients as they were fitted, on the analysis scale; for ratios also turned back. */
export function CoefficientTable({
  result,
  data,
  analysis,
}: {
  result: Result;
  data: OutcomeData;
  analysis: ModeratorAnalysis;
}) {
  const measure = measureOf(result, data);
  const isRatio = measure.scale === 'log';
  const columns: readonly Column<RegressionCoefficient>[] = [
    { key: 'name', head: 'Coefficient', phone: 'title', cell: row => row.name },
    { key: 'estimate', head: measure.analysed, align: 'end', phone: 'end', cell: row => <b>{four(row.estimate)}</b> },
    {
      key: 'interval',
      head: `${result.spec.level} % CI`,
      align: 'end',
      cell: row => `${four(row.lower)} to ${four(row.upper)}`,
    },
    ...(isRatio
      ? [
          {
            key: 'ratio',
            head: 'As a ratio',
            align: 'end' as const,
            phone: 'hidden' as const,
            cell: (row: RegressionCoefficient) => decimalText(Math.exp(row.estimate), 3),
          },
        ]
      : []),
    { key: 'p', head: 'p', align: 'end', cell: row => pText(row.p).replace('p = ', '') },
  ];
  return (
    <>
      <DataTable label="Coefficients" columns={columns} rows={analysis.coefficients} rowKey={row => row.name} />
      {analysis.redundant.length > 0 && (
        <p className="muted">Left out, because the others say the same: {analysis.redundant.join(', ')}.</p>
      )}
    </>
  );
}
