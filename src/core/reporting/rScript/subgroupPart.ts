import { modelArguments, poolLines, toleranceOf } from '#core/reporting/rScript/poolPart';
import { type Check, rText, rVector, type ScriptPart } from '#core/reporting/rScript/scriptPart';
import type { AnalysisSpec } from '#core/synthesis/analysisSpec';
import type { SubgroupAnalysis } from '#core/synthesis/subgroupAnalysis';

export interface ScriptSubgroups {
  /** What the studies are divided by: `Allocation`. */
  readonly name: string;
  /** The group of each study, by studyId; a study without one stays outside. */
  readonly groupOf: ReadonlyMap<string, string>;
  readonly result: SubgroupAnalysis;
}

function levelChecks({ levels }: SubgroupAnalysis, tolerance: number, at: (name: string, place: number) => string) {
  return levels.flatMap(({ level, pooled }, place): Check[] => {
    if (!pooled.estimable) return [];
    const { estimate, lower, upper } = pooled.value;
    return [
      { what: `${level}: pooled effect`, pooled: estimate, r: at('beta', place), tolerance },
      { what: `${level}: lower`, pooled: lower, r: at('ci.lb', place), tolerance },
      { what: `${level}: upper`, pooled: upper, r: at('ci.ub', place), tolerance },
    ];
  });
}

/** The pooled effect of each subgroup and the test between them: in one model, or each group by itself. */
export function subgroupPart(spec: AnalysisSpec, { name, result }: ScriptSubgroups): ScriptPart {
  const levels = rVector(result.levels.map(({ level }) => rText(level)));
  const tolerance = toleranceOf(spec);
  const title = `Subgroups by ${name}`;
  const known = ['known <- dat[!is.na(dat$group), ]', `levels <- ${levels}`];
  const { between } = result;
  if (result.variance === 'common') {
    const test: Check[] = between.estimable
      ? [
          { what: 'test between groups', pooled: between.value.statistic, r: 'between$QM', tolerance },
          { what: 'test between groups, p-value', pooled: between.value.p, r: 'between$QMp', tolerance },
        ]
      : [];
    const model = modelArguments(spec);
    return {
      title,
      lines: [
        ...known,
        `groups <- rma(yi, vi, mods = ~ factor(group, levels = levels) - 1, data = known, ${model})`,
        `between <- rma(yi, vi, mods = ~ factor(group, levels = levels), data = known, ${model})`,
        'print(groups)',
        'print(between)',
      ],
      checks: between.estimable
        ? [...levelChecks(result, tolerance, (column, place) => `groups$${column}[${place + 1}]`), ...test]
        : [],
    };
  }
  const test: Check[] = between.estimable
    ? [{ what: 'test between groups', pooled: between.value.statistic, r: 'q', tolerance }]
    : [];
  return {
    title,
    lines: [
      ...known,
      'groups <- lapply(levels, function(level) {',
      '  dat <- known[known$group == level, ]',
      ...poolLines(spec).map(line => `  ${line}`),
      '  res',
      '})',
      'means <- sapply(groups, function(one) as.numeric(one$beta))',
      'weights <- 1 / sapply(groups, function(one) one$se)^2',
      'q <- sum(weights * (means - weighted.mean(means, weights))^2)',
      'for (one in groups) print(one)',
    ],
    checks: [...levelChecks(result, tolerance, (column, place) => `groups[[${place + 1}]]$${column}`), ...test],
  };
}
