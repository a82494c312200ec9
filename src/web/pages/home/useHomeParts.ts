import { useQuery } from '@tanstack/react-query';
import type { ReplyOf } from '#contract/endpoint';
import { getHomeApprovals, getHomeCredit, getHomeTeams, getHomeWatch } from '#contract/homeParts';
import { getMentoring } from '#contract/mentoring';
import { call } from '../../call.ts';

export type HomeTeams = ReplyOf<typeof getHomeTeams>;
export type HomeWatch = ReplyOf<typeof getHomeWatch>;

/** My mentors and mentees, as the page of mentoring has them. */
export function useMentoring() {
  return useQuery({ queryKey: ['mentoring'], queryFn: ({ signal }) => call(getMentoring, { signal }) });
}

export function useHomeApprovals() {
  return useQuery({ queryKey: ['home', 'approvals'], queryFn: ({ signal }) => call(getHomeApprovals, { signal }) });
}

export function useHomeCredit() {
  return useQuery({ queryKey: ['home', 'credit'], queryFn: ({ signal }) => call(getHomeCredit, { signal }) });
}

/** Only who leads something has anything here. */
export function useHomeTeams(isLead: boolean) {
  return useQuery({
    queryKey: ['home', 'teams'],
    enabled: isLead,
    queryFn: ({ signal }) => call(getHomeTeams, { signal }),
  });
}

/** Agreement and retractions take longer than the rest: they come after it. */
export function useHomeWatch(isLead: boolean) {
  return useQuery({
    queryKey: ['home', 'watch'],
    enabled: isLead,
    queryFn: ({ signal }) => call(getHomeWatch, { signal }),
  });
}
