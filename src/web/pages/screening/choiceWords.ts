import type { Choice } from '#core/vocabulary';

export const CHOICE_WORDS: Readonly<Record<Choice, string>> = {
  include: 'Include',
  exclude: 'Exclude',
  unsure: 'Unsure',
};
