import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { listPreferences, savePreference } from '#contract/preferences';
import type { PreferenceName } from '#core/vocabulary';
import { call } from '../../call.ts';
import { useSession } from '../../queries/useSession.ts';
import { useRemembered } from './useRemembered.ts';

const SAVE_AFTER_MS = 800;
/** What this browser holds that the server has not been told yet begins with this. */
const UNTOLD = '\u2191';

/**
 * A habit of the person (their keys, their highlight words): kept with their account, so that it follows them to any
 * device, and in this browser, so that it is there at once and without a network. What was changed last wins.
 */
export function useHabit(name: PreferenceName, otherwise: string, about = ''): [string, (next: string) => void] {
  const personId = useSession().data?.person?.personId ?? '';
  const queries = useQueryClient();
  const [held, hold] = useRemembered(`habit.${personId}.${name}.${about}`, '');
  const isUntold = held.startsWith(UNTOLD);
  const mine = isUntold ? held.slice(UNTOLD.length) : held;
  const kept = useQuery({
    queryKey: ['preferences', personId],
    queryFn: ({ signal }) => call(listPreferences, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: personId !== '',
  });
  const theirs = kept.data?.preferences.find(one => one.name === name && one.about === about)?.value;
  useEffect(() => {
    if (theirs !== undefined && !isUntold && theirs !== mine) hold(theirs);
  }, [theirs, isUntold, mine, hold]);

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (!isUntold || personId === '') return;
    timer.current = setTimeout(() => {
      call(savePreference, { params: { name }, body: { about, value: mine }, as: personId })
        .then(() => {
          hold(mine);
          return queries.invalidateQueries({ queryKey: ['preferences', personId] });
        })
        // The network is away: it is told when the page opens next.
        .catch(() => undefined);
    }, SAVE_AFTER_MS);
    return () => clearTimeout(timer.current);
  }, [isUntold, mine, name, about, personId, hold, queries]);

  return [mine === '' ? otherwise : mine, next => hold(UNTOLD + next)];
}
