import { useCallback, useMemo } from 'react';
import type { Estimable } from '#core/estimable';
import { baujatFigure } from '#core/reporting/baujatFigure';
import { becauseWords } from '#core/reporting/becauseWords';
import { draperyFigure } from '#core/reporting/draperyFigure';
import type { FigureOptions } from '#core/reporting/figure';
import { labbeFigure } from '#core/reporting/labbeFigure';
import { labbeOfAnalysis } from '#core/reporting/labbeOfAnalysis';
import { baujatOfAnalysis, draperyOfAnalysis, radialOfAnalysis } from '#core/reporting/plotsOfAnalysis';
import { radialFigure } from '#core/reporting/radialFigure';
import { AnswerSentence } from '../../../parts/AnswerSentence.tsx';
import { Section } from '../../../parts/Section.tsx';
import { heterogeneityAnswer, heterogeneityNumbers } from '../heterogeneityWords.ts';
import { measureOf, numbersOf, type Result } from '../liveAnalysis.ts';
import type { OutcomeData } from '../plan.ts';
import { Choice, useChoice } from './Choice.tsx';
import { Drawn } from './Drawn.tsx';
import { NumbersOfNote } from './NumbersOfNote.tsx';
import type { TabProps } from './TabProps.ts';
import { TauIntervals } from './TauIntervals.tsx';
import { TauMethods } from './TauMethods.tsx';

const PLOTS = [
  { value: 'baujat', label: 'Baujat' },
  { value: 'radial', label: 'Radial' },
  { value: 'drapery', label: 'Drapery' },
  { value: 'labbe', label: 'L’Abbé' },
] as const;
type Plot = (typeof PLOTS)[number]['value'];

const HINTS: Readonly<Record<Plot, string>> = {
  baujat:
    'Far right: adds much to the scatter. Far up: moves the pooled effect. Upper right: look at that study first.',
  radial: 'Each study by its precision. Outside the two lines: farther off than chance would take one in twenty.',
  drapery: 'Each study’s p-value for every possible true effect, not only for “no effect”; thick is the pooled one.',
  labbe: 'The risk in one group against the other. On the diagonal both groups fared alike.',
};

/** How much do the studies differ, and which ones make it so? */
export function HeterogeneityTab({ result, data, name }: TabProps) {
  const { claim, rest } = heterogeneityAnswer(result, data);
  const numbers = useMemo(() => heterogeneityNumbers(result, data), [result, data]);
  const hasCounts = data.studies.some(({ numbers: own }) => own.ai !== undefined && own.n1i !== undefined);
  const plots = PLOTS.filter(({ value }) => value !== 'labbe' || hasCounts);
  const [plot, setPlot] = useChoice<Plot>('plot', plots, 'baujat');
  return (
    <>
      <AnswerSentence claim={claim}>{rest}</AnswerSentence>
      <NumbersOfNote numbers={numbers} />
      <Section title="Which studies stand out">
        <Choice label="Plot" parts={plots} value={plot} onChoose={setPlot} hint={HINTS[plot]} />
        <Plotted plot={plot} result={result} data={data} name={name} />
      </Section>
      {result.spec.model === 'random' && !result.spec.generalised && (
        <>
          <TauIntervals result={result} />
          <TauMethods result={result} data={data} />
        </>
      )}
    </>
  );
}

function figureOf(plot: Plot, result: Result, data: OutcomeData): Estimable<(options: FigureOptions) => string> {
  const words = measureOf(result, data);
  const drawn = <Data,>(found: Estimable<Data>, draw: (data: Data, options: FigureOptions) => string) =>
    found.estimable
      ? { estimable: true as const, value: (options: FigureOptions) => draw(found.value, options) }
      : { estimable: false as const, because: found.because };
  switch (plot) {
    case 'baujat':
      return drawn(baujatOfAnalysis(result), (found, options) => baujatFigure(found, options));
    case 'radial':
      return drawn(radialOfAnalysis(result, words), (found, options) => radialFigure(found, options));
    case 'drapery':
      return drawn(draperyOfAnalysis(result, words), (found, options) => draperyFigure(found, options));
    case 'labbe':
      return drawn(labbeOfAnalysis(result, numbersOf(data), data.armNames), (found, options) =>
        labbeFigure(found, options),
      );
    default: {
      const missing: never = plot;
      throw new RangeError(`figureOf: no plot ${String(missing)}`);
    }
  }
}

function Plotted({ plot, result, data, name }: { plot: Plot; result: Result; data: OutcomeData; name: string }) {
  const found = useMemo(() => figureOf(plot, result, data), [plot, result, data]);
  const draw = useCallback((options: FigureOptions) => (found.estimable ? found.value(options) : ''), [found]);
  if (!found.estimable) return <p className="muted">No plot: {becauseWords(found.because)}.</p>;
  return <Drawn draw={draw} caption={`${name}: ${HINTS[plot]}`} fileName={`${name}, ${plot}`} />;
}
