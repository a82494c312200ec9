import { useCallback, useMemo } from 'react';
import { becauseWords } from '#core/reporting/becauseWords';
import type { FigureOptions } from '#core/reporting/figure';
import type { MeasureWords } from '#core/reporting/measureWords';
import { netHeatFigure } from '#core/reporting/netHeatFigure';
import { pText } from '#core/reporting/numbers';
import type { Contrast } from '#core/synthesis/network/contrasts';
import type { LoopInconsistency } from '#core/synthesis/network/loopInconsistency';
import type { NetHeat } from '#core/synthesis/network/netHeat';
import { type Column, DataTable } from '../../../parts/DataTable.tsx';
import { Section } from '../../../parts/Section.tsx';
import { HeavyState } from '../heavy/HeavyState.tsx';
import { useHeavy } from '../heavy/useHeavy.ts';
import { designNumbers, loopWords } from '../inconsistencyWords.ts';
import { rangeText } from '../resultNumbers.ts';
import { Drawn } from './Drawn.tsx';
import { NumbersOfNote } from './NumbersOfNote.tsx';

interface NetworkInconsistencyProps {
  readonly contrasts: readonly Contrast[];
  readonly tauSquared: number;
  readonly level: number;
  readonly measure: MeasureWords;
  readonly write: (value: number) => string;
  readonly name: string;
}

/** Does the network agree with itself? The global test, every loop, and which comparison drives a disagreement. */
export function NetworkInconsistency({
  contrasts,
  tauSquared,
  level,
  measure,
  write,
  name,
}: NetworkInconsistencyProps) {
  const input = useMemo(() => ({ contrasts, tauSquared, level }), [contrasts, tauSquared, level]);
  const { value, progress, problem } = useHeavy('inconsistency', input);
  if (!value) return <HeavyState word="The inconsistency of the network" progress={progress} problem={problem} />;
  const { test, loops, heat } = value;
  return (
    <>
      <Section
        title="Does the network agree with itself?"
        hint="Design-by-treatment test. A design: the studies that compare the same set of treatments."
      >
        <NumbersOfNote numbers={designNumbers(test, tauSquared)} />
      </Section>
      <Section title="Loops" hint="Going around a loop by direct evidence one should come back to where one began.">
        {loops.length === 0 ? (
          <p className="muted">No loop of three or four treatments has independent evidence on its sides.</p>
        ) : (
          <>
            <DataTable
              label="Inconsistency of loops"
              columns={loopColumns(measure, level, write)}
              rows={loops}
              rowKey={({ loop }) => loop.join(' ')}
            />
            <p className="muted">{loopWords(loops)}</p>
          </>
        )}
      </Section>
      <Section title="Net heat plot" hint="Which direct evidence disagrees with the rest of the network?">
        {heat.estimable ? (
          <NetHeatPlot heat={heat.value} name={name} />
        ) : (
          <p className="muted">No plot: {becauseWords(heat.because)}.</p>
        )}
      </Section>
    </>
  );
}

function NetHeatPlot({ heat, name }: { heat: NetHeat; name: string }) {
  const draw = useCallback((options: FigureOptions) => netHeatFigure(heat, options), [heat]);
  return (
    <>
      <Drawn draw={draw} caption={`${name}: net heat plot`} fileName={`${name}, net heat`} />
      <p className="muted">
        Row: a direct comparison. Column: the design that is taken out. Warm with a positive number: the row agrees
        better without the column, so the column disagrees with it. Cool with a negative number: the column supports the
        row. Square: how much the column tells of the row. It points at comparisons to look at, and proves no error.
      </p>
    </>
  );
}

function loopColumns(
  measure: MeasureWords,
  level: number,
  write: (value: number) => string,
): readonly Column<LoopInconsistency>[] {
  const around = measure.scale === 'log' ? `Ratio of ${measure.title.toLowerCase()}s` : 'Difference';
  return [
    { key: 'loop', head: 'Loop', phone: 'title', cell: ({ loop }) => loop.join(' – ') },
    {
      key: 'difference',
      head: `${around} (${level} % CI)`,
      align: 'end',
      cell: row => (
        <>
          <b>{write(row.difference)}</b> <span className="muted">{rangeText(row, write)}</span>
        </>
      ),
    },
    { key: 'p', head: 'p', align: 'end', phone: 'end', cell: row => pText(row.p).replace('p = ', '') },
  ];
}
