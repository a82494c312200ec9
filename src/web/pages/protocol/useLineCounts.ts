import { useRef, useState } from 'react';
import { countPubmed } from '#contract/searching';
import type { QueryBlock } from '#core/protocol/toBlocks';
import { call } from '../../call.ts';

/** How many records PubMed finds for a block or a line of it, by its text. */
export type LineCounts = ReadonlyMap<string, number>;

/**
 * Counts each block and each of its lines in PubMed, one after the other: the server keeps to PubMed's pace. What is counted
 * is shown at once; counting stops where the page is left or somebody stops it, and a text is never counted twice.
 */
export function useLineCounts(reviewId: string) {
  const [counts, setCounts] = useState<LineCounts>(new Map());
  const [left, setLeft] = useState(0);
  const [problem, setProblem] = useState<Error | null>(null);
  const asking = useRef<AbortController | null>(null);
  const stop = () => asking.current?.abort();
  const start = async (blocks: readonly QueryBlock[]) => {
    stop();
    const control = new AbortController();
    asking.current = control;
    setProblem(null);
    const texts = [...new Set(blocks.flatMap(block => [block.text, ...block.lines.map(line => line.text)]))];
    const open = texts.filter(text => !counts.has(text));
    try {
      for (const [place, query] of open.entries()) {
        setLeft(open.length - place);
        const { count } = await call(countPubmed, { params: { reviewId }, body: { query }, signal: control.signal });
        setCounts(known => new Map(known).set(query, count));
      }
    } catch (error) {
      if (!control.signal.aborted) setProblem(error instanceof Error ? error : new Error(String(error)));
    }
    if (asking.current === control) setLeft(0);
  };
  return { counts, left, problem, start, stop };
}
