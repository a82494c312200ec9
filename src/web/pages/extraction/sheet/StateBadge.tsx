import { IconCheck, IconEyeClosed, IconGitCompare } from '@tabler/icons-react';
import { Badge } from '../../../parts/Badge.tsx';
import type { Study } from '../extraction.ts';
import { STATE_WORDS } from './caseWords.ts';

/** How far the extraction of a study is. */
export function StateBadge({ study: { state, mode, mine } }: { study: Study }) {
  switch (state) {
    case 'done':
    case 'settled':
    case 'checked':
      return (
        <Badge kind="fact" icon={<IconCheck size={14} stroke={1.75} />}>
          {STATE_WORDS[state]}
        </Badge>
      );
    case 'to-settle':
    case 'to-check':
      return (
        <Badge kind="accent" icon={<IconGitCompare size={14} stroke={1.75} />}>
          {STATE_WORDS[state]}
        </Badge>
      );
    case 'open':
      if (mode !== 'double') return <Badge kind="neutral">{STATE_WORDS.open}</Badge>;
      return (
        <Badge kind="neutral" icon={<IconEyeClosed size={14} stroke={1.75} />}>
          {mine === 'finished' ? 'Blind, you are done' : mine === 'begun' ? 'Blind, yours begun' : 'Blind'}
        </Badge>
      );
    default:
      return state satisfies never;
  }
}
