/** How far a number may be from its reference: whichever bound is larger counts. */
export interface CaseTolerance {
  readonly rel: number;
  readonly abs: number;
}

/** Every leaf of the expected results with its dotted path; keys that document another program's looser fit are left out. */
function* leaves(expected: unknown, path: string): Generator<readonly [string, unknown]> {
  if (Array.isArray(expected)) {
    yield [`${path}.length`, expected.length];
    for (const [i, value] of expected.entries()) yield* leaves(value, `${path}[${i}]`);
  } else if (typeof expected === 'object' && expected !== null) {
    for (const [key, value] of Object.entries(expected))
      if (!key.startsWith('metafor_default')) yield* leaves(value, path ? `${path}.${key}` : key);
  } else yield [path, expected];
}

function valueAt(root: unknown, path: string): unknown {
  let value = root;
  for (const key of path.split(/[.[\]]+/).filter(Boolean)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[key]; // an object or an array: both have text keys
  }
  return value;
}

function agrees(got: unknown, want: unknown, { rel, abs }: CaseTolerance): boolean {
  if (typeof want === 'number')
    return typeof got === 'number' && Math.abs(got - want) <= Math.max(abs, rel * Math.abs(want));
  return want === null ? got === null || got === undefined : got === want;
}

/** Where results differ from what is expected, one line each. */
export function differences(got: unknown, expected: unknown, tolerance: CaseTolerance): string[] {
  const plain: unknown = JSON.parse(JSON.stringify(got));
  return [...leaves(expected, '')].flatMap(([path, want]) => {
    const value = valueAt(plain, path);
    return agrees(value, want, tolerance) ? [] : [`${path}: expected ${String(want)}, got ${String(value)}`];
  });
}
