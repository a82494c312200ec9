import { blocksOf, type Draft, textOf } from '#core/reporting/manuscript/draft';
import { type WordRun, wordDifference } from '#core/reporting/manuscript/wordDifference';

/** A sentence as it stood in a frozen draft. */
export interface FrozenSentence {
  readonly id: string;
  readonly section: string;
  readonly text: string;
}

export interface DraftChanges {
  /** By sentence: what is gone and what is added. */
  readonly changed: ReadonlyMap<string, readonly WordRun[]>;
  readonly added: ReadonlySet<string>;
  readonly gone: readonly FrozenSentence[];
}

/** The sentences of a draft, to be frozen. */
export function frozenSentences({ sections }: Draft): FrozenSentence[] {
  return sections.flatMap(section =>
    section.paragraphs
      .flat()
      .flatMap(block =>
        block.kind === 'sentence' ? [{ id: block.id, section: section.id, text: textOf(block.pieces) }] : [],
      ),
  );
}

/** What changed since a draft was frozen, sentence by sentence. */
export function compareDrafts(draft: Draft, frozen: readonly FrozenSentence[]): DraftChanges {
  const before = new Map(frozen.map(one => [one.id, one]));
  const changed = new Map<string, readonly WordRun[]>();
  const added = new Set<string>();
  const ids = new Set<string>();
  for (const block of blocksOf(draft)) {
    if (block.kind !== 'sentence') continue;
    ids.add(block.id);
    const then = before.get(block.id);
    const now = textOf(block.pieces);
    if (!then) added.add(block.id);
    else if (then.text !== now) changed.set(block.id, wordDifference(then.text, now));
  }
  return { changed, added, gone: frozen.filter(one => !ids.has(one.id)) };
}
