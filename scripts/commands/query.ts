import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { Problem } from '#core/problem';
import { buildQuery } from '#core/protocol/buildQuery';
import { checkQuery } from '#core/protocol/checkQuery';
import { SEVERITIES } from '#core/protocol/queryTree';
import { SEARCH_PLATFORMS, translateQuery } from '#core/protocol/translateQuery';
import { CRITERION_KINDS, FRAMES } from '#core/vocabulary';
import type { Command } from '#scripts/command';

const QuestionInput = z.object({
  frame: z.enum(FRAMES),
  title: z.string().optional(),
  slots: z.array(
    z.object({
      slot: z.string().min(1),
      text: z.string().default(''),
      synonyms: z.array(z.string()).optional(),
      meshHeadings: z.array(z.string()).optional(),
      explode: z.boolean().optional(),
      majorOnly: z.boolean().optional(),
      proximity: z.int().min(0).max(99).optional(),
      truncate: z.boolean().optional(),
      inSearch: z.boolean().optional(),
    }),
  ),
  filters: z.array(z.string()).optional(),
  published: z
    .object({ from: z.union([z.string(), z.int()]).nullish(), to: z.union([z.string(), z.int()]).nullish() })
    .optional(),
  languages: z.array(z.string()).optional(),
  criteria: z
    .array(z.object({ text: z.string(), kind: z.enum(CRITERION_KINDS), slot: z.string().optional() }))
    .optional(),
});

const Warning = z.object({ code: z.string(), slot: z.string().nullable(), message: z.string() });
const QueryOutput = z.object({
  query: z.string(),
  concepts: z.array(z.object({ slot: z.string(), line: z.string() })),
  filters: z.array(z.object({ name: z.string(), label: z.string(), citation: z.string(), line: z.string() })),
  limits: z.array(z.string()),
  warnings: z.array(Warning),
  problems: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(SEVERITIES),
      start: z.int(),
      end: z.int(),
      line: z.int(),
      column: z.int(),
      message: z.string(),
      repair: z.string().optional(),
    }),
  ),
  translations: z
    .record(z.enum(SEARCH_PLATFORMS), z.object({ query: z.string(), warnings: z.array(z.string()) }))
    .optional(),
});

export const command: Command = {
  summary: 'a question as a PubMed search string',
  help: `pooled query FILE [--translate]

Prints the PubMed search string of a question (JSON; - reads standard input), a line per concept, and warnings of what the
search may lose. With --translate also the same search for Ovid, Embase.com and the Cochrane Library.

  pooled query question.json
  echo '{"frame":"PICO","slots":[{"slot":"population","text":"asthma","meshHeadings":["Asthma"]}]}' | pooled query -`,
  schema: () => ({ input: z.toJSONSchema(QuestionInput, { io: 'input' }), output: z.toJSONSchema(QueryOutput) }),
  run: async (args, io) => {
    const [file] = args.filter(arg => !arg.startsWith('--'));
    if (file === undefined)
      throw new Problem('invalid', 'pooled query wants one file with a question (or - for standard input).');
    const question = questionFrom(await (file === '-' ? text(io.stdin) : readQuestionFile(file)), file);
    const built = buildQuery(question);
    if (built.query === '') {
      throw new Problem('invalid', `${file}: no slot of the question that is searched for names a word or a heading.`);
    }
    const { problems } = checkQuery(built.query);
    const translations = args.includes('--translate')
      ? Object.fromEntries(SEARCH_PLATFORMS.map(platform => [platform, translateQuery(built.query, platform)]))
      : undefined;
    await io.print(JSON.stringify({ ...built, problems, translations }, null, 2));
    for (const { slot, message } of built.warnings) io.say(slot === null ? message : `${slot}: ${message}`);
    return built.warnings.some(({ code }) => SKIPPED.has(code)) ? 1 : 0;
  },
};

/** Warnings that mean: something asked for is not in the search. */
const SKIPPED: ReadonlySet<string> = new Set(['unknown-filter', 'dates-not-applied', 'not-searchable']);

async function readQuestionFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new Problem('not-found', `${file} can't be read.`);
  }
}

function questionFrom(json: string, file: string): z.infer<typeof QuestionInput> {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    throw new Problem('invalid', `${file} is not JSON.`);
  }
  const read = QuestionInput.safeParse(value);
  if (read.success) return read.data;
  const issues = read.error.issues.map(({ path, message }) => `/${path.join('/')}: ${message}`);
  throw new Problem('invalid', `${file} is not a question: ${issues.join('; ')}.`);
}
