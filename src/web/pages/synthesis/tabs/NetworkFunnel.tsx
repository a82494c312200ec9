import { MultiSelect } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import type { FigureOptions } from '#core/reporting/figure';
import { funnelOfNetwork } from '#core/reporting/figuresOfNetwork';
import { funnelFigure } from '#core/reporting/funnelFigure';
import type { EffectMeasure } from '#core/synthesis/effects/measures';
import type { Contrast } from '#core/synthesis/network/contrasts';
import { Note } from '../../../parts/Note.tsx';
import { Section } from '../../../parts/Section.tsx';
import { counted } from '../../../words/counted.ts';
import { orderByFirstYear } from '../networkOrder.ts';
import type { OutcomeData } from '../plan.ts';
import { Drawn } from './Drawn.tsx';

interface NetworkFunnelProps {
  readonly measure: EffectMeasure;
  readonly contrasts: readonly Contrast[];
  readonly treatments: readonly string[];
  readonly reference: string;
  readonly studies: OutcomeData['studies'];
  readonly name: string;
}

/** The funnel of all comparisons. It needs an order of the treatments; without a meaningful one it must not be read. */
export function NetworkFunnel({ measure, contrasts, treatments, reference, studies, name }: NetworkFunnelProps) {
  const byYear = useMemo(
    () => orderByFirstYear(treatments, reference, contrasts, studies),
    [treatments, reference, contrasts, studies],
  );
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const order = (chosen ?? byYear?.order ?? []).filter(one => treatments.includes(one));
  const missing = treatments.length - order.length;
  const key = order.join('\n');
  const data = useMemo(() => {
    if (missing > 0) return null;
    const labels = new Map(studies.map(({ studyId, label }) => [studyId, label]));
    const named = contrasts.map(contrast => ({ ...contrast, study: labels.get(contrast.study) ?? contrast.study }));
    return funnelOfNetwork({ measure, contrasts: named }, key.split('\n'));
  }, [measure, contrasts, studies, key, missing]);
  const draw = useCallback((options: FigureOptions) => (data ? funnelFigure(data, options) : ''), [data]);
  return (
    <Section
      title="Comparison-adjusted funnel"
      hint="Do small studies favour the newer treatment of a pair? Each effect less the pooled one of its own comparison."
    >
      <MultiSelect
        label="Treatments from old to new"
        description={
          chosen === null && byYear
            ? `${reference} first, then by the year of each one’s first study here.${tiedWords(byYear.tied)} Take them out and choose again for another order.`
            : 'Choose them in the order in which small studies are thought to favour them: old first, new last.'
        }
        placeholder={missing > 0 ? `${counted(missing, 'treatment')} to go` : ''}
        data={[...treatments]}
        value={order}
        clearable
        mb={16}
        onChange={setChosen}
      />
      {!data ? (
        <Note kind="info" claim="No funnel yet: the order is not complete.">
          An order without a meaning, such as the alphabet, would make an even or a leaning funnel by chance.
        </Note>
      ) : data.points.length < 3 ? (
        <p className="muted">No funnel: fewer than three effects share their comparison with another study.</p>
      ) : (
        <>
          <Drawn draw={draw} caption={`${name}: comparison-adjusted funnel`} fileName={`${name}, adjusted funnel`} />
          <p className="muted">
            An even spread at the foot: no sign that small studies favour the newer treatment. More points on one side:
            they find something else than large ones, for which missing studies are one explanation. Comparisons of a
            single study are not drawn; below ten studies the figure can’t tell this from chance.
          </p>
        </>
      )}
    </Section>
  );
}

function tiedWords(tied: readonly string[]): string {
  return tied.length === 0 ? '' : ` The same year, so in no order of their own: ${tied.join(', ')}.`;
}
