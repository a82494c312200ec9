import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { CallProblem } from '../CallProblem.ts';
import { sessionQuery } from './sessionQuery.ts';

const TRIES = 2;

/** Only what may pass by itself is tried again: no answer, a gateway's hiccup. A refusal stays a refusal. */
function mayPass(problem: Error): boolean {
  return problem instanceof CallProblem && (problem.isOfNetwork || problem.status === 502 || problem.status === 503);
}

/** A session that ended or changed elsewhere shows itself by a refusal: then ask who is signed in, and the shell follows. */
function noticeSignOut(problem: Error): void {
  if (problem instanceof CallProblem && (problem.status === 401 || problem.isSomebodyElse)) {
    void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
  }
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSignOut }),
  mutationCache: new MutationCache({ onError: noticeSignOut }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, problem) => failures < TRIES && mayPass(problem),
    },
    mutations: { retry: false },
  },
});
