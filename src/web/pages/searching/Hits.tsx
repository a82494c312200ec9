import { Mark } from '../../parts/Mark.tsx';
import { NO_HIGHLIGHTS } from '../screening/highlightKinds.ts';
import { markedParts } from '../screening/markedParts.ts';

/** A text with the words marked that a search looked for. */
export function Hits({ text, words }: { text: string; words: readonly string[] }) {
  return markedParts(text, { ...NO_HIGHLIGHTS, include: words }).map(part =>
    part.kind === null ? (
      part.text
    ) : (
      <Mark key={part.start} kind="hit">
        {part.text}
      </Mark>
    ),
  );
}
