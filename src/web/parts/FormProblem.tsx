import { CallProblem } from '../CallProblem.ts';
import { counted } from '../words/counted.ts';
import { Note } from './Note.tsx';
import type { FieldErrors } from './useFieldErrors.ts';

/** The line above a form that was refused: how many fields, or the refusal itself when it is about none of them. */
export function FormProblem({ problem, errors }: { problem: unknown; errors: FieldErrors }) {
  if (!problem) return null;
  if (problem instanceof CallProblem && problem.fields.length > 0 && errors.count === 0) return null; // all written anew
  const inFields = errors.count - errors.others.length;
  if (inFields > 0 && errors.others.length === 0) {
    return (
      <Note kind="error" claim={`${counted(inFields, 'field')} ${inFields === 1 ? 'needs' : 'need'} another look.`} />
    );
  }
  const words = problem instanceof CallProblem ? problem.message : 'The form could not be sent. Nothing was changed.';
  return (
    <Note kind="error" claim={words}>
      {errors.others.map(field => field.detail).join(' ')}
    </Note>
  );
}
