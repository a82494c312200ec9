import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Problem } from '#core/problem';
import { PALETTE_NAMES, PALETTES } from '#core/reporting/palette';
import type { Command, CommandIo } from '#scripts/command';
import { analysisSchema } from '#scripts/commands/plot/analysisInput';
import { appraisedLine } from '#scripts/commands/plot/appraisalInput';
import { drawFigure, FIGURE_KINDS, type PlotOptions } from '#scripts/commands/plot/figures';
import { flowSchema } from '#scripts/commands/plot/flowInput';
import {
  doseResponseSchema,
  pCurveSchema,
  posteriorSchema,
  sequentialSchema,
} from '#scripts/commands/plot/furtherInputs';
import { networkSchema } from '#scripts/commands/plot/networkInput';
import { networkRequestSchema } from '#scripts/commands/plot/networkRequest';
import { saveFigure } from '#scripts/commands/plot/saveFigure';

function argumentsOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string', short: 'o' },
        palette: { type: 'string', default: 'print' },
        'colour-blind': { type: 'boolean', default: false },
        by: { type: 'string', default: 'study' },
        seed: { type: 'string', default: '1' },
        mark: { type: 'string' },
      },
    });
  } catch (error) {
    throw new Problem('invalid', error instanceof Error ? error.message : 'arguments not understood');
  }
}

function optionsOf({ palette, by, mark, ...flags }: ReturnType<typeof argumentsOf>['values']): PlotOptions {
  const name = PALETTE_NAMES.find(known => known === palette);
  if (!name) throw new Problem('invalid', `there is no palette "${palette}"; choose ${PALETTE_NAMES.join(', ')}`);
  if (by !== 'study' && by !== 'weight') throw new Problem('invalid', '--by takes study or weight');
  const seed = Number(flags.seed);
  if (!Number.isInteger(seed)) throw new Problem('invalid', '--seed takes a whole number');
  return { palette: PALETTES[name], isColourBlindSet: flags['colour-blind'], by, seed, mark };
}

async function readInput(name: string, io: CommandIo): Promise<string> {
  if (name === '-') return text(io.stdin);
  return readFile(name, 'utf8').catch(() => {
    throw new Problem('not-found', `${name} can't be read`);
  });
}

export const command: Command = {
  summary: 'draw a figure',
  help: `pooled plot FIGURE FILE [-o OUT.svg]

Draws a figure as SVG to standard output, or to a file: SVG, PNG or PDF by its ending. FILE is - for standard input.
  forest, funnel, leave-one-out, cumulative, baujat, gosh, radial, drapery, doi, labbe, trim-and-fill, limit-funnel
                          a result of "pooled synthesise", or its input (then with the numbers of each arm); may also hold
                          arms {first, second}, favours {left, right} and footnotes. cumulative
                          goes by the column year; labbe needs the events of both groups
  posterior, sequential   the input of "pooled synthesise" with prior {tau, mean}, or with plan {anticipated, alpha, beta,
                          sides, heterogeneity, spending} and its studies in the order of their coming
  p-curve                 {tests: [{stat: t|r|F|chi2|z, value, df…}]}
  dose-response           {dose, measure, reference, curve, method, studies: [{studyId, design, reference, categories}]}
  prisma                  counts as JSON, or a PRISMA2020 file (CSV)
  traffic-light, summary  what "pooled appraise" prints, one assessment a line; may also hold label, tool, weightPercent
  network                 {treatments: [{treatmentId, name, people}], comparisons: [{from, to, studies}], referenceId},
                          or a request of "pooled synthesise" with a network
  network-forest, league, net-heat, network-funnel
                          such a request; may also hold reference, and for network-funnel order (from old to new)
Options: --palette print|black-and-white|light|dark · --colour-blind · --by study|weight (summary) · --seed N and\n--mark STUDY (gosh).
From 120 studies on a forest plot in a file has pages: one PDF, or numbered files.
Exit code 1: drawn, but the counts of a flow disagree; each identity that fails is named.

  pooled plot forest bcg.json -o forest.pdf`,
  schema: () => ({
    'forest, funnel and the other figures of an analysis': z.toJSONSchema(analysisSchema, { io: 'input' }),
    posterior: z.toJSONSchema(posteriorSchema, { io: 'input' }),
    sequential: z.toJSONSchema(sequentialSchema, { io: 'input' }),
    'p-curve': z.toJSONSchema(pCurveSchema, { io: 'input' }),
    'dose-response': z.toJSONSchema(doseResponseSchema, { io: 'input' }),
    prisma: z.toJSONSchema(flowSchema, { io: 'input' }),
    'traffic-light, summary': z.toJSONSchema(appraisedLine, { io: 'input' }),
    network: z.toJSONSchema(networkSchema, { io: 'input' }),
    'figures of a network': z.toJSONSchema(networkRequestSchema, { io: 'input' }),
  }),
  run: async (args, io) => {
    const { values, positionals } = argumentsOf(args);
    const [figure, name] = positionals;
    const kind = FIGURE_KINDS.find(known => known === figure);
    if (!kind) throw new Problem('invalid', `name a figure: ${FIGURE_KINDS.join(', ')}`);
    if (!name) throw new Problem('invalid', 'name the file with what is to be drawn, or - for standard input');
    const drawn = drawFigure(kind, await readInput(name, io), optionsOf(values));
    if (values.out === undefined) await io.print(drawn.svg.trimEnd());
    else for (const file of await saveFigure(values.out, drawn.pages)) io.say(`wrote ${file}`);
    for (const remark of drawn.remarks) io.say(`${name}: ${remark}`);
    return drawn.remarks.length > 0 ? 1 : 0;
  },
};
