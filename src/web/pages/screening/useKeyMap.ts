import { type KeyDeed, type KeyMap, type Preset, readKeyMap, whyNotKey } from './screeningKeys.ts';
import { useHabit } from './useHabit.ts';

/** A person's keys on every device of theirs: a preset, or their own. */
export function useKeyMap() {
  const [kept, keep] = useHabit('screening-keymap', 'pooled');
  const { preset, keys } = readKeyMap(kept);
  return {
    preset,
    keys,
    choosePreset: (next: Preset) => keep(next),
    /** Gives a deed another key; the answer is why not, or null. */
    change: (deed: KeyDeed, key: string): string | null => {
      const because = whyNotKey(keys, deed, key);
      if (because === null) keep(JSON.stringify({ ...keys, [deed]: key } satisfies KeyMap));
      return because;
    },
  };
}
