import { IconFileText, IconSearch } from '@tabler/icons-react';
import { Badge } from '../../parts/Badge.tsx';
import type { RecordToScreen } from './useQueue.ts';

/** How far the search for a report's full text is, in a word. */
export function RetrievalBadge({ retrieval }: { retrieval: RecordToScreen['retrieval'] }) {
  if (retrieval?.state === 'retrieved') {
    return (
      <Badge kind="include" icon={<IconFileText size={14} stroke={1.75} />}>
        retrieved
      </Badge>
    );
  }
  if (retrieval?.state === 'not-retrieved') {
    return (
      <>
        <Badge kind="warn">not retrieved</Badge>
        {retrieval.notRetrievedReason && <span className="muted">{retrieval.notRetrievedReason}</span>}
      </>
    );
  }
  return (
    <Badge kind="fact" icon={<IconSearch size={14} stroke={1.75} />}>
      sought
    </Badge>
  );
}
