import { useMutation } from '@tanstack/react-query';
import { resumeScreening } from '#contract/ranking';
import type { Stage } from '#core/vocabulary';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Note } from '../../parts/Note.tsx';
import { toast } from '../../parts/toast.ts';
import { counted } from '../../words/counted.ts';
import { day } from '../../words/day.ts';
import { type RankingOfStage, useFreshReview } from './rankingQueries.ts';

export interface ScreeningEndedProps {
  readonly reviewId: string;
  readonly stage: Stage;
  readonly ranking: RankingOfStage;
}

/** Who ended screening and why, what it left unread, and the way back. */
export function ScreeningEnded({ reviewId, stage, ranking }: ScreeningEndedProps) {
  const refresh = useFreshReview(reviewId);
  const resume = useMutation({
    mutationFn: () => call(resumeScreening, { params: { reviewId, stage } }),
    onSuccess: async () => {
      toast({ text: 'Everybody has their records again' });
      await refresh();
    },
  });
  const { stop, may } = ranking;
  if (!stop) return null;
  return (
    <>
      {resume.isError && <ErrorNote problem={resume.error} />}
      <Note
        kind="info"
        claim={`Screening ended on ${day(stop.at)}.`}
        action={
          may.stop === null && (
            <ActionButton size="small" isWorking={resume.isPending} onClick={() => resume.mutate()}>
              Go on screening
            </ActionButton>
          )
        }
      >
        {stop.by} ended it: “{stop.reason}” {counted(stop.notScreened, 'record')} were not screened.
      </Note>
    </>
  );
}
