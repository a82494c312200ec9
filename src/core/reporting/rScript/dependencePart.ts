import {
  type Check,
  CLOSED,
  ITERATED,
  rNumber,
  rText,
  rVector,
  type ScriptPart,
} from '#core/reporting/rScript/scriptPart';
import type { DependentEffects, MeanOfGroups } from '#core/synthesis/multilevel/dependentEffects';
import type { MultilevelFit } from '#core/synthesis/multilevel/fitMultilevel';
import type { RobustKind, RobustResult } from '#core/synthesis/multilevel/robustVariance';

/** What a model of dependent rows was made from. */
export interface DependentRows {
  readonly X: readonly (readonly number[])[];
  readonly names: readonly string[];
}

export interface ScriptMultilevel extends DependentRows {
  /** Groups of each row by number, outermost level first; rows themselves are the innermost. */
  readonly groups: readonly (readonly number[])[];
  readonly levels: readonly string[];
  /** Of sampling errors of rows with the same number here. */
  readonly shared: readonly number[];
  readonly correlation: number;
  readonly method: 'REML' | 'ML';
  readonly fit: Pick<MultilevelFit, 'coefficients' | 'standardErrors' | 'parameters' | 'logLikelihood' | 'q'>;
  readonly robust: ScriptRobust | null;
}

export interface ScriptRobust {
  readonly kind: RobustKind;
  readonly clusters: readonly number[];
  readonly result: Pick<RobustResult, 'standardErrors' | 'df'>;
}

/** metafor looks for the variances with a general optimiser: it comes near the maximum, not to it. */
const NEAR = 1e-3;

function designLines({ X, names }: DependentRows): string[] {
  const columns = names.map((name, j) => `  ${rText(name)} = ${rVector(X.map(row => rNumber(row[j])))}`);
  return [`X <- cbind(\n${columns.join(',\n')}\n)`];
}

const ROBUST: Readonly<Record<RobustKind, string>> = {
  CR0: 'adjust = FALSE',
  CR1: 'adjust = TRUE',
  CR2: 'clubSandwich = TRUE',
};

/** Several may stand in one script: each keeps a name of its own until the comparison at its end. */
const sandwichOf = (model: string, kind: RobustKind) => `${model}.${kind}`;

function robustLines({ kind, clusters }: ScriptRobust, model: string): string[] {
  return [
    ...(kind === 'CR2' ? ['# CR2 needs the package clubSandwich'] : []),
    `clusters <- ${rVector(clusters.map(rNumber))}`,
    `${sandwichOf(model, kind)} <- robust(${model}, cluster = clusters, ${ROBUST[kind]})`,
    `print(${sandwichOf(model, kind)})`,
  ];
}

function robustChecks(
  { result, kind }: ScriptRobust,
  model: string,
  names: readonly string[],
  tolerance: number,
): Check[] {
  const sandwich = sandwichOf(model, kind);
  return result.standardErrors.flatMap((error, i): Check[] => [
    {
      what: `${names[i] ?? 'effect'}, robust standard error (${kind})`,
      pooled: error,
      r: `${sandwich}$se[${i + 1}]`,
      tolerance,
    },
    {
      what: 'its degrees of freedom',
      pooled: result.df[i] ?? result.df[0] ?? Number.NaN,
      r: `rep_len(if (is.null(${sandwich}$ddf) || all(is.na(${sandwich}$ddf))) ${sandwich}$dfs else ${sandwich}$ddf, ${result.standardErrors.length})[${i + 1}]`,
      tolerance,
    },
  ]);
}

/** Rows nested in groups, with correlated errors where a correlation was assumed: rma.mv. Reads `dat` with yi and vi. */
export function multilevelPart(asked: ScriptMultilevel): ScriptPart {
  const { groups, levels, shared, correlation, method, fit, robust, names } = asked;
  const columns = groups.map((group, j) => `dat$level${j + 1} <- ${rVector(group.map(rNumber))}  # ${levels[j] ?? ''}`);
  const nesting = [...groups.map((_, j) => `level${j + 1}`), 'row'].join(' / ');
  return {
    title: `Rows within ${levels.join(' within ')}: a variance for each level`,
    lines: [
      ...designLines(asked),
      ...columns,
      'dat$row <- seq_len(nrow(dat))',
      'V <- diag(dat$vi, nrow(dat))',
      ...(correlation === 0
        ? []
        : [
            `shared <- ${rVector(shared.map(rNumber))}`,
            `R <- ifelse(outer(shared, shared, "=="), ${rNumber(correlation)}, 0); diag(R) <- 1`,
            'V <- R * sqrt(outer(dat$vi, dat$vi))',
          ]),
      `deep <- rma.mv(yi, V, mods = X, intercept = FALSE, random = ~ 1 | ${nesting}, data = dat, method = "${method}",`,
      '               test = "t", control = list(rel.tol = 1e-10))',
      'print(deep)',
      ...(robust ? robustLines(robust, 'deep') : []),
    ],
    checks: [
      ...fit.coefficients.flatMap((value, i): Check[] => [
        { what: names[i] ?? 'effect', pooled: value, r: `deep$beta[${i + 1}]`, tolerance: NEAR },
        { what: 'its standard error', pooled: fit.standardErrors[i] ?? 0, r: `deep$se[${i + 1}]`, tolerance: NEAR },
      ]),
      ...fit.parameters.map((value, j): Check => {
        const what = `variance of ${levels[j] ?? 'rows'}`;
        return { what, pooled: value, r: `deep$sigma2[${j + 1}]`, tolerance: 5 * NEAR };
      }),
      { what: 'Q', pooled: fit.q, r: 'deep$QE', tolerance: ITERATED },
      { what: 'log-likelihood', pooled: fit.logLikelihood, r: `deep$fit.stats["ll", "${method}"]`, tolerance: NEAR },
      ...(robust ? robustChecks(robust, 'deep', names, 5 * NEAR) : []),
    ],
  };
}

/** The variance of a plain model that holds however rows of a cluster depend on each other. τ² is checked elsewhere. */
export function robustPart(rows: DependentRows, tauSquared: number, robust: ScriptRobust): ScriptPart {
  return {
    title: `Variance that is robust to dependence within clusters (${robust.kind})`,
    lines: [
      ...designLines(rows),
      `plain <- rma(yi, vi, mods = X, intercept = FALSE, data = dat, tau2 = ${rNumber(tauSquared)})`,
      ...robustLines(robust, 'plain'),
    ],
    checks: robustChecks(robust, 'plain', rows.names, CLOSED * 1000),
  };
}

/** Both for a saved analysis whose effects belong together; nothing where the group of a study isn't known. */
export function dependenceParts(found: DependentEffects, restricted: boolean): ScriptPart[] {
  const { robust, threeLevels, groupOf, unknown, correlation, plainTauSquared } = found;
  if (unknown.length > 0) return [];
  const groups = groupOf.map(({ group }) => group + 1);
  const rows: DependentRows = { X: groups.map(() => [1]), names: ['effect'] };
  const sandwich = (kind: 'CR1' | 'CR2', { standardError, df }: MeanOfGroups): ScriptRobust => ({
    kind,
    clusters: groups,
    result: { standardErrors: [standardError], df: df === null ? [] : [df] },
  });
  const kinds = ['CR1', 'CR2'] as const;
  return [
    ...(robust.estimable
      ? kinds.map(kind => robustPart(rows, plainTauSquared, sandwich(kind, robust.value[kind])))
      : []),
    ...(threeLevels.estimable
      ? [
          multilevelPart({
            ...rows,
            groups: [groups],
            levels: ['group'],
            shared: groups,
            correlation,
            method: restricted ? 'REML' : 'ML',
            fit: threeLevels.value.fit,
            robust: sandwich('CR2', threeLevels.value.robust),
          }),
        ]
      : []),
  ];
}
