import { IconLock } from '@tabler/icons-react';
import type { LabelTint } from '#core/vocabulary';
import { Badge, type BadgeKind } from '../../parts/Badge.tsx';

const KINDS: Readonly<Record<LabelTint, BadgeKind>> = {
  plain: 'fact',
  blue: 'info',
  orange: 'warn',
  violet: 'conflict',
};

/** A label with its tint; a lock on those that nobody else sees. */
export function LabelBadge({ name, tint, isOwn }: { name: string; tint: LabelTint; isOwn: boolean }) {
  return (
    <Badge kind={KINDS[tint]} icon={isOwn ? <IconLock size={12} stroke={1.75} aria-label="only for you" /> : null}>
      {name}
    </Badge>
  );
}
