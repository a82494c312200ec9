import { useMemo } from 'react';
import { accuracyForestFigure } from '#core/reporting/accuracyForestFigure';
import { becauseWords } from '#core/reporting/becauseWords';
import type { FigureOptions } from '#core/reporting/figure';
import { PALETTES } from '#core/reporting/palette';
import { rocFigure } from '#core/reporting/rocFigure';
import { rocOfAccuracy } from '#core/reporting/rocOfAccuracy';
import type { AccuracyAnalysis } from '#core/synthesis/diagnostic/accuracyAnalysis';
import { AnswerSentence } from '../../../parts/AnswerSentence.tsx';
import { Figure } from '../../../parts/Figure.tsx';
import { Note } from '../../../parts/Note.tsx';
import { Section } from '../../../parts/Section.tsx';
import { useFigurePalette } from '../../../parts/useFigurePalette.ts';
import { usePhone } from '../../../parts/usePhone.ts';
import { accuracyAnswer, accuracyCautions, accuracyNumbersOfNote } from '../accuracyWords.ts';
import { AccuracyPeople } from './AccuracyPeople.tsx';
import { Drawn } from './Drawn.tsx';
import { NumberList } from './NumberList.tsx';
import styles from './OwnModel.module.css';
import type { TabProps } from './TabProps.ts';

/** How good a test is: the summary point on the ROC plot, its numbers, what it means for 1,000 people, each study. */
export function AccuracyTab({ result, name }: TabProps) {
  const { accuracy } = result;
  if (!accuracy?.estimable) {
    const because = accuracy ? becauseWords(accuracy.because) : 'this result was computed before';
    return <AnswerSentence claim="There is no pooled accuracy.">Not estimable: {because}.</AnswerSentence>;
  }
  return <Accuracy analysis={accuracy.value} name={name} />;
}

function Accuracy({ analysis, name }: { analysis: AccuracyAnalysis; name: string }) {
  const { claim, rest } = accuracyAnswer(analysis);
  const cautions = accuracyCautions(analysis);
  const draw = useMemo(() => {
    const data = rocOfAccuracy(analysis);
    return (options: FigureOptions) => rocFigure(data, options);
  }, [analysis]);
  return (
    <>
      <AnswerSentence claim={claim}>{rest}</AnswerSentence>
      <div className={styles.columns}>
        <Drawn draw={draw} caption={`Summary ROC plot of ${name}, ${analysis.k} studies`} fileName={`${name}, SROC`} />
        <NumberList numbers={accuracyNumbersOfNote(analysis)} />
      </div>
      {cautions.length > 0 && (
        <div className={styles.note}>
          <Note kind="warn" claim="Before you trust it.">
            {cautions.join(' ')}
          </Note>
        </div>
      )}
      <Section title="What it means for 1,000 people">
        <AccuracyPeople analysis={analysis} />
      </Section>
      <Section title="Each study" hint="Exact intervals; the summary is that of the bivariate model.">
        <StudiesFigure analysis={analysis} name={name} />
      </Section>
    </>
  );
}

function StudiesFigure({ analysis, name }: { analysis: AccuracyAnalysis; name: string }) {
  const palette = useFigurePalette();
  const isPhone = usePhone();
  const svg = useMemo(
    () => accuracyForestFigure(analysis, { palette: PALETTES[palette], isNarrow: isPhone }),
    [analysis, palette, isPhone],
  );
  const print = useMemo(() => accuracyForestFigure(analysis, { palette: PALETTES.print }), [analysis]);
  return (
    <div className={styles.wide}>
      <Figure
        svg={svg}
        print={print}
        fileName={`${name}, sensitivity and specificity`}
        caption={`Sensitivity and specificity of ${analysis.k} studies of ${name}`}
      />
    </div>
  );
}
