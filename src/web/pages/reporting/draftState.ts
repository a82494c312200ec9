import type { Block, Manuscript, Section, Sentence } from './useManuscript.ts';

export const blocksIn = ({ paragraphs }: Pick<Section, 'paragraphs'>): Block[] => paragraphs.flat();

export const isSentence = (block: Block): block is Sentence => block.kind === 'sentence';

/** What somebody should look at before the draft is sent. */
export interface DraftState {
  readonly sentences: number;
  readonly agreeing: number;
  readonly gaps: number;
  readonly stale: number;
  readonly deviations: number;
  readonly ownWords: number;
  readonly changed: number;
}

export function stateOf(blocks: readonly Block[]): DraftState {
  const sentences = blocks.filter(isSentence);
  const remarked = (kind: string) => sentences.filter(one => one.remark?.kind === kind).length;
  return {
    sentences: sentences.length,
    agreeing: sentences.filter(one => one.remark?.kind !== 'stale').length,
    gaps: blocks.filter(one => one.kind === 'gap').length,
    stale: remarked('stale'),
    deviations: remarked('deviation'),
    ownWords: remarked('own-words'),
    changed: sentences.filter(one => one.changes !== null || one.isNew).length,
  };
}

/** `1 stale`, `2 gaps`, `5 of 5`: the worst that is the case. */
export function stateWords(section: Section): { text: string; isOpen: boolean } {
  const { sentences, gaps, stale, deviations } = stateOf(blocksIn(section));
  if (stale > 0) return { text: `${stale} stale`, isOpen: true };
  if (gaps > 0) return { text: gaps === 1 ? '1 gap' : `${gaps} gaps`, isOpen: true };
  if (deviations > 0) return { text: 'reason needed', isOpen: true };
  return { text: `${sentences} of ${sentences}`, isOpen: false };
}

/** The first block that somebody should look at: a stale sentence, then a deviation, then a gap. */
export function firstOpen({ sections }: Manuscript): { id: string; words: string } | null {
  const blocks = sections.flatMap(blocksIn);
  const remarked = (kind: string) => blocks.find(block => isSentence(block) && block.remark?.kind === kind);
  const stale = remarked('stale');
  if (stale) return { id: stale.id, words: 'Go to the stale sentence' };
  const deviation = remarked('deviation');
  if (deviation) return { id: deviation.id, words: 'Go to the deviation' };
  const gap = blocks.find(block => block.kind === 'gap');
  return gap ? { id: gap.id, words: 'Go to the first gap' } : null;
}
