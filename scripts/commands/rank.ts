import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { z } from 'zod';
import { Problem } from '#core/problem';
import { featureSteps, type RecordFeatures } from '#core/screening/features';
import { questionText } from '#core/screening/questionText';
import { createRanking } from '#core/screening/ranking';
import { screeningMetrics } from '#core/screening/screeningMetrics';
import { simulateScreening } from '#core/screening/simulation';
import type { Command, CommandIo, ExitCode } from '#scripts/command';

const row = z.object({
  record_id: z.string().trim().min(1, 'it has no record_id'),
  title: z.string(),
  abstract: z.string().default(''),
  keywords: z.string().optional(),
  label_included: z.enum(['0', '1'], 'its label_included is neither 0 nor 1'),
});
type LabelledRow = z.infer<typeof row>;

const question = z.looseObject({
  title: z.string().optional(),
  slots: z
    .array(
      z.looseObject({
        text: z.string(),
        synonyms: z.array(z.string()).optional(),
        meshHeadings: z.array(z.string()).optional(),
      }),
    )
    .optional(),
  criteria: z.array(z.looseObject({ text: z.string(), kind: z.enum(['include', 'exclude']) })).optional(),
});

const metric = z.number().nullable();
const output = z.object({
  n: z.number().int(),
  included: z.number().int(),
  order: z.array(z.string()),
  metrics: z.object({
    wss95: metric,
    wss100: metric,
    rrf10: metric,
    atd: metric,
    loss: metric,
    ndcg: metric,
    because: z.string().optional(),
  }),
  retrain: z.object({ count: z.number().int(), medianMs: metric, maxMs: metric, because: z.string().optional() }),
});
type Result = z.infer<typeof output>;

const HELP = `pooled rank FILE --simulate [--included ID,… --excluded ID,…] [--question FILE] [--seed N]

Screens a labelled set as the product does: proposes one record at a time, learns from its label, and retrains before the
next. FILE is CSV (record_id, title, abstract, label_included 0 or 1, and keywords if it has them), gzipped or not; "-"
reads standard input.

  --included, --excluded   records that are known from the start; they are no part of the order and of the metrics
  --question FILE          what the review asks, as plain text or as JSON (title, slots, criteria); the fuller the better
  --seed N                 repeats the luck of another run; 1 unless given

Prints {n, included, order, metrics, retrain} as JSON; n and included count the records that are ranked.

Example: pooled rank depression.csv.gz --simulate --question question.txt > simulation.json`;

interface Options {
  readonly file: string;
  readonly included: readonly string[];
  readonly excluded: readonly string[];
  readonly questionFile: string | null;
  readonly seed: number;
}

const FLAGS_WITH_VALUE = ['--included', '--excluded', '--question', '--seed'];

function optionsIn(args: readonly string[]): Options {
  const values = new Map<string, string>();
  const files: string[] = [];
  let isSimulation = false;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    const [flag = '', attached] = arg.startsWith('--') ? arg.split(/=(.*)/s) : [''];
    if (arg === '--simulate') isSimulation = true;
    else if (FLAGS_WITH_VALUE.includes(flag)) {
      const value = attached ?? args[++at];
      if (value === undefined) throw new Problem('invalid', `${flag} needs a value; see pooled rank --help.`);
      values.set(flag, value);
    } else if (arg.startsWith('--') && arg !== '--json') {
      throw new Problem('invalid', `rank knows no ${arg}; see pooled rank --help.`);
    } else if (arg !== '--json') files.push(arg);
  }
  const [file] = files;
  if (file === undefined || files.length > 1) {
    throw new Problem('invalid', 'rank reads one FILE (or - for standard input); see pooled rank --help.');
  }
  if (!isSimulation)
    throw new Problem('invalid', 'rank works on labelled sets: add --simulate; see pooled rank --help.');
  const seed = Number(values.get('--seed') ?? 1);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Problem('invalid', '--seed takes a whole number from 0.');
  const ids = (flag: string) =>
    (values.get(flag) ?? '')
      .split(',')
      .map(id => id.trim())
      .filter(id => id !== '');
  return {
    file,
    included: ids('--included'),
    excluded: ids('--excluded'),
    questionFile: values.get('--question') ?? null,
    seed,
  };
}

/** Labelled rows of a CSV file; rows that can't be used are named and left out. */
async function readRows(file: string, io: CommandIo): Promise<{ rows: readonly LabelledRow[]; skipped: number }> {
  const rows: LabelledRow[] = [];
  const seen = new Set<string>();
  let skipped = 0;
  const source: NodeJS.ReadableStream = file === '-' ? io.stdin : createReadStream(file);
  const parser = parse({ columns: true, bom: true, info: true, relax_column_count: true, skip_empty_lines: true });
  const take = async (found: AsyncIterable<unknown>): Promise<void> => {
    for await (const each of found) {
      // csv-parse with `info` gives the row beside its place in the file.
      const { record, info } = each as { record: unknown; info: { lines: number } };
      const read = row.safeParse(record);
      const because = read.success
        ? seen.has(read.data.record_id) && `its record_id ${read.data.record_id} is there already`
        : (read.error.issues[0]?.message ?? 'it cannot be read');
      if (read.success && !because) {
        seen.add(read.data.record_id);
        rows.push(read.data);
        continue;
      }
      skipped++;
      io.say(`${file}: the record that ends on line ${info.lines} is skipped, for ${because || 'it cannot be read'}.`);
    }
  };
  try {
    if (file.endsWith('.gz')) await pipeline(source, createGunzip(), parser, take);
    else await pipeline(source, parser, take);
  } catch (error) {
    throw new Problem('invalid', `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  return { rows, skipped };
}

async function readQuestion(file: string | null): Promise<string> {
  if (file === null) return '';
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new Problem('invalid', `The question file ${file} cannot be read.`);
  }
  if (!text.trim().startsWith('{')) return text;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Problem('invalid', `The question file ${file} begins as JSON and is none.`);
  }
  const read = question.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Problem('invalid', `The question file ${file}: /${issue?.path.join('/') ?? ''} ${issue?.message ?? ''}.`);
  }
  return questionText(read.data);
}

function featuresOf(rows: readonly LabelledRow[], asked: string, seed: number, io: CommandIo): RecordFeatures {
  const steps = featureSteps(rows, asked, seed);
  let told = 0;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (process.stderr.isTTY && step.value >= told + 0.25) {
      told = step.value;
      io.say(`Reading the records: ${Math.round(100 * told)} %`);
    }
  }
}

function priorsIn(rows: readonly LabelledRow[], { included, excluded }: Options): number[] {
  const place = new Map(rows.map(({ record_id }, index) => [record_id, index]));
  const found = (label: '0' | '1') => (id: string) => {
    const index = place.get(id);
    if (index === undefined) throw new Problem('invalid', `There is no record ${id} to start from.`);
    if (rows[index]?.label_included !== label) {
      throw new Problem(
        'invalid',
        `Record ${id} is given as ${label === '1' ? 'included' : 'excluded'}; its label says otherwise.`,
      );
    }
    return index;
  };
  return [...new Set([...included.map(found('1')), ...excluded.map(found('0'))])];
}

function summaryOf(durations: readonly number[]): Result['retrain'] {
  const sorted = durations.toSorted((one, other) => one - other);
  const last = sorted.at(-1);
  if (last === undefined) return { count: 0, medianMs: null, maxMs: null, because: 'nothing-was-retrained' };
  const middle = (sorted.length - 1) / 2;
  const medianMs = ((sorted[Math.floor(middle)] ?? last) + (sorted[Math.ceil(middle)] ?? last)) / 2;
  return { count: sorted.length, medianMs, maxMs: last };
}

export const command: Command = {
  summary: 'simulates ranked screening of a labelled set',
  help: HELP,
  schema: () => ({
    input: { row: z.toJSONSchema(row), question: z.toJSONSchema(question) },
    output: z.toJSONSchema(output),
  }),
  run: async (args, io): Promise<ExitCode> => {
    const options = optionsIn(args);
    const asked = await readQuestion(options.questionFile);
    const { rows, skipped } = await readRows(options.file, io);
    if (rows.length === 0) throw new Problem('invalid', `${options.file} holds no labelled records.`);
    const priors = priorsIn(rows, options);
    const ranking = createRanking(featuresOf(rows, asked, options.seed, io), options.seed);
    const isRelevant = rows.map(({ label_included }) => label_included === '1');
    const { order, durations } = simulateScreening(ranking, isRelevant, priors, () => performance.now());
    const ranks = order.flatMap((record, index) => (isRelevant[record] ? [index + 1] : []));
    const metrics = screeningMetrics(order.length, ranks);
    const none = { wss95: null, wss100: null, rrf10: null, atd: null, loss: null, ndcg: null };
    const result: Result = {
      n: order.length,
      included: ranks.length,
      order: order.map(record => rows[record]?.record_id ?? ''),
      metrics: metrics.estimable ? metrics.value : { ...none, because: metrics.because },
      retrain: summaryOf(durations),
    };
    await io.print(JSON.stringify(result));
    return skipped > 0 ? 1 : 0;
  },
};
