/** What a key of the screening page can do. */
export const KEY_DEEDS = [
  'exclude',
  'unsure',
  'include',
  'undo',
  'back',
  'next',
  'tick',
  'note',
  'label',
  'criteria',
  'highlights',
  'fullText',
  'retrieval',
] as const;
export type KeyDeed = (typeof KEY_DEEDS)[number];
export type KeyMap = Readonly<Record<KeyDeed, string>>;

const POOLED: KeyMap = {
  ...{ exclude: 'e', unsure: 'u', include: 'i', undo: 'z', back: 'k', next: 'j', tick: 't' },
  ...{ note: 'n', label: 'l', criteria: 'c', highlights: 'h', fullText: 'f', retrieval: 'x' },
};

/** Keys of the tools that people come from. "I" is include in one and irrelevant in another: the buttons show which. */
export const PRESETS = {
  pooled: { name: 'Pooled', keys: POOLED },
  rayyan: { name: 'Rayyan', keys: { ...POOLED, back: 'arrowup', next: 'arrowdown' } },
  asreview: { name: 'ASReview', keys: { ...POOLED, include: 'r', exclude: 'i' } },
} as const;
export type Preset = keyof typeof PRESETS;

/** Keys that are spoken for: the list itself, and the reasons at full text. */
const TAKEN = /^(\?|[0-9]|tab|enter|escape| |shift|control|alt|meta|dead|process|unidentified)$/;

/** Why a key can't be taken for a deed, or null. */
export function whyNotKey(map: KeyMap, deed: KeyDeed, key: string): string | null {
  if (TAKEN.test(key)) return 'This key has a meaning of its own: choose another one.';
  const holder = KEY_DEEDS.find(one => one !== deed && map[one] === key);
  return holder ? `${capOf(key)} is taken already: change that one first.` : null;
}

const CAPS: Readonly<Record<string, string>> = { arrowup: '↑', arrowdown: '↓', arrowleft: '←', arrowright: '→' };

/** What stands on the key's cap. */
export function capOf(key: string): string {
  return CAPS[key] ?? key.toUpperCase();
}

/** A map as the browser keeps it: the name of a preset, or all keys. What can't be read is the usual one. */
export function readKeyMap(text: string): { readonly preset: Preset | null; readonly keys: KeyMap } {
  if (text in PRESETS) {
    const preset = text as Preset; // just looked up
    return { preset, keys: PRESETS[preset].keys };
  }
  try {
    const found = JSON.parse(text) as Partial<Record<KeyDeed, unknown>>; // its parts are checked on the next line
    // A deed that is newer than the person's map has its usual key, unless they gave that to another.
    const usual = (deed: KeyDeed) => (Object.values(found).includes(POOLED[deed]) ? '' : POOLED[deed]);
    const keys = KEY_DEEDS.map(deed => [deed, typeof found[deed] === 'string' ? found[deed] : usual(deed)] as const);
    return { preset: null, keys: Object.fromEntries(keys) as KeyMap }; // one for each deed
  } catch {
    return { preset: 'pooled', keys: POOLED };
  }
}
