import { useMemo } from 'react';
import type { FigureOptions } from '#core/reporting/figure';
import { pCurveFigure } from '#core/reporting/pCurveFigure';
import { analysedEffects } from '#core/synthesis/analysedEffects';
import type { PCurve } from '#core/synthesis/smallStudy/pCurve';
import { AnswerSentence } from '../../../parts/AnswerSentence.tsx';
import { DataTable } from '../../../parts/DataTable.tsx';
import { Note } from '../../../parts/Note.tsx';
import { Section } from '../../../parts/Section.tsx';
import { HeavyState } from '../heavy/HeavyState.tsx';
import { useHeavy } from '../heavy/useHeavy.ts';
import { writerOf } from '../resultNumbers.ts';
import {
  type Caution,
  excessFound,
  pCurveAnswer,
  pCurveCaption,
  pCurveCautions,
  pCurveRows,
} from '../significanceRows.ts';
import { Drawn } from './Drawn.tsx';
import { TEST_COLUMNS } from './SmallStudyTables.tsx';
import type { TabProps } from './TabProps.ts';

type Part = Pick<TabProps, 'result' | 'data' | 'name'>;

/** Were results picked for being significant? Two tests that look at p-values alone, whatever the funnel looks like. */
export function SignificancePart(props: Part) {
  return (
    <>
      <ExcessPart {...props} />
      <PCurvePart {...props} />
    </>
  );
}

function Cautions({ cautions }: { cautions: readonly Caution[] }) {
  return (
    <div style={{ display: 'grid', gap: 8, marginBottom: cautions.length > 0 ? 16 : 0 }}>
      {cautions.map(({ claim, because }) => (
        <Note key={claim} kind="warn" claim={claim}>
          {because}
        </Note>
      ))}
    </div>
  );
}

function ExcessPart({ result, data }: Part) {
  const { answer, rows, cautions } = useMemo(() => excessFound(result, writerOf(result, data)), [result, data]);
  return (
    <Section
      title="Excess significance"
      hint="Test of Ioannidis and Trikalinos, one-sided: a small p hints at picked results."
    >
      <AnswerSentence claim={answer.claim}>{answer.rest}</AnswerSentence>
      <Cautions cautions={cautions} />
      <DataTable label="Excess significance" columns={TEST_COLUMNS} rows={rows} rowKey={row => row.name} />
    </Section>
  );
}

function PCurvePart({ result, name }: Part) {
  const input = useMemo(() => {
    const { yi, vi } = analysedEffects(result);
    return { yi, vi };
  }, [result]);
  const { value, progress, problem } = useHeavy('pCurve', input);
  return (
    <Section title="P-curve" hint="Only significant results are looked at, as two-sided z-tests of the pooled outcome.">
      {!value && <HeavyState word="The p-curve" progress={progress} problem={problem} />}
      {value?.significant === 0 && (
        <Note kind="info" claim="There is no p-curve.">
          No study is significant by itself.
        </Note>
      )}
      {value && value.significant > 0 && <Curve curve={value} result={result} name={name} />}
    </Section>
  );
}

function Curve({ curve, result, name }: { curve: PCurve } & Pick<TabProps, 'result' | 'name'>) {
  const draw = useMemo(() => (options: FigureOptions) => pCurveFigure(curve, options), [curve]);
  const rows = useMemo(() => pCurveRows(curve), [curve]);
  const { claim, rest } = pCurveAnswer(curve);
  return (
    <>
      <AnswerSentence claim={claim}>{rest}</AnswerSentence>
      <Cautions cautions={pCurveCautions(curve, result)} />
      <Drawn draw={draw} caption={`${name}: ${pCurveCaption(curve)}`} fileName={`${name}, p-curve`} />
      <DataTable label="Tests of the p-curve" columns={TEST_COLUMNS} rows={rows} rowKey={row => row.name} />
      <p className="muted" style={{ marginTop: 12 }}>
        A p-curve asks about the result that each article was written for. Where the pooled outcome was only one of many
        that the studies report, take it with care.
      </p>
    </>
  );
}
