import { useMemo } from 'react';
import { decimalText } from '#core/reporting/numbers';
import { analysedEffects, modelOptionsOf } from '#core/synthesis/analysedEffects';
import { type Influence, influence } from '#core/synthesis/influence';
import { AnswerSentence } from '../../../parts/AnswerSentence.tsx';
import { Badge } from '../../../parts/Badge.tsx';
import { type Column, DataTable } from '../../../parts/DataTable.tsx';
import { varianceText } from '../resultNumbers.ts';
import type { TabProps } from './TabProps.ts';

type Row = Influence & { readonly studyId: string; readonly label: string };

const two = (value: number) => (Number.isFinite(value) ? decimalText(value, 2) : 'not estimable');

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'study',
    head: 'Study',
    phone: 'title',
    cell: row => (
      <>
        {row.label} {row.isInfluential && <Badge kind="warn">influential</Badge>}
      </>
    ),
  },
  { key: 'rstudent', head: 'Residual', align: 'end', phone: 'end', cell: row => two(row.rStudent) },
  { key: 'dffits', head: 'DFFITS', align: 'end', cell: row => two(row.dffits) },
  { key: 'cook', head: 'Cook’s D', align: 'end', cell: row => two(row.cooksDistance) },
  { key: 'cov', head: 'Cov. ratio', align: 'end', phone: 'hidden', cell: row => two(row.covarianceRatio) },
  { key: 'tau', head: 'τ² without', align: 'end', cell: row => varianceText(row.tauSquaredWithout) },
  { key: 'q', head: 'Q without', align: 'end', phone: 'hidden', cell: row => decimalText(row.qWithout, 1) },
  { key: 'hat', head: 'Hat', align: 'end', phone: 'hidden', cell: row => two(row.hat) },
  { key: 'weight', head: 'Weight, %', align: 'end', phone: 'hidden', cell: row => decimalText(row.weightPercent, 1) },
];

/** What each study does to the model that it is in. */
export function InfluencePart({ result }: TabProps) {
  const rows = useMemo(() => {
    const effects = analysedEffects(result);
    if (effects.yi.length < 3) return [];
    const each = influence(effects, modelOptionsOf(result.spec));
    return effects.studies.flatMap((study, place): Row[] => {
      const own = each[place];
      return own ? [{ ...study, ...own }] : [];
    });
  }, [result]);
  if (rows.length === 0) return <p className="muted">Influence needs three studies with an effect.</p>;
  const influential = rows.filter(row => row.isInfluential);
  const outliers = rows.filter(row => Math.abs(row.rStudent) > 1.96);
  const expected = Math.max(1, Math.round(rows.length / 20));
  return (
    <>
      <AnswerSentence
        claim={
          influential.length === 0
            ? 'No study pulls the model out of shape.'
            : `${influential.map(row => row.label).join(', ')} shape${influential.length === 1 ? 's' : ''} the model more than the others.`
        }
      >
        {outliers.length === 0
          ? 'None lies farther off than its own uncertainty allows.'
          : `${outliers.map(row => row.label).join(', ')} lie${outliers.length === 1 ? 's' : ''} farther off than two standard errors; by chance about ${expected} of ${rows.length} would.`}{' '}
        To be influential is no reason to leave a study out, but one to read it again.
      </AnswerSentence>
      <DataTable
        label="Influence of each study"
        columns={COLUMNS}
        rows={rows}
        rowKey={row => row.studyId}
        isMarked={row => row.isInfluential}
      />
      <p className="muted" style={{ marginTop: 12 }}>
        Residual: how far the study lies from the pool of the others, in standard errors. DFFITS and Cook’s D: how much
        the pooled effect moves without it. Cov. ratio below 1: without it the pool would be surer. Hat: its share in
        its own expectation.
      </p>
    </>
  );
}
