import { useMemo } from 'react';
import { decimalText } from '#core/reporting/numbers';
import { analysedEffects, modelOptionsOf } from '#core/synthesis/analysedEffects';
import { type HeterogeneityLimits, heterogeneityIntervals } from '#core/synthesis/heterogeneityIntervals';
import { type Column, DataTable } from '../../../parts/DataTable.tsx';
import { Section } from '../../../parts/Section.tsx';
import type { Result } from '../liveAnalysis.ts';
import { varianceText } from '../resultNumbers.ts';

const METHODS: Readonly<Record<HeterogeneityLimits['method'], string>> = {
  'q-profile': 'Q-profile',
  'profile-likelihood': 'Profile likelihood',
};

/** How surely heterogeneity is known: limits of τ², I² and H² by each method that fits the estimator. */
export function TauIntervals({ result }: { result: Result }) {
  const rows = useMemo(() => {
    const effects = analysedEffects(result);
    if (effects.yi.length < 2) return [];
    const { qProfile, profileLikelihood } = heterogeneityIntervals(effects, modelOptionsOf(result.spec));
    return profileLikelihood ? [qProfile, profileLikelihood] : [qProfile];
  }, [result]);
  if (rows.length === 0) return null;
  const range = ({ lower, upper }: { lower: number; upper: number }, write: (value: number) => string) =>
    `${write(lower)} to ${upper === Number.POSITIVE_INFINITY ? 'no limit' : write(upper)}`;
  const columns: readonly Column<HeterogeneityLimits>[] = [
    { key: 'method', head: 'Method', phone: 'title', cell: row => METHODS[row.method] },
    {
      key: 'tau',
      head: 'τ²',
      align: 'end',
      phone: 'end',
      cell: row => (row.tauSquared.isEmpty ? 'empty' : range(row.tauSquared, varianceText)),
    },
    {
      key: 'share',
      head: 'I², %',
      align: 'end',
      cell: row => range(row.iSquaredPercent, value => decimalText(value, 0)),
    },
    { key: 'h', head: 'H²', align: 'end', cell: row => range(row.hSquared, value => decimalText(value, 1)) },
  ];
  const isLikelihood = rows.length > 1;
  return (
    <Section
      title={`How surely the scatter is known, ${result.spec.level} % CI`}
      hint={isLikelihood ? '' : 'Profile likelihood needs REML or maximum likelihood.'}
    >
      <DataTable label="Intervals of heterogeneity" columns={columns} rows={rows} rowKey={row => row.method} />
    </Section>
  );
}
