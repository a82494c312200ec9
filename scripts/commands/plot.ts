import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Problem } from '#core/problem';
import { forestFigure, forestPages } from '#core/reporting/forestFigure';
import { forestOfAnalysis } from '#core/reporting/forestOfAnalysis';
import { funnelFigure } from '#core/reporting/funnelFigure';
import { funnelOfAnalysis } from '#core/reporting/funnelOfAnalysis';
import { networkFigure } from '#core/reporting/networkFigure';
import { PALETTE_NAMES, PALETTES, type Palette } from '#core/reporting/palette';
import { prismaFigure } from '#core/reporting/prismaFigure';
import { prismaFlow } from '#core/reporting/prismaFlow';
import { summaryFigure } from '#core/reporting/summaryFigure';
import { trafficLightFigure } from '#core/reporting/trafficLightFigure';
import type { Command, CommandIo } from '#scripts/command';
import { analysisInput, analysisSchema } from '#scripts/commands/plot/analysisInput';
import { appraisalInput, appraisedLine } from '#scripts/commands/plot/appraisalInput';
import { flowInput, flowSchema } from '#scripts/commands/plot/flowInput';
import { networkInput, networkSchema } from '#scripts/commands/plot/networkInput';
import { saveFigure } from '#scripts/commands/plot/saveFigure';

interface Options {
  readonly palette: Palette;
  readonly isColourBlindSet: boolean;
  readonly by: 'study' | 'weight';
}

interface Drawn {
  /** The whole figure, for standard output. */
  readonly svg: string;
  /** The same in pages, for a file. */
  readonly pages: readonly string[];
  /** What is wrong with what was drawn. */
  readonly remarks: readonly string[];
}

function onePage(svg: string, remarks: readonly string[] = []): Drawn {
  return { svg, pages: [svg], remarks };
}

const FIGURES = {
  forest: (source, options) => {
    const { analysis, words } = analysisInput(source);
    const data = forestOfAnalysis(analysis, words);
    return { svg: forestFigure(data, options), pages: forestPages(data, options), remarks: [] };
  },
  funnel: (source, options) => onePage(funnelFigure(funnelOfAnalysis(analysisInput(source).analysis), options)),
  prisma: (source, options) => {
    const flow = prismaFlow(flowInput(source));
    const broken = flow.checks.filter(({ holds }) => !holds);
    return onePage(
      prismaFigure(flow, options),
      broken.map(({ identity, sentence }) => `${identity}: ${sentence}`),
    );
  },
  'traffic-light': (source, options) => onePage(trafficLightFigure(appraisalInput(source), options)),
  summary: (source, options) => onePage(summaryFigure(appraisalInput(source), options)),
  network: (source, options) => onePage(networkFigure(networkInput(source), options)),
} as const satisfies Readonly<Record<string, (source: string, options: Options) => Drawn>>;

function isFigure(word: string | undefined): word is keyof typeof FIGURES {
  return word !== undefined && Object.hasOwn(FIGURES, word);
}

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
      },
    });
  } catch (error) {
    throw new Problem('invalid', error instanceof Error ? error.message : 'arguments not understood');
  }
}

function optionsOf({ palette, by, ...flags }: ReturnType<typeof argumentsOf>['values']): Options {
  const name = PALETTE_NAMES.find(known => known === palette);
  if (!name) throw new Problem('invalid', `there is no palette "${palette}"; choose ${PALETTE_NAMES.join(', ')}`);
  if (by !== 'study' && by !== 'weight') throw new Problem('invalid', '--by takes study or weight');
  return { palette: PALETTES[name], isColourBlindSet: flags['colour-blind'], by };
}

async function readInput(name: string, io: CommandIo): Promise<string> {
  if (name === '-') return text(io.stdin);
  return readFile(name, 'utf8').catch(() => {
    throw new Problem('not-found', `${name} can't be read`);
  });
}

export const command: Command = {
  summary: 'draw a figure',
  help: `pooled plot forest|funnel|prisma|traffic-light|summary|network FILE [-o OUT.svg]

Draws a figure as SVG to standard output, or to a file: SVG, PNG or PDF by its ending. FILE is - for standard input.
  forest, funnel          a result of "pooled synthesise", or its input (then with the numbers of each arm); may also hold
                          arms {first, second}, favours {left, right} and footnotes
  prisma                  counts as JSON, or a PRISMA2020 file (CSV)
  traffic-light, summary  what "pooled appraise" prints, one assessment a line; may also hold label, tool, weightPercent
  network                 {treatments: [{treatmentId, name, people}], comparisons: [{from, to, studies}], referenceId}
Options: --palette print|black-and-white|light|dark · --colour-blind · --by study|weight (summary).
From 120 studies on a forest plot in a file has pages: one PDF, or numbered files.
Exit code 1: drawn, but the counts of a flow disagree; each identity that fails is named.

  pooled plot forest bcg.json -o forest.pdf`,
  schema: () => ({
    'forest, funnel': z.toJSONSchema(analysisSchema, { io: 'input' }),
    prisma: z.toJSONSchema(flowSchema, { io: 'input' }),
    'traffic-light, summary': z.toJSONSchema(appraisedLine, { io: 'input' }),
    network: z.toJSONSchema(networkSchema, { io: 'input' }),
  }),
  run: async (args, io) => {
    const { values, positionals } = argumentsOf(args);
    const [figure, name] = positionals;
    if (!isFigure(figure)) throw new Problem('invalid', `name a figure: ${Object.keys(FIGURES).join(', ')}`);
    if (!name) throw new Problem('invalid', 'name the file with what is to be drawn, or - for standard input');
    const drawn = FIGURES[figure](await readInput(name, io), optionsOf(values));
    if (values.out === undefined) await io.print(drawn.svg.trimEnd());
    else for (const file of await saveFigure(values.out, drawn.pages)) io.say(`wrote ${file}`);
    for (const remark of drawn.remarks) io.say(`${name}: ${remark}`);
    return drawn.remarks.length > 0 ? 1 : 0;
  },
};
