import type { QueryBlock } from '#core/protocol/toBlocks';

/** A search string with each block on a line of its own; nothing but white space between blocks is changed. */
export function inLines(query: string, blocks: readonly QueryBlock[]): string {
  const pieces = blocks.map((block, place) => {
    const before = blocks[place - 1];
    const joint = before ? query.slice(before.end, block.start) : query.slice(0, block.start);
    const text = query.slice(block.start, block.end);
    return before ? `\n${joint.trimStart()}${text}` : `${joint}${text}`;
  });
  const end = blocks.at(-1)?.end ?? 0;
  return pieces.join('') + query.slice(end);
}
