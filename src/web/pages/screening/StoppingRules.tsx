import { IconCircleCheck, IconPlayerPlay, IconSquare } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { StoppingRule } from '#core/vocabulary';
import { Badge } from '../../parts/Badge.tsx';
import { count } from '../../words/count.ts';
import { counted } from '../../words/counted.ts';
import { CopyText } from './CopyText.tsx';
import styles from './RankingPage.module.css';
import type { RankingOfStage, RankingOutcome } from './rankingQueries.ts';
import { percentDown } from './rankingWords.ts';

interface Shown {
  readonly rule: StoppingRule;
  readonly name: string;
  readonly isMet: boolean;
  readonly open: string;
  readonly says: ReactNode;
  readonly source: string;
}

/** Three rules on the same data; the one that the protocol names is tinted. They may disagree, and that is shown. */
export function StoppingRules({
  settings,
  outcome,
}: {
  settings: RankingOfStage['settings'];
  outcome: RankingOutcome;
}) {
  return (
    <ul className={styles.rules}>
      {shownRules(settings, outcome).map(one => (
        <li key={one.rule} className={styles.rule} data-chosen={one.rule === settings.stoppingRule || undefined}>
          <h3 className={styles.ruleName}>
            {one.name}
            {one.rule === settings.stoppingRule && <Badge kind="accent">in the protocol</Badge>}
          </h3>
          <p className={styles.ruleSays}>
            {one.isMet ? (
              <IconCircleCheck size={16} stroke={1.75} aria-hidden="true" />
            ) : one.open === 'Go on' ? (
              <IconPlayerPlay size={16} stroke={1.75} aria-hidden="true" />
            ) : (
              <IconSquare size={16} stroke={1.75} aria-hidden="true" />
            )}
            {one.isMet ? 'Would stop' : one.open}
          </p>
          <p>{one.says}</p>
          <p className={styles.source}>{one.source}</p>
          <p>
            <CopyText text={outcome.rules[one.rule].sentence} of={one.name} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function shownRules(settings: RankingOfStage['settings'], { rules, sample }: RankingOutcome): readonly Shown[] {
  const target = `${percentText(settings.targetRecall)} %`;
  const confidence = `${percentText(settings.confidence)} %`;
  const most = (1 - settings.confidence).toFixed(3).replace(/0$/, '');
  const { test, run } = rules;
  const { recall, needed } = rules.sample;
  return [
    {
      ...{ rule: 'test', name: 'Statistical test', isMet: test.isMet, open: 'Go on' },
      says: test.isMet
        ? `A recall under ${target} would hardly fit these data (${pText(test.p)}; the rule asks for less than ${most}).`
        : `A recall under ${target} would still fit these data (${pText(test.p)}; the rule asks for less than ${most}). If nothing more turns up, ${counted(test.toGo, 'record')} to go.`,
      source: `Hypergeometric, recall ${target}, confidence ${confidence}. Not corrected for looking again and again.`,
    },
    {
      ...{ rule: 'run', name: 'Nothing found in a row', isMet: run.isMet, open: 'Go on' },
      says: `${counted(run.length, 'irrelevant record')} in a row; the rule asks for ${count(settings.irrelevantRun)}.`,
      source: 'Quick, without any guarantee. Long gaps happen.',
    },
    {
      ...{ rule: 'sample', name: 'Sample of the rest', isMet: rules.sample.isMet },
      open: recall ? 'Not enough' : sample ? 'Being read' : 'No sample yet',
      says: recall
        ? `Recall is at least ${percentDown(recall.atLeast)} %; the rule asks for ${target}.${rules.sample.isMet ? '' : ` Only ${counted(needed, 'record')} more by lot without a find would show it.`}`
        : sample
          ? `${count(sample.read)} of ${count(sample.drawn)} are read. It says something when all are.`
          : `About ${counted(needed, 'record')} by lot without a find would show a recall of ${target}.`,
      source: `Random sample, exact hypergeometric bound, confidence ${confidence}.`,
    },
  ];
}

function pText(p: number): string {
  return p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(p < 0.1 ? 3 : 2)}`;
}

function percentText(share: number): string {
  return String(Math.round(share * 1000) / 10);
}
