import { readFile, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { synthesisRequest } from '#contract/synthesisRequest';
import { Problem } from '#core/problem';
import { otherKinds, synthesise } from '#core/synthesis/request/synthesise';
import type { SynthesisRequest } from '#core/synthesis/request/synthesisRequest';
import type { Command } from '#scripts/command';
import { EXPORTS, type ExportName, exportOf } from '#scripts/commands/synthesise/exports';

function parseRequest(source: string): SynthesisRequest {
  let given: unknown;
  try {
    given = JSON.parse(source);
  } catch {
    throw new Problem('invalid', 'the file is not JSON');
  }
  const parsed = synthesisRequest.safeParse(given);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new Problem('invalid', `${first?.path.join('.') || 'the request'}: ${first?.message ?? 'not understood'}`);
}

function argumentsOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'r-script': { type: 'string' },
        csv: { type: 'string' },
        results: { type: 'string' },
        revman: { type: 'string' },
      },
    });
  } catch (error) {
    throw new Problem('invalid', error instanceof Error ? error.message : 'arguments not understood');
  }
}

/** Writes the further files that were asked for; gives the names of those written. */
async function writeExports(request: SynthesisRequest, asked: Readonly<Partial<Record<ExportName, string>>>) {
  for (const name of EXPORTS) {
    const out = asked[name];
    if (out === undefined) continue;
    await writeFile(out, exportOf(name, request)).catch(() => {
      throw new Problem('invalid', `${out} can't be written`);
    });
  }
  return EXPORTS.flatMap(name => asked[name] ?? []);
}

export const command: Command = {
  summary: 'pool the effects of studies',
  help: `pooled synthesise FILE [--r-script OUT.R] [--csv OUT.csv] [--results OUT.csv] [--revman OUT.csv]

Reads a request as JSON (- for standard input): measure, data (one study a row, columns by their short names), and any
choice that differs from the default (REML, guarded Knapp-Hartung interval, 95 %). Prints effects, the pooled estimate,
its interval and prediction interval, weights, heterogeneity and what "report" asks for, on the analysis scale.
Further parts of a request: model glmm (generalised), subgroups, moderators with predictAt and permutations, cluster with
robust, multilevel, selection, bayes, sequential; and syntheses of another kind: network, diagnostic (tp fn fp tn),
doseResponse (dose cases n logrr se). --schema prints all of it.
  --r-script  a script for R with metafor that computes the same anew and stops where a number differs
  --csv       studies with what they reported and their effects
  --results   what was found, one number a row
  --revman    studies and result in the columns of RevMan's export of data and analyses
Exit code 1: some studies were left out, each named with the reason.

  echo '{"measure":"OR","data":[{"ai":4,"n1i":123,"ci":11,"n2i":139},{"ai":6,"n1i":306,"ci":29,"n2i":303}]}' | pooled synthesise -`,
  schema: () => z.toJSONSchema(synthesisRequest, { io: 'input' }),
  run: async (args, io) => {
    const { values, positionals } = argumentsOf(args);
    const [name] = positionals;
    if (!name) throw new Problem('invalid', 'name the file with the request, or - for standard input');
    const request = parseRequest(name === '-' ? await text(io.stdin) : await readFile(name, 'utf8'));
    for (const file of await writeExports(request, values)) io.say(`wrote ${file}`);
    const other = otherKinds(request);
    if (other) {
      await io.print(JSON.stringify(other, null, 2));
      return 'leftOut' in other && other.leftOut.length > 0 ? 1 : 0;
    }
    const result = synthesise(request);
    for (const { label, studyId, because } of result.leftOut)
      io.say(`${name}: study ${studyId} (${label}): ${because}`);
    await io.print(JSON.stringify(result, null, 2));
    return result.leftOut.length > 0 ? 1 : 0;
  },
};
