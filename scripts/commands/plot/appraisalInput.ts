import { z } from 'zod';
import { JBI_CASE_SERIES, JBI_PREVALENCE } from '#core/appraisal/jbiLists';
import { JUDGEMENTS, type Judgement } from '#core/appraisal/judgements';
import { QUADAS2 } from '#core/appraisal/quadas2';
import { ROB2 } from '#core/appraisal/rob2';
import { ROBINS_I } from '#core/appraisal/robinsI';
import { ROBINS_I_V2 } from '#core/appraisal/robinsIV2';
import { type AppraisalTool, TOOL_IDS, type ToolId } from '#core/appraisal/tool';
import { Problem } from '#core/problem';
import type { AppraisalData } from '#core/reporting/appraisalData';
import { parseJson } from '#scripts/commands/plot/parseJson';

const judgement = z.enum(JUDGEMENTS).nullable();

/** One line of what `pooled appraise` prints, with a label and the tool where it isn't RoB 2. */
export const appraisedLine = z.object({
  id: z.string(),
  label: z.string().optional(),
  tool: z.enum(TOOL_IDS).optional(),
  domains: z.record(z.string(), judgement),
  overall: judgement,
  weightPercent: z.number().optional(),
});
type AppraisedLine = z.infer<typeof appraisedLine>;

const TOOLS: Readonly<Record<Exclude<ToolId, 'nos'>, AppraisalTool>> = {
  rob2: ROB2.assignment,
  'robins-i': ROBINS_I.assignment,
  'robins-i-v2': ROBINS_I_V2.assignment,
  'quadas-2': QUADAS2,
  'jbi-prevalence': JBI_PREVALENCE,
  'jbi-case-series': JBI_CASE_SERIES,
};

function guessTool(lines: readonly AppraisedLine[]): AppraisalTool {
  const named = new Set(lines.flatMap(({ tool }) => tool ?? []));
  if (named.size > 1) throw new Problem('invalid', 'judgements of different tools don’t belong in one figure');
  const [only] = named;
  if (only === 'nos') throw new Problem('invalid', 'the Newcastle–Ottawa Scale counts stars and has no traffic lights');
  if (only) return TOOLS[only];
  const said = new Set(lines.flatMap(({ domains }) => Object.values(domains)));
  const fits = Object.values(TOOLS).find(({ judgements, domains }) => {
    const ids = new Set(domains.map(({ id }) => id));
    return (
      [...said].every(word => word === null || judgements.includes(word)) &&
      lines.every(
        line => Object.keys(line.domains).length === ids.size && Object.keys(line.domains).every(id => ids.has(id)),
      )
    );
  });
  if (!fits) throw new Problem('invalid', 'these domains and judgements are not those of one tool; name it as "tool"');
  return fits;
}

/** Judgements as NDJSON, as `pooled appraise` prints them. */
export function appraisalInput(source: string): AppraisalData {
  const lines = source
    .split(/\r?\n/)
    .filter(line => line.trim() !== '')
    .map(line => parseJson(appraisedLine, line));
  if (lines.length === 0) throw new Problem('invalid', 'the file holds no assessment');
  const tool = guessTool(lines);
  return {
    domains: tool.domains.map(({ id, name }) => ({ id, name })),
    judgements: tool.judgements,
    studies: lines.map(({ id, label, domains, overall, weightPercent }) => ({
      studyId: id,
      label: label ?? id,
      judgements: tool.domains.map((domain): Judgement | null => domains[domain.id] ?? null),
      overall,
      ...(weightPercent === undefined ? {} : { weightPercent }),
    })),
  };
}
