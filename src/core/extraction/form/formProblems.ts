import type { FormField } from '#core/extraction/form/formField';
import type { FieldProblem } from '#core/problem';

/** What can't be in a form, field by field, with pointers into `/body/fields`; an empty list where all is well. */
export function formProblems(fields: readonly FormField[]): FieldProblem[] {
  const seen = new Map<string, number>();
  return fields.flatMap((field, place) => {
    const at = (part: string, detail: string): FieldProblem => ({ pointer: `/body/fields/${place}/${part}`, detail });
    const problems: FieldProblem[] = [];
    const key = field.name.trim().toLowerCase();
    const twin = seen.get(key);
    if (twin !== undefined) problems.push(at('name', `Field ${twin + 1} is called “${field.name}” too.`));
    seen.set(key, place);
    const { kind, choices, lowest, highest } = field;
    if (kind === 'choices' && choices.length === 0) {
      problems.push(at('choices', `“${field.name}” needs words to choose from.`));
    }
    const semicolon = choices.find(choice => choice.includes(';'));
    if (semicolon !== undefined) problems.push(at('choices', `“${semicolon}”: a choice has no semicolon in it.`));
    if (new Set(choices.map(choice => choice.toLowerCase())).size !== choices.length) {
      problems.push(at('choices', `“${field.name}” offers the same word twice.`));
    }
    if (lowest !== null && highest !== null && lowest > highest) {
      problems.push(at('highest', `“${field.name}”: the highest number is below the lowest.`));
    }
    return problems;
  });
}
