import {
  type ConversionRequest,
  type ConvertedNumbers,
  convert,
  followFrom,
  type Provenance,
} from '#core/extraction/convert';
import type { ResultQuestion } from '#core/extraction/questionableResult';
import type { ValueSource } from '#core/extraction/valueSource';
import { type FieldProblem, Problem } from '#core/problem';

/** What comes with the numbers of a result. */
export interface About {
  readonly foundAt: string;
  readonly source: ValueSource | null;
  readonly conversion: ConversionRequest | null;
  readonly answered: readonly ResultQuestion[];
}

export function refuseImpossible(problems: readonly FieldProblem[]): void {
  const [first] = problems;
  if (first) throw new Problem('invalid', `These numbers can’t be: ${first.detail}`, {}, problems);
}

/** How the numbers came about, worked out anew: what a client says of it is never stored. */
export function provenanceOf(
  of: readonly ConvertedNumbers['of'][],
  conversion: ConversionRequest | null,
  numbers: object,
): Provenance | null {
  if (!conversion) return null;
  const refuse = (detail: string): never => {
    throw new Problem('invalid', detail, {}, [{ pointer: '/body/conversion', detail }]);
  };
  const made = convert(conversion);
  if (!made.estimable) return refuse(made.because);
  if (!of.includes(made.value.of)) return refuse('This conversion gives other numbers than this outcome takes.');
  if (!followFrom(made.value, numbers)) {
    return refuse('These numbers don’t follow from the conversion. Convert again, or save them without it.');
  }
  return made.value.provenance;
}

/** The log names the conversion, never its numbers. */
export const factsOf = (conversion: Provenance | null) =>
  conversion ? { conversion: conversion.conversion } : undefined;
