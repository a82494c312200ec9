import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { Problem } from '#core/problem';
import type { Command } from '#scripts/command';
import { ADAPTERS } from '#scripts/commands/reference/adapters';
import { openReferenceFile, type ReferenceFile } from '#scripts/commands/reference/referenceFile';

export type ReferenceAnswer = { readonly id: string } & (
  | { readonly results: unknown }
  | { readonly notSupported: string }
);

/** Each case of an opened file, answered by core. */
export function* answerCases(file: ReferenceFile): Generator<ReferenceAnswer> {
  for (const { id, type, args } of file.cases) {
    const adapter = ADAPTERS[type];
    if (!adapter) {
      yield { id, notSupported: `there is no answer to cases of the type ${type}` };
      continue;
    }
    try {
      yield { id, results: adapter(file, args, id) };
    } catch (error) {
      if (!(error instanceof Problem || error instanceof RangeError)) throw error;
      yield { id, notSupported: error.message };
    }
  }
}

export const command: Command = {
  summary: 'answer a file of reference cases',
  help: `pooled reference FILE

Computes every case of a file of reference cases (schema meta-oracle/1) and prints one line of JSON for each:
{"id": …, "results": {…}} or {"id": …, "notSupported": "why"}. Expected results in the file are never read.

  pooled reference bcg.json | head -3`,
  run: async (args, io) => {
    const [name] = args;
    if (!name) throw new Problem('invalid', 'name the file of reference cases, or - for standard input');
    const file = openReferenceFile(name === '-' ? await text(io.stdin) : await readFile(name, 'utf8'));
    let skipped = 0;
    for (const answer of answerCases(file)) {
      if ('notSupported' in answer) {
        skipped++;
        io.say(`${name}: ${answer.id}: ${answer.notSupported}`);
      }
      await io.print(JSON.stringify(answer));
    }
    return skipped > 0 ? 1 : 0;
  },
};
