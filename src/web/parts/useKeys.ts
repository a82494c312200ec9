import { useEffect, useEffectEvent } from 'react';

export type Keys = Readonly<Record<string, ((event: KeyboardEvent) => void) | undefined>>;

export interface KeyRule {
  /** Also while the person types in a field; for combinations with Ctrl or ⌘ only. */
  readonly whileTyping?: boolean;
  readonly isOff?: boolean;
}

/**
 * Keys of a page: `{ e: exclude, 'mod+k': jump, '?': help }`. `mod` is Ctrl, or ⌘ on a Mac. Plain keys rest while somebody
 * types, while a dialog is open, and while a key is held down (one press, one decision).
 */
export function useKeys(keys: Keys, { whileTyping = false, isOff = false }: KeyRule = {}): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.repeat || event.altKey) return;
    const isModified = event.ctrlKey || event.metaKey;
    const deed = keys[(isModified ? 'mod+' : '') + event.key.toLowerCase()];
    if (!deed || (!whileTyping && (isTyping(event.target) || document.querySelector('dialog[open]')))) return;
    event.preventDefault();
    deed(event);
  });
  useEffect(() => {
    if (isOff) return;
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOff]);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  // In a menu or list, letters look for a row.
  if (target.closest('[role="menu"], [role="listbox"], [role="combobox"]')) return true;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type)
  );
}
