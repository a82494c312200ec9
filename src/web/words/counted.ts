import { count } from './count.ts';

/** A number with its noun: "1 record", "1,243 records", "2 studies". */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}
