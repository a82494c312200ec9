import { LinkButton } from '../../parts/LinkButton.tsx';
import { toast } from '../../parts/toast.ts';

/** Copies a sentence for the Methods; `of` tells apart several on one page. */
export function CopyText({ text, of }: { text: string; of?: string }) {
  return (
    <LinkButton
      {...(of ? { label: `Copy the sentence: ${of}` } : {})}
      onClick={() => void navigator.clipboard.writeText(text).then(() => toast({ text: 'The sentence is copied' }))}
    >
      Copy the sentence
    </LinkButton>
  );
}
