import { useQuery } from '@tanstack/react-query';
import type { ReplyOf } from '#contract/endpoint';
import { getPilot } from '#contract/pilots';
import type { Stage } from '#core/vocabulary';
import { call } from '../../call.ts';

export type Pilot = ReplyOf<typeof getPilot>;
export type Round = Pilot['rounds'][number];
export type Outcome = NonNullable<Round['outcome']>;

export function usePilot(reviewId: string, stage: Stage, isWanted = true) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'pilot', stage],
    queryFn: ({ signal }) => call(getPilot, { params: { reviewId, stage }, signal }),
    enabled: isWanted,
  });
}

const NAMES = { cohen: 'Cohen’s κ, two screeners', fleiss: 'Fleiss’ κ', krippendorff: 'Krippendorff’s α' } as const;

/** What the round's number is called: "Fleiss’ κ, three screeners". */
export function coefficientName({ coefficient }: Outcome['agreement'], people: number): string {
  const words = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'][people] ?? String(people);
  return coefficient === 'cohen' ? NAMES.cohen : `${NAMES[coefficient]}, ${words} screeners`;
}
