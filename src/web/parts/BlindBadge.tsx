import { IconEyeClosed } from '@tabler/icons-react';
import { Badge } from './Badge.tsx';

/** Says that others don't see one's decision; the short form is for narrow heads. */
export function BlindBadge({ isShort = false }: { isShort?: boolean }) {
  return (
    <Badge kind="fact" icon={<IconEyeClosed size={14} stroke={1.75} />}>
      {isShort ? 'hidden from others' : 'Your decision is hidden from others'}
    </Badge>
  );
}
