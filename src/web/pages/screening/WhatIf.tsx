import { Slider } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { firstStops, hadStoppedAt } from '#core/screening/hindsight';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Section } from '../../parts/Section.tsx';
import { count } from '../../words/count.ts';
import { counted } from '../../words/counted.ts';
import styles from './RankingPage.module.css';
import type { RankingOfStage, RankingOutcome } from './rankingQueries.ts';

export interface WhatIfProps {
  readonly outcome: RankingOutcome;
  readonly settings: RankingOfStage['settings'];
  /** After how many records; null before anybody asks. */
  readonly at: number | null;
  readonly onAt: (at: number | null) => void;
}

/** Had you stopped at n: what would have been found, what missed of what is known by now, and what each rule said then. */
export function WhatIf({ outcome, settings, at, onAt }: WhatIfProps) {
  const { records, screened, foundAt } = outcome;
  const progress = useMemo(() => {
    const found = new Set(foundAt);
    return { records, screened: Array.from({ length: screened }, (_, place) => found.has(place + 1)) };
  }, [records, screened, foundAt]);
  const stops = useMemo(() => firstStops(progress, settings), [progress, settings]);
  const then = at === null ? null : hadStoppedAt(progress, Math.min(at, screened), settings.targetRecall);
  const marks = [
    ...(stops.run === null ? [] : [{ name: 'nothing found in a row', at: stops.run }]),
    ...(stops.test === null ? [] : [{ name: 'the statistical test', at: stops.test }]),
  ];
  return (
    <Section title="Had you stopped earlier" hint="against what is known by now">
      <div className={styles.whatIf}>
        <Slider
          aria-label="Had you stopped after so many records"
          min={0}
          max={screened}
          value={at ?? screened}
          onChange={onAt}
          label={value => count(value)}
          thumbLabel="Records screened"
        />
        <p>
          {then === null ? (
            'Move the mark to an earlier moment: the curve shows what had been found by then.'
          ) : (
            <>
              <strong>
                After {counted(then.at, 'record')} you would have found {count(then.found)} of the{' '}
                {count(then.found + then.missed)} known now and missed {count(then.missed)}
              </strong>
              , and left {counted(records - then.at, 'record')} unread. The test said {pText(then.p)} then;{' '}
              {counted(then.run, 'irrelevant record')} stood in a row.
            </>
          )}
        </p>
        <p className="muted">
          {marks.length === 0
            ? 'Neither the statistical test nor the run would have ended it before now.'
            : marks.map((mark, place) => (
                <Mark key={mark.name} isFirst={place === 0}>
                  {mark.name} at <LinkButton onClick={() => onAt(mark.at)}>{count(mark.at)}</LinkButton>
                </Mark>
              ))}
          {marks.length > 0 && '.'} What nobody has read yet no hindsight counts.
        </p>
      </div>
    </Section>
  );
}

function Mark({ isFirst, children }: { isFirst: boolean; children: ReactNode }) {
  return (
    <>
      {isFirst ? 'First to end it: ' : '; '}
      {children}
    </>
  );
}

function pText(p: number): string {
  return p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(p < 0.1 ? 3 : 2)}`;
}
