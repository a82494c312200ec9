import { useState } from 'react';
import type { Board, GiveOut } from './teamQueries.ts';

export type WhichKind = 'waiting' | 'found' | 'of-person';
export type HowMany = 'all' | 'count' | 'share';
export type Order = 'import' | 'ranked' | 'lot';
export type Split = 'equal' | 'hours' | 'hand';

/** The form as it stands; `input` is what the server is asked, null while something is missing. */
export function useGiveOut(board: Board, from: string | null) {
  const [kind, setKind] = useState<'waiting' | 'found'>('waiting');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [howMany, setHowMany] = useState<HowMany>('all');
  const [count, setCount] = useState(50);
  const [sharePercent, setSharePercent] = useState(20);
  const [order, setOrder] = useState<Order>('import');
  const [split, setSplit] = useState<Split>('equal');
  const [limits, setLimits] = useState<ReadonlyMap<string, number>>(new Map());
  const [pairs, setPairs] = useState<'rotated' | 'kept'>('rotated');
  const [recuse, setRecuse] = useState<'name' | 'sure'>('name');
  const [dueOn, setDueOn] = useState('');
  const [seed, setSeed] = useState(1);

  const personIds = chosen.filter(personId => personId !== from);
  const source = board.people.find(one => one.personId === from) ?? null;
  const available = source ? source.given - source.done : board.waiting;
  const input: GiveOut | null =
    personIds.length === 0 || available === 0 || (kind === 'found' && from === null && text.trim() === '')
      ? null
      : {
          personIds,
          which: from !== null ? { kind: 'of-person', personId: from } : kind === 'found' ? { kind, text } : { kind },
          count: howMany === 'count' ? count : null,
          sharePercent: howMany === 'share' ? sharePercent : null,
          split: split === 'hours' ? 'hours' : 'equal',
          limits:
            split === 'hand'
              ? personIds.flatMap(id => (limits.has(id) ? [{ personId: id, most: limits.get(id) ?? 0 }] : []))
              : [],
          ...{ pairs, recuse, seed, order },
          dueOn: dueOn === '' ? null : dueOn,
        };

  return {
    ...{ kind, setKind, text, setText, chosen: personIds, setChosen, howMany, setHowMany, count, setCount },
    ...{ sharePercent, setSharePercent, split, setSplit, limits, pairs, setPairs, recuse, setRecuse, dueOn, setDueOn },
    ...{ source, available, input, order, setOrder },
    setLimit: (personId: string, most: number | null) => {
      const next = new Map(limits);
      if (most === null) next.delete(personId);
      else next.set(personId, most);
      setLimits(next);
    },
    /** Another lot: the same split with other records. */
    dealAgain: () => setSeed(seed + 1),
    reset: () => {
      setChosen([]);
      setHowMany('all');
      setText('');
      setKind('waiting');
    },
  };
}

export type GiveOutForm = ReturnType<typeof useGiveOut>;
