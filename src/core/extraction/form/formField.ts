import type { FieldKind, FormBlock } from '#core/extraction/vocabulary';

/** What a field asks for, as far as its values go. */
export interface FieldRules {
  readonly kind: FieldKind;
  /** What may be chosen; empty for a category: any word. */
  readonly choices: readonly string[];
  readonly lowest: number | null;
  readonly highest: number | null;
}

/** One question of an extraction form. */
export interface FormField extends FieldRules {
  readonly name: string;
  readonly block: FormBlock;
  readonly unit: string;
  readonly help: string;
  readonly isRequired: boolean;
  /** Named in the protocol as something that may divide or explain effects. */
  readonly isPlanned: boolean;
}

/** Several chosen words as one value, and back: no choice has a semicolon in it. */
export const BETWEEN_CHOICES = '; ';

export function chosenWords(value: string): string[] {
  return value
    .split(';')
    .map(word => word.trim())
    .filter(word => word !== '');
}
