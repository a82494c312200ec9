import { type RefObject, useEffect, useRef, useState } from 'react';
import { CallProblem, type RefusedField } from '../CallProblem.ts';

export interface FieldErrors {
  /** Give it to the form: after sending, the focus goes to the first field that was refused. */
  readonly form: RefObject<HTMLFormElement | null>;
  /** The error of a field by its JSON pointer ("/body/email", or only "email"); hand it to the field's `error`. */
  readonly of: (field: string) => string | undefined;
  /** What belongs to no field of this form: shown above it. */
  readonly others: readonly RefusedField[];
  readonly count: number;
}

/**
 * Puts the server's answer to the fields it is about. `known` are the names of the form's fields; each field's input
 * carries the same `name`, by which the first one with an error is found. An error goes as soon as its field is written in.
 */
export function useFieldErrors(problem: unknown, known: readonly string[]): FieldErrors {
  const form = useRef<HTMLFormElement>(null);
  const [mended, setMended] = useState<{ of: unknown; names: ReadonlySet<string> }>({ of: null, names: new Set() });
  const isMended = (field: RefusedField) => mended.of === problem && mended.names.has(nameOf(field.pointer));
  const fields = problem instanceof CallProblem ? problem.fields.filter(field => !isMended(field)) : [];
  const isKnown = (field: RefusedField) => known.some(name => nameOf(field.pointer) === name);
  const of = (field: string) => fields.find(one => nameOf(one.pointer) === nameOf(field))?.detail;

  useEffect(() => {
    if (!(problem instanceof CallProblem)) return;
    const refused = new Set(problem.fields.map(field => nameOf(field.pointer)));
    const inputs = form.current?.querySelectorAll<HTMLElement>('[name]') ?? [];
    for (const input of inputs) {
      if (!refused.has(input.getAttribute('name') ?? '')) continue;
      input.focus();
      return;
    }
  }, [problem]);

  useEffect(() => {
    const within = form.current;
    if (!within || !(problem instanceof CallProblem)) return;
    const listen = ({ target }: Event) => {
      const name = target instanceof Element && within.contains(target) ? target.getAttribute('name') : null;
      if (name === null) return;
      setMended(before => ({ of: problem, names: new Set(before.of === problem ? [...before.names, name] : [name]) }));
    };
    // At the document, behind React's own listeners: a state set before them renders the field's old value over the new one.
    document.addEventListener('input', listen);
    return () => document.removeEventListener('input', listen);
  }, [problem]);

  return { form, of, others: fields.filter(field => !isKnown(field)), count: fields.length };
}

/** "/body/arms/0/events" and "/arms/0/events" are both the field "arms/0/events". */
function nameOf(pointer: string): string {
  return pointer.replace(/^\/?(?:body\/)?/, '');
}
