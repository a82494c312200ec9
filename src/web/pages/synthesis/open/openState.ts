import type { Specification } from '#core/synthesis/specification';
import type { TableReading } from '#core/synthesis/table/readTable';
import type { LeftOut } from '../plan.ts';

/** Everything that a pooled table is: what was pasted, how it is read, what it is called, how it is pooled. */
export interface OpenState {
  readonly text: string;
  readonly reading: TableReading;
  readonly title: string;
  readonly first: string;
  readonly second: string;
  readonly isLowerBetter: boolean;
  /** Of the exposure, in a table of doses. */
  readonly unit: string;
  /** Only what differs from what a table of its kind begins with. */
  readonly choices: Partial<Specification>;
  readonly leftOut: readonly LeftOut[];
}

export const NOTHING_PASTED: OpenState = {
  text: '',
  reading: {},
  title: 'My table',
  first: 'Intervention',
  second: 'Comparator',
  isLowerBetter: true,
  unit: '',
  choices: {},
  leftOut: [],
};

/** Longer addresses are cut by some programs: then a file is the way. */
export const LONGEST_ADDRESS = 8000;

function toBase64(bytes: Uint8Array): string {
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(letters, letter => letter.charCodeAt(0));
}

/** The state as the part of an address after `#`, which browsers send to nobody. */
export async function packState(state: OpenState): Promise<string> {
  const packed = new Blob([JSON.stringify(state)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return `table=${toBase64(new Uint8Array(await new Response(packed).arrayBuffer()))}`;
}

/** The state of an address or a file; null where it holds none. */
export async function unpackState(hash: string): Promise<OpenState | null> {
  const packed = /(?:^|[#&])table=([\w-]+)/.exec(hash)?.[1];
  if (!packed) return null;
  try {
    const plain = new Blob([fromBase64(packed)]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return readState(await new Response(plain).text());
  } catch {
    return null;
  }
}

/** The state of a saved file. A file that somebody else wrote may hold anything: only what fits is taken. */
export function readState(text: string): OpenState | null {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof given !== 'object' || given === null) return null;
  const { text: pasted, title, first, second, unit } = given as Record<string, unknown>; // a JSON object
  if (typeof pasted !== 'string') return null;
  const words = Object.fromEntries(
    Object.entries({ title, first, second, unit }).filter(([, value]) => typeof value === 'string'),
  );
  return { ...NOTHING_PASTED, ...(given as Partial<OpenState>), ...words, text: pasted };
}
