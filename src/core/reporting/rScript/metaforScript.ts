import { type ConvertedResult, sentencesByStudy } from '#core/extraction/convertedResults';
import { MEASURE_WORDS } from '#core/reporting/measureWords';
import { dataPart, type ScriptData } from '#core/reporting/rScript/dataPart';
import { poolPart, SWINGS } from '#core/reporting/rScript/poolPart';
import { moderatorColumn, regressionPart, type ScriptRegression } from '#core/reporting/rScript/regressionPart';
import { type Check, rComment, rNumber, rText, rVector, type ScriptPart } from '#core/reporting/rScript/scriptPart';
import { influencePart, leaveOneOutPart } from '#core/reporting/rScript/sensitivityPart';
import { smallStudyPart } from '#core/reporting/rScript/smallStudyPart';
import { type ScriptSubgroups, subgroupPart } from '#core/reporting/rScript/subgroupPart';
import type { Analysis } from '#core/synthesis/analyse';
import { moderatorsIn } from '#core/synthesis/moderatorTerms';

/** Measures whose definition changed after metafor 3.8-1, which ours follow. */
const CHANGED: ReadonlySet<string> = new Set(['SMDH', 'SMD1H', 'ROM', 'CVR', 'SMCRH', 'ROMC', 'CVRC']);

/** The end of every script: both programs' numbers side by side, and an error where they differ. */
function comparison(checks: readonly Check[]): string[] {
  return [
    '# Pooled’s numbers beside those computed here',
    'check <- data.frame(',
    `  what = ${rVector(checks.map(({ what }) => rText(what)))},`,
    `  pooled = ${rVector(checks.map(({ pooled }) => rNumber(pooled)))},`,
    `  here = as.numeric(${rVector(checks.map(({ r }) => r))}),`,
    `  tolerance = ${rVector(checks.map(({ tolerance }) => rNumber(tolerance)))}`,
    ')',
    'check$difference <- abs(check$pooled - check$here)',
    'check$agrees <- is.finite(check$here) & check$difference <= check$tolerance * pmax(1, abs(check$pooled))',
    'options(width = 140)',
    'print(check[, c("what", "pooled", "here", "agrees")], digits = 10, right = FALSE)',
    'if (all(check$agrees)) {',
    '  cat("All", nrow(check), "numbers agree.\\n")',
    '} else {',
    '  stop(sum(!check$agrees), " of ", nrow(check), " numbers differ from those of Pooled")',
    '}',
  ];
}

/** Puts parts together: each under its title, then the comparison. */
export function scriptOf(head: readonly string[], parts: readonly ScriptPart[]): string {
  const lines = [
    ...head.map(rComment),
    rComment('Needs R with the package metafor: install.packages("metafor")'),
    'suppressPackageStartupMessages(library(metafor))',
    ...parts.flatMap(part => ['', rComment(part.title), ...part.lines]),
    '',
    ...comparison(parts.flatMap(({ checks }) => checks)),
  ];
  return `${lines.join('\n')}\n`;
}

export interface MetaforScript extends Omit<ScriptData, 'spec' | 'columns'> {
  readonly analysis: Pick<Analysis, 'spec' | 'studies' | 'pooled' | 'predictionInterval' | 'heterogeneity'>;
  /** What the analysis is called, for the first line. */
  readonly name?: string;
  /** What was converted from what the reports give, for the head of the script. */
  readonly converted?: readonly ConvertedResult[];
  readonly subgroups?: ScriptSubgroups;
  readonly regression?: ScriptRegression;
  /** Parts of other models of the same effects, at the end. */
  readonly further?: readonly ScriptPart[];
}

/**
 * A script for R with metafor that computes an analysis anew from what the studies reported, and compares every number
 * with Pooled's: effects, pooled effect, intervals, heterogeneity, subgroups, meta-regression, each study left out,
 * influence, small-study effects.
 * It stops with an error where one differs by more than the tolerance stated beside it.
 */
export function metaforScript(asked: MetaforScript): string {
  const { analysis, studies, variance, name, subgroups, regression, converted = [], further = [] } = asked;
  const { spec } = analysis;
  const numbers = new Map(studies.map(study => [study.studyId, study.numbers]));
  const k = analysis.studies.filter(({ effect }) => effect.estimable).length;
  const swings = spec.model === 'random' && SWINGS.has(spec.tauSquared);
  // metafor leaves studies out one by one of every model but mixed ones of counts.
  const canLeaveOut = k > 1 && !swings && !(spec.model === 'random' && spec.generalised);
  const hasModel = k > 0 && analysis.pooled.estimable;
  const parts = [
    dataPart({ spec, studies, columns: columnsOf(studies, subgroups, regression), ...(variance ? { variance } : {}) }),
    hasModel ? poolPart(analysis) : null,
    hasModel && subgroups ? subgroupPart(spec, subgroups) : null,
    hasModel && regression && !swings ? regressionPart(spec, regression) : null,
    hasModel && canLeaveOut ? leaveOneOutPart(analysis, numbers) : null,
    hasModel && canLeaveOut ? influencePart(analysis) : null,
    hasModel && !swings ? smallStudyPart(analysis) : null,
    ...further,
  ].filter(part => part !== null);
  const head = [
    `${name ?? MEASURE_WORDS[spec.measure].title} of ${studies.length} studies, exported by Pooled`,
    ...(CHANGED.has(spec.measure)
      ? [`The variance of ${spec.measure} is that of metafor 3.8-1; later versions define it in another way`]
      : []),
    ...convertedLines(studies, converted),
  ];
  return scriptOf(head, parts);
}

/** One line for each study with converted numbers: the script computes with these, and can't show what they came from. */
function convertedLines(studies: MetaforScript['studies'], converted: readonly ConvertedResult[]): string[] {
  const sentences = sentencesByStudy(converted);
  return studies.flatMap(({ studyId, label }) => {
    const sentence = sentences.get(studyId);
    return sentence === undefined ? [] : [`Converted: ${label}: ${sentence}`];
  });
}

/** The groups and moderators of the studies as further columns of the table. */
function columnsOf(
  studies: MetaforScript['studies'],
  subgroups: MetaforScript['subgroups'],
  regression: MetaforScript['regression'],
): NonNullable<ScriptData['columns']> {
  const moderators = regression ? moderatorsIn(regression.terms) : [];
  return {
    ...(subgroups ? { group: studies.map(({ studyId }) => subgroups.groupOf.get(studyId) ?? null) } : {}),
    ...Object.fromEntries(
      moderators.map(({ id, kind }, place) => [
        moderatorColumn(place),
        studies.map(({ studyId }) => {
          const value = regression?.valuesOf.get(studyId)?.[id] ?? null;
          return value === null ? null : kind === 'number' ? Number(value) : String(value);
        }),
      ]),
    ),
  };
}
