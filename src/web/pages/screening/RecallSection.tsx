import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { PALETTES } from '#core/reporting/palette';
import { recallFigure } from '#core/reporting/recallFigure';
import { Figure } from '../../parts/Figure.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { useFigurePalette } from '../../parts/useFigurePalette.ts';
import { usePhone } from '../../parts/usePhone.ts';
import { count } from '../../words/count.ts';
import { counted } from '../../words/counted.ts';
import styles from './RankingPage.module.css';
import type { RankingOfStage, RankingOutcome } from './rankingQueries.ts';
import { percentDown } from './rankingWords.ts';
import { WhatIf } from './WhatIf.tsx';

export interface RecallSectionProps {
  readonly outcome: RankingOutcome;
  readonly settings: RankingOfStage['settings'];
  readonly whyNotDraw: string | null;
  readonly onDraw: () => void;
}

/** The curve of what was found, and beside it recall as an interval with where it comes from and what it leaves out. */
export function RecallSection(props: RecallSectionProps) {
  const { outcome, settings } = props;
  const [at, setAt] = useState<number | null>(null);
  return (
    <>
      <div className={styles.top}>
        <Curve outcome={outcome} hadStoppedAt={at} />
        <Recall {...props} confidence={settings.confidence} />
      </div>
      <WhatIf outcome={outcome} settings={settings} at={at} onAt={setAt} />
    </>
  );
}

function Curve({ outcome, hadStoppedAt }: { outcome: RankingOutcome; hadStoppedAt: number | null }) {
  const palette = useFigurePalette();
  const isNarrow = usePhone();
  const { records, foundAt, screened, found, rules } = outcome;
  const recall = rules.sample.recall;
  const data = {
    ...{ records, foundAt, screened },
    ...(recall ? { mayInclude: { lower: found, upper: recall.most } } : {}),
    ...(hadStoppedAt === null ? {} : { hadStoppedAt }),
  };
  return (
    <Figure
      svg={recallFigure(data, { palette: PALETTES[palette], isNarrow })}
      print={recallFigure(data, { palette: PALETTES.print })}
      fileName="recall"
      caption={`${counted(found, 'record')} found among the first ${count(screened)} of ${count(records)}.`}
    />
  );
}

function Recall({ outcome, confidence, whyNotDraw, onDraw }: RecallSectionProps & { readonly confidence: number }) {
  const { rules, sample, misses } = outcome;
  const { recall } = rules.sample;
  return (
    <div className={styles.recall}>
      {recall && sample ? (
        <>
          <span className={styles.big}>
            {percentDown(recall.lower)} to {percentDown(recall.upper)} %
          </span>
          <strong>Recall, {Math.round(confidence * 1000) / 10} % interval</strong>
          <span>
            {count(sample.drawn)} of the {counted(sample.pool, 'unscreened record')} were drawn at random and read:{' '}
            {sample.relevant === 0 ? 'none' : count(sample.relevant ?? 0)} eligible. So up to{' '}
            {count(Math.round(recall.most - outcome.found))} of the rest may be.
          </span>
        </>
      ) : (
        <>
          <strong>Recall is not estimated</strong>
          <span>
            {sample
              ? `${count(sample.read)} of ${count(sample.drawn)} of the random sample are read.`
              : 'Without a random sample of the rest nobody knows what is left.'}
          </span>
          {!sample && whyNotDraw === null && <LinkButton onClick={onDraw}>Draw a sample</LinkButton>}
        </>
      )}
      <div className={styles.misses}>
        <IconAlertTriangle size={18} stroke={1.75} aria-hidden="true" />
        <span>
          That counts what the ranking may leave, not what screeners overlook:{' '}
          {misses.readByTwo > 0
            ? `of ${counted(misses.readByTwo, 'eligible record')} read by two people, ${count(misses.missedByOne)} had been excluded by one of them. What both overlook nobody can count.`
            : 'no eligible record was read by two people, so nobody can tell.'}
        </span>
      </div>
    </div>
  );
}
