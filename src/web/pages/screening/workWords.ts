import { counted } from '../../words/counted.ts';
import type { BoardPerson } from './teamQueries.ts';

const DAY_MS = 86_400_000;
const QUIET_DAYS = 5;
const NEARLY = 0.95;
/** A due date is too near when it asks for so many times what somebody does a day. */
const TOO_FAST = 2;

export interface WorkWords {
  readonly text: string;
  readonly kind: 'include' | 'warn' | null;
}

export type Work = Pick<BoardPerson, 'given' | 'done' | 'dueOn' | 'lastAt' | 'firstGivenAt' | 'perDay' | 'hasLeft'>;

/** Where somebody's work stands, said so that it shames nobody: what is known, no guess at why. */
export function workWords(person: Work, now: Date): WorkWords {
  const { given, done, dueOn, perDay } = person;
  if (person.hasLeft) return { text: 'has left, decisions stay', kind: null };
  if (given === 0) return { text: 'nothing given yet', kind: null };
  if (done >= given) return { text: 'all decided', kind: 'include' };
  const quiet = quietDays(person, now);
  if (quiet >= QUIET_DAYS) return { text: `no decision for ${counted(quiet, 'day')}`, kind: 'warn' };
  if (dueOn !== null && endOfDay(dueOn) < now.getTime()) return { text: 'due date has passed', kind: 'warn' };
  const needed = neededPerDay(person, now);
  if (needed !== null && perDay > 0 && needed > TOO_FAST * perDay) return { text: 'due date too near', kind: 'warn' };
  if (done / given >= NEARLY) return { text: 'nearly done', kind: 'include' };
  return { text: done === 0 ? 'not begun' : dueOn === null ? 'under way' : 'on time', kind: null };
}

/** Days without a decision of who has open work; since they were given it, where they have not begun. */
export function quietDays({ given, done, lastAt, firstGivenAt, hasLeft }: Work, now: Date): number {
  const since = lastAt ?? firstGivenAt;
  if (hasLeft || done >= given || since === null) return 0;
  return Math.floor((now.getTime() - new Date(since).getTime()) / DAY_MS);
}

/** How many a day it would take until the due date; null without one. */
export function neededPerDay({ given, done, dueOn }: Work, now: Date): number | null {
  if (dueOn === null || done >= given) return null;
  const days = Math.max(1, Math.ceil((endOfDay(dueOn) - now.getTime()) / DAY_MS));
  return Math.ceil((given - done) / days);
}

export function isQuiet(person: Work, now: Date): boolean {
  return quietDays(person, now) >= QUIET_DAYS;
}

/** A plain day belongs to no zone: it ends when the reader's day ends. */
function endOfDay(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + 1).getTime();
}
