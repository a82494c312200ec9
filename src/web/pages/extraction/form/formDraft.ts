import type { BodyInputOf, ReplyOf } from '#contract/endpoint';
import type { getExtractionForm, previewExtractionForm, saveExtractionForm } from '#contract/extractionForm';
import type { PlacedField } from '#core/extraction/form/formEffects';
import type { FormField } from '#core/extraction/form/formField';
import type { FieldKind, FormBlock } from '#core/extraction/vocabulary';

export type ExtractionForm = ReplyOf<typeof getExtractionForm>;
export type FieldOfForm = ExtractionForm['fields'][number];
export type FormVersion = ExtractionForm['versions'][number];
export type FormEffects = ReplyOf<typeof previewExtractionForm>;
export type FormBody = BodyInputOf<typeof saveExtractionForm>;

/** A field while the form is being made: its key lasts, also before the server has given an id. */
export type DraftField = PlacedField & { readonly key: string };

export const BLOCK_WORDS: Readonly<Record<FormBlock, string>> = {
  study: 'Study characteristics',
  population: 'Population',
  arms: 'Arms',
  outcomes: 'Outcomes and analysis',
  funding: 'Funding',
  conflicts: 'Conflicts of interest',
  notes: 'Notes',
};

/** What is asked in a block without any field. */
export const ALWAYS_ASKED: Partial<Readonly<Record<FormBlock, string>>> = {
  study: 'Always asked: label, year, and which reports tell of it.',
  arms: 'Always asked of each arm: its name, its kind, and how many were randomised. The fields here are asked of each arm, too.',
  outcomes:
    'Always asked: the results for each outcome and timepoint of the review. The outcomes are kept on the extraction page.',
};

export const FIELD_KIND_WORDS: Readonly<Record<FieldKind, string>> = {
  text: 'Text',
  number: 'Number',
  category: 'One of several words',
  choices: 'Several words',
  date: 'Date',
  'yes-no': 'Yes or no',
};

export const EMPTY_FIELD: Omit<FormField, 'block'> = {
  name: '',
  kind: 'text',
  unit: '',
  help: '',
  isRequired: false,
  isPlanned: false,
  choices: [],
  lowest: null,
  highest: null,
};

export function draftOf(fields: readonly FieldOfForm[]): DraftField[] {
  return fields.map(field => ({ ...field, key: field.characteristicId }));
}

/** The fields as they are sent: what belongs to another kind is left behind. */
export function sentFields(draft: readonly DraftField[]): FormBody['fields'] {
  return draft.map(({ key: _, ...field }) => ({
    ...field,
    unit: field.kind === 'number' ? field.unit : '',
    choices: field.kind === 'category' || field.kind === 'choices' ? [...field.choices] : [],
    lowest: field.kind === 'number' ? field.lowest : null,
    highest: field.kind === 'number' ? field.highest : null,
  }));
}

/** Whether a synthesis can divide studies by it, or explain their effects. */
export function isModerator({ kind, block }: Pick<FormField, 'kind' | 'block'>): boolean {
  return block !== 'arms' && (kind === 'number' || kind === 'category' || kind === 'yes-no');
}

/** What a field takes, in a line. */
export function fieldLine(field: FormField): string {
  const { kind, unit, choices, lowest, highest } = field;
  const range =
    lowest === null
      ? highest === null
        ? ''
        : `up to ${highest}`
      : highest === null
        ? `from ${lowest}`
        : `${lowest} to ${highest}`;
  return [FIELD_KIND_WORDS[kind], unit, range, choices.join(', ')].filter(part => part !== '').join(' · ');
}
