import { SegmentedControl } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { BlindBadge } from '../../parts/BlindBadge.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { useNarrow } from '../../parts/useNarrow.ts';

/** At the right of the bar: that others don't see one's decision, focus or list, and the keys. */
export function HeadTools({ isBlind, mode, onKeys }: { isBlind: boolean; mode: 'focus' | 'list'; onKeys: () => void }) {
  const isNarrow = useNarrow();
  const [, setMode] = useAddress('mode', 'focus');
  return (
    <>
      {isBlind && <BlindBadge isShort={isNarrow} />}
      <SegmentedControl
        aria-label="Show"
        value={mode}
        onChange={next => setMode(next, 'push')}
        data={[
          { value: 'focus', label: 'Focus' },
          { value: 'list', label: 'List' },
        ]}
      />
      <IconButton label="Keys of this page" icon={<IconKeyboard size={20} stroke={1.75} />} onClick={onKeys} />
    </>
  );
}
