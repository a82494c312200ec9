import type { ExtractionMode } from '#core/extraction/vocabulary';
import type { Study } from '../extraction.ts';

export const MODE_WORDS: Readonly<Record<ExtractionMode, { readonly name: string; readonly line: string }>> = {
  single: { name: 'One person extracts', line: 'What is written stands at once.' },
  checked: {
    name: 'One extracts, another checks',
    line: 'What is written stands at once; a second person goes over it.',
  },
  double: {
    name: 'Two extract, blind to each other',
    line: 'Neither sees the other’s values before both are done; an adjudicator or a lead settles differences.',
  },
};

export const STATE_WORDS: Readonly<Record<Study['state'], string>> = {
  open: 'Open',
  done: 'Done',
  'to-settle': 'To settle',
  settled: 'Settled',
  'to-check': 'To check',
  checked: 'Checked',
};

/** Where a study stands, in a sentence; empty where there is nothing to say. */
export function caseSentence({ mode, state, mine, extractors, settled }: Study): string {
  const names = extractors.map(one => `${one.name}${one.isFinished ? ' (done)' : ''}`).join(' and ');
  if (state === 'settled' && settled) return `${settled.byName} settled the differences. Both versions are kept.`;
  if (state === 'checked' && settled) return `${settled.byName} checked it.`;
  if (state === 'to-settle') return `${names}: both are done. Their differences wait to be settled.`;
  if (state === 'to-check') return `${names}. It waits for somebody else to check it.`;
  if (mode !== 'double') return names;
  if (mine === 'none') {
    return extractors.length === 0
      ? 'Two people extract it blind. The first value that you write takes a seat.'
      : `${names} extracts it blind to you. What you write is seen by nobody else until both are done.`;
  }
  const other = extractors.length > 1 ? 'The second extractor' : 'A second extractor';
  return `${other} sees your values when both of you are done. Differences are then shown side by side.`;
}
