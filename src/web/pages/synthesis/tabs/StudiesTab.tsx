import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { becauseWords } from '#core/reporting/becauseWords';
import { JUDGEMENT_MARKS } from '#core/reporting/judgementMark';
import { effectOnScale } from '#core/reporting/measureOfAnalysis';
import { decimalText } from '#core/reporting/numbers';
import { type Column, DataTable } from '../../../parts/DataTable.tsx';
import { LinkButton } from '../../../parts/LinkButton.tsx';
import { withUnit } from '../../../words/withUnit.ts';
import { LeaveOutDialog } from '../LeaveOutDialog.tsx';
import { measureOf, type Result } from '../liveAnalysis.ts';
import type { OutcomeData, Plan } from '../plan.ts';
import { rangeText, writerOf } from '../resultNumbers.ts';

type Row = OutcomeData['studies'][number];

/** Each study with its numbers, and the way to leave one out with a reason. */
export function StudiesTab({
  result,
  data,
  plan,
  reviewId,
  onChange,
}: {
  result: Result;
  data: OutcomeData;
  plan: Plan;
  reviewId: string | null;
  onChange: (plan: Plan) => void;
}) {
  const [leaving, setLeaving] = useState<Row | null>(null);
  const measure = measureOf(result, data);
  const write = writerOf(result, data);
  const effects = new Map(result.studies.map(study => [study.studyId, study]));
  const reasons = new Map(plan.leftOut.map(one => [one.studyId, one.reason]));
  const takeBack = (studyId: string) =>
    onChange({ ...plan, leftOut: plan.leftOut.filter(one => one.studyId !== studyId) });

  const columns: readonly Column<Row>[] = [
    {
      key: 'study',
      head: 'Study',
      phone: 'title',
      cell: row =>
        reviewId === null ? (
          row.label
        ) : (
          <Link to="/reviews/$reviewId/extraction" params={{ reviewId }} search={{ study: row.studyId }}>
            {row.label}
          </Link>
        ),
    },
    ...(data.studies.some(({ riskOfBias }) => riskOfBias !== null)
      ? [
          {
            key: 'bias',
            head: 'Risk of bias',
            phone: 'hidden' as const,
            cell: ({ riskOfBias }: Row) => (riskOfBias ? JUDGEMENT_MARKS[riskOfBias].word : 'not settled'),
          },
        ]
      : []),
    ...data.characteristics
      .filter(({ id }) => id !== 'risk-of-bias')
      .slice(0, 3)
      .map(({ id, name, kind, unit }) => ({
        key: id,
        head: name,
        align: kind === 'number' ? ('end' as const) : ('start' as const),
        phone: 'hidden' as const,
        cell: ({ characteristics }: Row) => {
          const value = characteristics[id];
          return value === undefined ? 'not known' : withUnit(value, unit);
        },
      })),
    {
      key: 'effect',
      head: `${measure.title}, ${result.spec.level} % CI`,
      cell: row => {
        const reason = reasons.get(row.studyId);
        if (reason !== undefined) return <span className="muted">Left out: {reason}</span>;
        if (row.because !== null) return <span className="muted">Not estimable: {row.because}</span>;
        const effect = effects.get(row.studyId)?.effect;
        if (!effect) return <span className="muted">Not in this result</span>;
        if (!effect.estimable) return <span className="muted">Not estimable: {becauseWords(effect.because)}</span>;
        const shown = effectOnScale(effect.value, result.spec.measure, measure.scale);
        return (
          <span className="number">
            {write(shown.estimate)} <span className="muted">{rangeText(shown, write)}</span>
          </span>
        );
      },
    },
    {
      key: 'weight',
      head: 'Weight, %',
      align: 'end',
      cell: row => {
        const weight = effects.get(row.studyId)?.weightPercent ?? null;
        return weight === null ? '–' : decimalText(weight, 1);
      },
    },
    {
      key: 'deed',
      head: '',
      align: 'end',
      phone: 'end',
      cell: row =>
        reasons.has(row.studyId) ? (
          <LinkButton onClick={() => takeBack(row.studyId)} label={`Take ${row.label} back in`}>
            Take back in
          </LinkButton>
        ) : row.because === null ? (
          <LinkButton onClick={() => setLeaving(row)} label={`Leave out ${row.label}`}>
            Leave out
          </LinkButton>
        ) : null,
    },
  ];
  return (
    <>
      <DataTable label="Studies of this outcome" columns={columns} rows={data.studies} rowKey={row => row.studyId} />
      {leaving && (
        <LeaveOutDialog
          label={leaving.label}
          onClose={() => setLeaving(null)}
          onLeaveOut={reason => {
            onChange({ ...plan, leftOut: [...plan.leftOut, { studyId: leaving.studyId, reason }] });
            setLeaving(null);
          }}
        />
      )}
    </>
  );
}
