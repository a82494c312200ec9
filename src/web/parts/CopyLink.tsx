import { useState } from 'react';
import { LinkButton } from './LinkButton.tsx';

const SAID_FOR_MS = 2_000;

/** Puts a text on the clipboard and says so in the same place. */
export function CopyLink({ text, children }: { text: string; children: string }) {
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setIsCopied(true);
    setTimeout(() => setIsCopied(false), SAID_FOR_MS);
  };
  return (
    <span aria-live="polite">
      <LinkButton onClick={() => void copy()}>{isCopied ? 'Copied' : children}</LinkButton>
    </span>
  );
}
