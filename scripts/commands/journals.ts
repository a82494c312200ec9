import { parseArgs } from 'node:util';
import { z } from 'zod';
import { journalAccuracy, journalIndex, rankJournals } from '#core/matching/rankJournals';
import { Problem } from '#core/problem';
import type { Command, ExitCode } from '#scripts/command';
import { readNdjson } from '#scripts/commands/matching/readNdjson';

const text = z
  .string()
  .nullish()
  .transform(value => value ?? '');

const Year = z
  .union([z.int(), z.string()])
  .nullish()
  .transform(year => {
    const number = Number.parseInt(`${year ?? ''}`, 10);
    return Number.isNaN(number) ? null : number;
  });
const Record = z.object({
  id: z.string(),
  title: text,
  abstract: text,
  journal: text,
  meshHeadings: z.array(z.string()).optional(),
  year: Year,
});
const Journal = z.object({
  journal: z.string(),
  score: z.number(),
  percent: z.number().nullable(),
  records: z.int(),
  lastYear: z.int().nullable(),
  nearest: z.array(z.object({ id: z.string(), title: z.string() })),
  reasons: z.array(z.object({ kind: z.string(), term: z.string(), weight: z.number() })),
});
const Accuracy = z.object({
  n: z.int(),
  top1: z.number().nullable(),
  top5: z.number().nullable(),
  top10: z.number().nullable(),
  mrr: z.number().nullable(),
  because: z.string().optional(),
});

const OPTIONS = {
  text: { type: 'string' },
  top: { type: 'string', default: '10' },
  evaluate: { type: 'boolean' },
} as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new Problem('invalid', error instanceof Error ? error.message : 'the arguments cannot be read');
  }
}

export const command: Command = {
  summary: 'journals that publish on a topic',
  help: `pooled journals FILE --text TEXT [--top N]
pooled journals FILE --evaluate

FILE is NDJSON of records {id, title, abstract, journal, year?, meshHeadings?} (.gz too; - reads standard input).
  --text TEXT   prints the journals whose records are nearest to the text, best first, with counts, last year and reasons
  --top N       how many journals (10)
  --evaluate    leaves out each record whose journal has at least three, and prints how often it is found again:
                {n, top1, top5, top10, mrr}

  pooled journals records.ndjson --text "catheter ablation for atrial fibrillation"`,
  schema: () => ({
    input: z.toJSONSchema(Record, { io: 'input' }),
    output: z.toJSONSchema(z.union([Journal, Accuracy])),
  }),
  run: async (args, io): Promise<ExitCode> => {
    const { values, positionals } = parse(args);
    const [file, ...more] = positionals;
    if (!file || more.length > 0) throw new Problem('invalid', 'name one file of records, or - for standard input.');
    if (!values.evaluate && !values.text?.trim()) throw new Problem('invalid', 'give --text "…" or --evaluate.');
    const top = Number(values.top);
    if (!Number.isInteger(top) || top < 1) throw new Problem('invalid', '--top is a whole number from 1.');
    const { rows, skipped } = await readNdjson(file, Record, io);
    const index = journalIndex(rows);
    if (values.evaluate) {
      const accuracy = journalAccuracy(index) ?? {
        n: 0,
        top1: null,
        top5: null,
        top10: null,
        mrr: null,
        because: 'no journal has three records',
      };
      await io.print(JSON.stringify(accuracy));
    }
    if (values.text?.trim()) {
      for (const fit of rankJournals(index, { id: '--text', title: values.text }, top))
        await io.print(JSON.stringify(fit));
    }
    return skipped > 0 ? 1 : 0;
  },
};
