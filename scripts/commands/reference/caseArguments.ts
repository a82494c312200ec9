import { Problem } from '#core/problem';

/** What a case hands to an adapter, read by name and kind; a missing or wrongly shaped argument is a clear refusal. */
export interface CaseArguments {
  readonly has: (name: string) => boolean;
  readonly raw: (name: string) => unknown;
  readonly text: (name: string, otherwise?: string) => string;
  readonly number: (name: string, otherwise?: number) => number;
  readonly flag: (name: string, otherwise: boolean) => boolean;
  readonly numbers: (name: string) => number[];
  readonly texts: (name: string) => string[];
  readonly matrix: (name: string) => number[][];
  readonly named: (name: string) => Readonly<Record<string, unknown>>;
}

export function caseArguments(given: Readonly<Record<string, unknown>>): CaseArguments {
  const refuse = (name: string, kind: string): never => {
    throw new Problem('invalid', `the argument "${name}" is not ${kind}`);
  };
  const asNumbers = (value: unknown, name: string): number[] =>
    Array.isArray(value)
      ? value.map(entry => (typeof entry === 'number' ? entry : Number.NaN))
      : refuse(name, 'a list of numbers');
  return {
    has: name => given[name] !== undefined && given[name] !== null,
    raw: name => given[name],
    text: (name, otherwise) => {
      const value = given[name] ?? otherwise;
      return typeof value === 'string' ? value : refuse(name, 'a text');
    },
    number: (name, otherwise) => {
      const value = given[name] ?? otherwise;
      return typeof value === 'number' ? value : refuse(name, 'a number');
    },
    flag: (name, otherwise) => {
      const value = given[name] ?? otherwise;
      return typeof value === 'boolean' ? value : refuse(name, 'true or false');
    },
    numbers: name => asNumbers(given[name], name),
    texts: name => {
      const value = given[name];
      return Array.isArray(value) ? value.map(String) : refuse(name, 'a list of texts');
    },
    matrix: name => {
      const value = given[name];
      return Array.isArray(value) ? value.map(row => asNumbers(row, name)) : refuse(name, 'a matrix');
    },
    named: name => {
      const value = given[name];
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(name, 'a set of names');
      return value as Readonly<Record<string, unknown>>; // a JSON object: every key is a text
    },
  };
}
