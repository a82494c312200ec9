import { STAGES, type Stage } from '#core/vocabulary';

/** What pages call a stage, and what is decided on at it. */
export const STAGE_WORDS: Readonly<Record<Stage, { readonly name: string; readonly unit: string }>> = {
  'title-and-abstract': { name: 'Title and abstract', unit: 'record' },
  'full-text': { name: 'Full text', unit: 'report' },
};

/** The stage of an address; what is no stage is the first one. */
export function stageOf(text: string | undefined): Stage {
  return STAGES.find(stage => stage === text) ?? 'title-and-abstract';
}
