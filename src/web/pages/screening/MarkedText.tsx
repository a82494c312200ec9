import { Mark } from '../../parts/Mark.tsx';
import type { Highlights } from './highlightKinds.ts';
import { markedParts } from './markedParts.ts';

/** A text with the question's words marked: a full line below speaks for the record, a dotted one against it. */
export function MarkedText({ text, highlights }: { text: string; highlights: Highlights | null }) {
  if (highlights === null) return text;
  return markedParts(text, highlights).map(part =>
    part.kind === null ? (
      part.text
    ) : (
      <Mark key={part.start} kind={part.kind}>
        {part.text}
      </Mark>
    ),
  );
}
