import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Answers } from '#core/appraisal/answers';
import { findTool } from '#core/appraisal/appraisalTools';
import { NOS_DESIGNS, NOS_QUESTIONS, newcastleOttawa } from '#core/appraisal/newcastleOttawa';
import { EFFECTS_OF_INTEREST } from '#core/appraisal/rob2';
import { type AppraisalTool, appraise, TOOL_IDS } from '#core/appraisal/tool';
import { Problem } from '#core/problem';
import type { Command, CommandIo } from '#scripts/command';

const assessmentSchema = z.object({
  id: z.string().describe('comes back with the judgements'),
  tool: z.enum(TOOL_IDS),
  effect: z.enum(EFFECTS_OF_INTEREST).optional().describe('RoB 2 and ROBINS-I: assignment if not said'),
  design: z.enum(NOS_DESIGNS).optional().describe('Newcastle–Ottawa Scale: cohort if not said'),
  answers: z
    .record(z.string(), z.string().nullable())
    .describe('by question number; a person’s own judgement under the domain’s id'),
});
type Assessment = z.infer<typeof assessmentSchema>;

const appraisedSchema = z.object({
  id: z.string(),
  domains: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).describe('judgement, or stars'),
  overall: z.string().nullable(),
  missing: z.array(z.string()).describe('questions to be answered, and domains that a person must judge'),
});

/** What each question, and each domain that a person may judge, takes as an answer. */
function offeredBy(tool: AppraisalTool): ReadonlyMap<string, readonly string[]> {
  const questions = tool.domains.flatMap(domain => domain.questions);
  return new Map<string, readonly string[]>([
    ...tool.domains.map(({ id }) => [id, tool.judgements] as const),
    ...questions.map(({ id, choices }) => [id, choices.map(({ answer }) => answer)] as const),
  ]);
}

/** Answers that no question offers count as not given; each is told. "NA" is always understood. */
function notUnderstood(answers: Answers, offered: ReadonlyMap<string, readonly string[]>): string[] {
  return Object.entries(answers).flatMap(([id, answer]) => {
    if (answer === null || answer === undefined || answer === 'NA') return [];
    const words = offered.get(id);
    if (!words) return [`there is no question ${id}`];
    return words.includes(answer) ? [] : [`question ${id} can't be answered "${answer}"; it takes ${words.join(', ')}`];
  });
}

interface Judged {
  readonly result: z.infer<typeof appraisedSchema>;
  readonly remarks: readonly string[];
}

function judge({ id, tool, effect = 'assignment', design = 'cohort', answers }: Assessment): Judged {
  if (tool === 'nos') {
    const questions = NOS_QUESTIONS[design];
    const offered = new Map(questions.map(asked => [asked.id, asked.choices.map(({ answer }) => answer)] as const));
    const { domains, overall, missing } = newcastleOttawa(design, answers);
    return { result: { id, domains, overall, missing: [...missing] }, remarks: notUnderstood(answers, offered) };
  }
  const found = findTool(tool, effect) ?? findTool(tool, '');
  if (!found) throw new Problem('invalid', `tool: ${tool} has no variant ${effect}`);
  const chosen = found.tool;
  const { domains, overall, missing } = appraise(chosen, answers);
  const remarks = notUnderstood(answers, offeredBy(chosen));
  return { result: { id, domains, overall, missing: [...missing] }, remarks };
}

function parseLine(line: string): Assessment {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    throw new Problem('invalid', 'not JSON');
  }
  const parsed = assessmentSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Problem('invalid', `${issue?.path.join('.') || 'the assessment'}: ${issue?.message ?? 'not understood'}`);
}

async function readable(name: string): Promise<NodeJS.ReadableStream> {
  const stream = createReadStream(name);
  await new Promise<void>((open, fail) => {
    stream.once('open', () => open());
    stream.once('error', () => fail(new Problem('not-found', `${name} can't be read`)));
  });
  return stream;
}

async function appraiseFile(name: string, io: CommandIo): Promise<0 | 1> {
  const input = name === '-' ? io.stdin : await readable(name);
  let lineNumber = 0;
  let hasSkipped = false;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    lineNumber += 1;
    if (line.trim() === '') continue;
    try {
      const { result, remarks } = judge(parseLine(line));
      await io.print(JSON.stringify(result));
      for (const remark of remarks) io.say(`${name}, line ${lineNumber}: ${remark}`);
      hasSkipped ||= remarks.length > 0;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      hasSkipped = true;
      io.say(`${name}, line ${lineNumber}: skipped, ${error.message}`);
    }
  }
  return hasSkipped ? 1 : 0;
}

export const command: Command = {
  summary: 'judge risk of bias from answers',
  help: `pooled appraise FILE

Reads assessments, one a line as JSON (- for standard input): id, tool (rob2, robins-i,
robins-i-v2, nos, quadas-2, jbi-prevalence, jbi-case-series), for RoB 2 and ROBINS-I the effect of interest (assignment or adherence), for the Newcastle–Ottawa Scale the design (cohort or
case-control), and answers by question number. Prints the judgement of each domain, the overall one, and which questions
are still to be answered. A domain that a person must judge takes the judgement as an answer under its id.
Exit code 1: some lines were skipped, or some answers not understood, each named with the reason.

  echo '{"id":"a","tool":"rob2","effect":"assignment","answers":{"1.1":"Y","1.2":"PY","1.3":"N"}}' | pooled appraise -`,
  schema: () => ({ input: z.toJSONSchema(assessmentSchema, { io: 'input' }), output: z.toJSONSchema(appraisedSchema) }),
  run: async (args, io) => {
    const [name] = args;
    if (!name) throw new Problem('invalid', 'name the file with the assessments, or - for standard input');
    return appraiseFile(name, io);
  },
};
