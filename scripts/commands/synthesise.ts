import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { Problem } from '#core/problem';
import { type AnalysedStudy, analyse } from '#core/synthesis/analyse';
import type { StudyNumbers } from '#core/synthesis/effects/effectSize';
import type { Command } from '#scripts/command';
import { networkOf } from '#scripts/commands/synthesise/network';
import { regressionOf, robustOf } from '#scripts/commands/synthesise/regression';
import { reportItems } from '#scripts/commands/synthesise/reportItems';
import { type SynthesisRequest, synthesisRequest } from '#scripts/commands/synthesise/request';

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

function studyOf(row: Readonly<Record<string, string | number | null>>, index: number): AnalysedStudy {
  const numbers: StudyNumbers = Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => (typeof value === 'number' ? [[name, value]] : [])),
  );
  const label = row.slab ?? row.study ?? `study ${index + 1}`;
  return { studyId: String(index), label: String(label), numbers };
}

/** The synthesis of pairs of groups (or ready-made effects) that a request asks for, as plain data. */
export function synthesise(request: SynthesisRequest) {
  const { measure, effects, model, fixedMethod, tauSquared, interval, predictionInterval, level } = request;
  const zeroCells = { add: effects.add, to: effects.to };
  const spec = { measure, model, fixedMethod, tauSquared, interval, predictionInterval, level, zeroCells };
  const analysis = analyse(spec, request.data.map(studyOf), effects.variance);
  return {
    ...analysis,
    regression: regressionOf(request, analysis),
    robust: robustOf(request, analysis),
    report: reportItems(request, analysis),
  };
}

export const command: Command = {
  summary: 'pool the effects of studies',
  help: `pooled synthesise FILE

Reads a request as JSON (- for standard input): measure, data (one study a row, columns by their short names), and any
choice that differs from the default (REML, guarded Knapp-Hartung interval, 95 %). Prints effects, the pooled estimate,
its interval and prediction interval, weights, heterogeneity and what "report" asks for, on the analysis scale.
Exit code 1: some studies were left out, each named with the reason.

  echo '{"measure":"OR","data":[{"ai":4,"n1i":123,"ci":11,"n2i":139},{"ai":6,"n1i":306,"ci":29,"n2i":303}]}' | pooled synthesise -`,
  schema: () => z.toJSONSchema(synthesisRequest, { io: 'input' }),
  run: async (args, io) => {
    const [name] = args;
    if (!name) throw new Problem('invalid', 'name the file with the request, or - for standard input');
    const request = parseRequest(name === '-' ? await text(io.stdin) : await readFile(name, 'utf8'));
    if (request.network) {
      await io.print(JSON.stringify(networkOf(request), null, 2));
      return 0;
    }
    const result = synthesise(request);
    for (const { label, studyId, because } of result.leftOut)
      io.say(`${name}: study ${studyId} (${label}): ${because}`);
    await io.print(JSON.stringify(result, null, 2));
    return result.leftOut.length > 0 ? 1 : 0;
  },
};
