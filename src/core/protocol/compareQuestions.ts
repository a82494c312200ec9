import type { Question, QuestionSlot } from '#core/protocol/question';

/** One difference between two versions of a question, as a protocol's amendment names it. */
export interface QuestionChange {
  /** Null for what belongs to the whole question. */
  readonly slot: string | null;
  readonly part: string;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** What a new version of a question changes; a change after screening began needs a reason in the report. */
export function compareQuestions(before: Question, after: Question): readonly QuestionChange[] {
  const names = [...new Set([...before.slots, ...after.slots].map(({ slot }) => slot))];
  const slotOf = ({ slots }: Question, name: string) => slots.find(({ slot }) => slot === name);
  return [
    change(null, 'frame', [before.frame], [after.frame]),
    change(null, 'title', given(before.title), given(after.title)),
    ...names.flatMap(name => {
      const [older, newer] = [partsOf(slotOf(before, name)), partsOf(slotOf(after, name))];
      return Object.keys({ ...older, ...newer }).map(part => change(name, part, older[part] ?? [], newer[part] ?? []));
    }),
    change(null, 'filters', before.filters ?? [], after.filters ?? []),
    change(null, 'published', rangeOf(before), rangeOf(after)),
    change(null, 'languages', before.languages ?? [], after.languages ?? []),
    change(null, 'criteria', criteriaOf(before), criteriaOf(after)),
  ].filter(({ removed, added }) => removed.length > 0 || added.length > 0);
}

function change(
  slot: string | null,
  part: string,
  before: readonly string[],
  after: readonly string[],
): QuestionChange {
  return {
    slot,
    part,
    removed: before.filter(value => !after.includes(value)),
    added: after.filter(value => !before.includes(value)),
  };
}

function partsOf(slot: QuestionSlot | undefined): Readonly<Record<string, readonly string[]>> {
  if (!slot) return {};
  return {
    text: given(slot.text),
    synonyms: slot.synonyms ?? [],
    meshHeadings: slot.meshHeadings ?? [],
    explode: given(slot.explode),
    majorOnly: given(slot.majorOnly),
    proximity: given(slot.proximity),
    truncate: given(slot.truncate),
    inSearch: given(slot.inSearch),
    includeWords: slot.includeWords ?? [],
    excludeWords: slot.excludeWords ?? [],
  };
}

function criteriaOf({ criteria = [] }: Question): readonly string[] {
  return criteria.map(({ kind, slot, text }) => `${kind}${slot ? ` (${slot})` : ''}: ${text}`);
}

function rangeOf({ published }: Question): readonly string[] {
  const range = `${published?.from ?? ''} – ${published?.to ?? ''}`;
  return range === ' – ' ? [] : [range];
}

function given(value: string | number | boolean | null | undefined): readonly string[] {
  return value == null || value === '' ? [] : [String(value)];
}
