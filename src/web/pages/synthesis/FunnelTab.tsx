import { funnelFigure } from '#core/reporting/funnelFigure';
import { funnelOfAnalysis } from '#core/reporting/funnelOfAnalysis';
import { pText } from '#core/reporting/numbers';
import { PALETTES } from '#core/reporting/palette';
import { asymmetryTest } from '#core/synthesis/smallStudy/asymmetryTest';
import { Figure } from '../../parts/Figure.tsx';
import { Note } from '../../parts/Note.tsx';
import { useFigurePalette } from '../../parts/useFigurePalette.ts';
import { counted } from '../../words/counted.ts';
import { measureOf, type Result } from './liveAnalysis.ts';
import type { OutcomeData } from './plan.ts';

/** Fewer studies can't tell asymmetry from chance (Sterne et al. 2011, doi:10.1136/bmj.d4002). */
const STUDIES_FOR_A_TEST = 10;

/** Do small studies find something else than large ones? The funnel, and a test only where it can tell. */
export function FunnelTab({ result, data, name }: { result: Result; data: OutcomeData; name: string }) {
  const palette = PALETTES[useFigurePalette()];
  const funnel = funnelOfAnalysis(result, measureOf(result, data));
  if (funnel.points.length < 2) {
    return <p className="muted">A funnel needs at least two studies with an effect.</p>;
  }
  return (
    <>
      <SmallStudyNote result={result} />
      <Figure
        svg={funnelFigure(funnel, { palette })}
        caption={`Funnel plot of ${name}: each study’s effect against its standard error`}
        print={funnelFigure(funnel, { palette: PALETTES.print })}
        fileName={`${name}, funnel`}
      />
    </>
  );
}

function SmallStudyNote({ result }: { result: Result }) {
  const effects = result.studies.flatMap(({ effect }) => (effect.estimable ? [effect.value] : []));
  const sizes = new Set(effects.map(effect => effect.vi));
  if (effects.length < STUDIES_FOR_A_TEST) {
    return (
      <Note kind="info" claim={`No test is shown: ${counted(effects.length, 'study', 'studies')}.`}>
        Below ten studies a test of asymmetry can’t tell small-study effects from chance. Look at the figure with that
        in mind.
      </Note>
    );
  }
  if (sizes.size < 2) {
    return (
      <Note kind="info" claim="No test is shown: all studies are equally precise.">
        A test compares small studies with large ones, and there are none to compare.
      </Note>
    );
  }
  const { p } = asymmetryTest({ yi: effects.map(({ yi }) => yi), vi: effects.map(({ vi }) => vi) }, 'lm');
  return (
    <Note
      kind="info"
      claim={p < 0.1 ? 'Small studies differ from large ones.' : 'Small studies don’t visibly differ from large ones.'}
    >
      Egger’s test, {pText(p)}.{' '}
      {p < 0.1
        ? 'Missing studies are one explanation; smaller studies of other people or of lesser quality are others.'
        : 'That is no proof that no study is missing.'}
      {result.spec.measure === 'OR' && ' With odds ratios this test finds asymmetry too often.'}
    </Note>
  );
}
