import type { AllocationMethod } from '#core/people/vocabulary';

export const METHOD_WORDS: Readonly<Record<AllocationMethod, { readonly name: string; readonly means: string }>> = {
  'people-first': {
    name: 'People first',
    means: 'Stable: nobody and no lead would both rather have each other. Of all stable answers the best for people.',
  },
  'leads-first': { name: 'Leads first', means: 'Stable as well; of all stable answers the best for leads.' },
  'best-total': { name: 'Best fit', means: 'The greatest sum of fits, whoever is left.' },
  'most-people': { name: 'Most people', means: 'As many people as can be placed, then the greatest sum of fits.' },
  'worst-off-first': {
    name: 'Worst off first',
    means: 'As many people as can be placed, then the weakest fit as strong as can be, then the sum.',
  },
};
