import { IconArrowRight } from '@tabler/icons-react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import type { RankingOfStage } from './rankingQueries.ts';

export interface RankingDeedsProps {
  readonly reviewId: string;
  readonly ranking: RankingOfStage;
  readonly left: number;
  readonly isFullText: boolean;
  readonly onOpen: (what: 'sample' | 'stop') => void;
}

/** Go on, or stop: the protocol's rule says which of them is the one next thing. */
export function RankingDeeds({ reviewId, ranking, left, isFullText, onOpen }: RankingDeedsProps) {
  const { outcome, settings, stop, may } = ranking;
  if (may.stop !== null || stop || !outcome) return null;
  const isMet = outcome.rules[settings.stoppingRule].isMet;
  const whyNotStop = !settings.isOn
    ? 'Records are not ranked.'
    : isFullText
      ? 'Every report is assessed.'
      : left === 0
        ? 'Nothing is left.'
        : null;
  return (
    <>
      {left > 0 && !isMet && (
        <ActionButton
          kind="primary"
          size="large"
          isWide
          to="/reviews/$reviewId/screening"
          params={{ reviewId }}
          after={<IconArrowRight size={16} stroke={1.75} />}
        >
          Go on screening
        </ActionButton>
      )}
      <ActionButton
        kind={isMet && left > 0 ? 'primary' : 'secondary'}
        isWide
        because={whyNotStop}
        becauseAt="tip"
        onClick={() => onOpen('stop')}
      >
        Stop, with a written reason
      </ActionButton>
      {left > 0 && outcome.screened > 0 && (
        <ActionButton isWide onClick={() => onOpen('sample')}>
          Draw a sample of the rest
        </ActionButton>
      )}
    </>
  );
}
