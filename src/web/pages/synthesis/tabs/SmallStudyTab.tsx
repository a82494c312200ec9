import { useCallback, useMemo } from 'react';
import type { Estimable } from '#core/estimable';
import { becauseWords } from '#core/reporting/becauseWords';
import { doiFigure } from '#core/reporting/doiFigure';
import type { FigureOptions } from '#core/reporting/figure';
import { funnelFigure } from '#core/reporting/funnelFigure';
import { funnelOfAnalysis, funnelOfLimitMeta, funnelOfTrimAndFill } from '#core/reporting/funnelOfAnalysis';
import { pText } from '#core/reporting/numbers';
import { doiOfAnalysis } from '#core/reporting/plotsOfAnalysis';
import { analysedEffects } from '#core/synthesis/analysedEffects';
import { AnswerSentence } from '../../../parts/AnswerSentence.tsx';
import { Note } from '../../../parts/Note.tsx';
import { Section } from '../../../parts/Section.tsx';
import { counted } from '../../../words/counted.ts';
import { measureOf } from '../liveAnalysis.ts';
import { asymmetryTests } from '../smallStudyRows.ts';
import { Choice, useChoice } from './Choice.tsx';
import { Drawn } from './Drawn.tsx';
import { SignificancePart } from './SignificancePart.tsx';
import { SmallStudyTables } from './SmallStudyTables.tsx';
import type { TabProps } from './TabProps.ts';

/** Fewer studies can't tell asymmetry from chance (Sterne et al. 2011, doi:10.1136/bmj.d4002). */
const STUDIES_FOR_A_TEST = 10;

const PLOTS = [
  { value: 'contours', label: 'Funnel' },
  { value: 'fill', label: 'Trim and fill' },
  { value: 'limit', label: 'Limit' },
  { value: 'doi', label: 'Doi' },
] as const;
type Plot = (typeof PLOTS)[number]['value'];

const HINTS: Readonly<Record<Plot, string>> = {
  contours: 'Studies missing in the white middle (nothing found) hint at results that were not published.',
  fill: 'Open rings: studies that would make the funnel even. They were never done.',
  limit: 'The curve: what studies of each size find on average; at the top, one of endless size.',
  doi: 'Each study’s rank by precision. Two equal limbs: no asymmetry.',
};

/** A level has no place of no effect, so its funnel has no contours of significance. */
const HINT_OF_LEVELS =
  'Each dot is a study, the large ones at the top. Small ones to one side hint at something amiss.';

/** Do small studies find something else than large ones? Tests only where they can tell. */
export function SmallStudyTab({ result, data, name }: TabProps) {
  const effects = useMemo(() => analysedEffects(result), [result]);
  const k = effects.yi.length;
  const isLevel = measureOf(result, data).noEffect === null;
  const isTestable = k >= STUDIES_FOR_A_TEST && new Set(effects.vi).size > 1;
  const plots = PLOTS.filter(({ value }) => value === 'contours' || value === 'doi' || isTestable);
  const [plot, setPlot] = useChoice<Plot>('funnel', plots, 'contours');
  const hint = isLevel && plot === 'contours' ? HINT_OF_LEVELS : HINTS[plot];
  const draw = useMemo(() => drawing(plot, result, data), [plot, result, data]);
  const drawn = useCallback((options: FigureOptions) => (draw.estimable ? draw.value(options) : ''), [draw]);
  if (k < 2) return <p className="muted">A funnel needs at least two studies with an effect.</p>;
  return (
    <>
      {isTestable ? <AsymmetryAnswer result={result} data={data} /> : <TooFew k={k} />}
      <Choice label="Plot" parts={plots} value={plot} onChoose={setPlot} hint={hint} />
      {draw.estimable ? (
        <Drawn draw={drawn} caption={`${name}: ${hint}`} fileName={`${name}, ${plot}`} />
      ) : (
        <p className="muted">No plot: {becauseWords(draw.because)}.</p>
      )}
      {isTestable && <SmallStudyTables result={result} data={data} />}
      {isLevel ? (
        <Section title="Results picked for their p-values">
          <Note kind="info" claim="Nothing here was tested against no effect.">
            A level of one group is neither significant nor not. So nothing is said of results picked for their
            p-values: selection models, unseen studies, excess significance and p-curve belong to comparisons.
          </Note>
        </Section>
      ) : (
        <SignificancePart result={result} data={data} name={name} />
      )}
    </>
  );
}

function drawing(
  plot: Plot,
  result: TabProps['result'],
  data: TabProps['data'],
): Estimable<(options: FigureOptions) => string> {
  const words = measureOf(result, data);
  const of = <Data,>(found: Estimable<Data>, draw: (data: Data, options: FigureOptions) => string) =>
    found.estimable
      ? { estimable: true as const, value: (options: FigureOptions) => draw(found.value, options) }
      : { estimable: false as const, because: found.because };
  switch (plot) {
    case 'contours': {
      const funnel = funnelOfAnalysis(result, words);
      return { estimable: true, value: options => funnelFigure(funnel, options) };
    }
    case 'fill':
      return of(funnelOfTrimAndFill(result, 'L0', words), (found, options) => funnelFigure(found, options));
    case 'limit':
      return of(funnelOfLimitMeta(result, words), (found, options) => funnelFigure(found, options));
    case 'doi':
      return of(doiOfAnalysis(result, words), (found, options) => doiFigure(found, options));
    default: {
      const missing: never = plot;
      throw new RangeError(`drawing: no plot ${String(missing)}`);
    }
  }
}

function TooFew({ k }: { k: number }) {
  return (
    <Note
      kind="info"
      claim={
        k < STUDIES_FOR_A_TEST
          ? `No test is shown: ${counted(k, 'study', 'studies')}.`
          : 'No test is shown: all studies are equally precise.'
      }
    >
      {k < STUDIES_FOR_A_TEST
        ? 'Below ten studies a test of asymmetry can’t tell small-study effects from chance. Look at the figure with that in mind.'
        : 'A test compares small studies with large ones, and there are none to compare.'}
    </Note>
  );
}

function AsymmetryAnswer({ result, data }: Pick<TabProps, 'result' | 'data'>) {
  const tests = useMemo(() => asymmetryTests(result, data), [result, data]);
  // With odds ratios the usual test errs; the one made for tables speaks in its place.
  const usual = tests.find(({ name }) => name === (result.spec.measure === 'OR' ? 'Harbord' : 'Egger')) ?? tests[0];
  if (!usual) return null;
  const { heterogeneity } = result;
  const differs = heterogeneity.estimable && heterogeneity.value.iSquaredPercent > 50;
  return (
    <AnswerSentence
      claim={
        usual.p < 0.1 ? 'Small studies differ from large ones.' : 'Small studies don’t visibly differ from large ones.'
      }
    >
      {usual.name}’s test, {pText(usual.p)}.{' '}
      {usual.p < 0.1
        ? 'Missing studies are one explanation; smaller studies of other people or of lesser quality are others.'
        : 'That is no proof that no study is missing.'}
      {differs &&
        ' The studies differ much among themselves, so that asymmetry may have other causes, and tests err more.'}
    </AnswerSentence>
  );
}
