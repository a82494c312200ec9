import { counted } from '../../words/counted.ts';
import type { BoardPerson } from './teamQueries.ts';

const DAY_MS = 86_400_000;
const QUIET_DAYS = 5;
const NEARLY = 0.95;

export interface WorkWords {
  readonly text: string;
  readonly kind: 'include' | 'warn' | null;
}

/** Where somebody's work stands, said so that it shames nobody: what is known, no guess at why. */
export function workWords(person: Pick<BoardPerson, 'given' | 'done' | 'dueOn' | 'lastAt'>, now: Date): WorkWords {
  const { given, done, dueOn, lastAt } = person;
  if (given === 0) return { text: 'nothing given yet', kind: null };
  if (done >= given) return { text: 'all decided', kind: 'include' };
  const quiet = lastAt === null ? 0 : Math.floor((now.getTime() - new Date(lastAt).getTime()) / DAY_MS);
  if (quiet >= QUIET_DAYS) return { text: `no decision for ${counted(quiet, 'day')}`, kind: 'warn' };
  if (dueOn !== null && endOfDay(dueOn) < now.getTime()) return { text: 'due date has passed', kind: 'warn' };
  if (done / given >= NEARLY) return { text: 'nearly done', kind: 'include' };
  return { text: done === 0 ? 'not begun' : 'under way', kind: null };
}

/** A plain day belongs to no zone: it ends when the reader's day ends. */
function endOfDay(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + 1).getTime();
}
