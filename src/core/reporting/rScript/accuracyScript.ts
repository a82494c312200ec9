import { scriptOf } from '#core/reporting/rScript/metaforScript';
import {
  type Check,
  CLOSED,
  rComment,
  rNumber,
  rText,
  rVector,
  type ScriptPart,
} from '#core/reporting/rScript/scriptPart';
import type { AccuracyAnalysis } from '#core/synthesis/diagnostic/accuracyAnalysis';
import { correctedDiagnosticTables } from '#core/synthesis/diagnostic/diagnosticTable';
import type { ZeroRule } from '#core/synthesis/effects/effectSize';

const COUNTS = ['tp', 'fn', 'fp', 'tn'] as const;

/** metafor looks for the covariance with a general optimiser: it comes near the maximum, not to it. */
const NEAR = 1e-3;

/** A script for R that fits the model of accuracy anew and compares its numbers with Pooled's. */
export function accuracyScript(
  analysis: AccuracyAnalysis,
  zeroCells: { readonly add: number; readonly to: ZeroRule },
  name = 'Accuracy of a test',
): string {
  const isNormal = analysis.choices.model === 'normal';
  return scriptOf(
    [
      `${name}: accuracy over ${analysis.k} studies, exported by Pooled`,
      isNormal
        ? 'The bivariate normal model (Reitsma et al. 2005) by rma.mv of metafor; mada::reitsma gives the same'
        : 'The bivariate binomial model (Chu and Cole 2006): R itself computes the likelihood; lme4::glmer approximates it',
    ],
    isNormal ? normalParts(analysis, zeroCells) : [dataPart(analysis, null), binomialPart(analysis)],
  );
}

function dataPart({ studies }: AccuracyAnalysis, zeroCells: { add: number; to: ZeroRule } | null): ScriptPart {
  const tables = studies.map(({ table }) => table);
  const used = zeroCells ? correctedDiagnosticTables(tables, zeroCells.add, zeroCells.to) : tables;
  const column = (cell: (typeof COUNTS)[number]) => `  ${cell} = ${rVector(used.map(table => rNumber(table[cell])))}`;
  const added = used.flatMap((table, place) =>
    table.tp === tables[place]?.tp ? [] : [studies[place]?.label ?? 'a study'],
  );
  return {
    title: 'What the studies counted',
    lines: [
      ...(added.length > 0 ? [rComment(`${zeroCells?.add} was added to the cells of ${added.join(', ')}`)] : []),
      'studies <- data.frame(',
      `  study = ${rVector(studies.map(({ label }) => rText(label)))},`,
      `${COUNTS.map(column).join(',\n')}`,
      ')',
    ],
    checks: [],
  };
}

function normalParts(analysis: AccuracyAnalysis, zeroCells: { add: number; to: ZeroRule }): ScriptPart[] {
  const { fit, summary, choices } = analysis;
  const [[t11 = 0, t12 = 0] = [], [, t22 = 0] = []] = fit.between;
  const checks: Check[] = [
    { what: 'logit sensitivity', pooled: fit.means[0], r: 'res$beta[1]', tolerance: NEAR },
    { what: 'its standard error', pooled: summary.standardErrors[0], r: 'res$se[1]', tolerance: NEAR },
    { what: 'logit specificity', pooled: fit.means[1], r: 'res$beta[2]', tolerance: NEAR },
    { what: 'its standard error', pooled: summary.standardErrors[1], r: 'res$se[2]', tolerance: NEAR },
    { what: 'sensitivity', pooled: summary.sensitivity.estimate, r: 'plogis(res$beta[1])', tolerance: NEAR },
    { what: 'specificity', pooled: summary.specificity.estimate, r: 'plogis(res$beta[2])', tolerance: NEAR },
    { what: 'variance of logit sensitivity', pooled: t11, r: 'res$tau2[1]', tolerance: 5 * NEAR },
    { what: 'variance of logit specificity', pooled: t22, r: 'res$tau2[2]', tolerance: 5 * NEAR },
    { what: 'covariance between studies', pooled: t12, r: 'res$rho * sqrt(prod(res$tau2))', tolerance: 5 * NEAR },
    {
      what: 'log diagnostic odds ratio',
      pooled: summary.diagnosticOddsRatio.log,
      r: 'sum(res$beta)',
      tolerance: NEAR,
    },
    {
      what: 'its standard error',
      pooled: summary.diagnosticOddsRatio.standardError,
      r: 'sqrt(sum(vcov(res)))',
      tolerance: NEAR,
    },
  ];
  return [
    dataPart(analysis, zeroCells),
    {
      title: 'Logits of sensitivity and specificity, two rows a study',
      lines: [
        'k <- nrow(studies)',
        'long <- data.frame(',
        '  study = rep(seq_len(k), 2), part = factor(rep(c("sensitivity", "specificity"), each = k)),',
        '  yi = with(studies, c(log(tp / fn), log(tn / fp))),',
        '  vi = with(studies, c(1 / tp + 1 / fn, 1 / tn + 1 / fp))',
        ')',
        'res <- rma.mv(yi, vi, mods = ~ part - 1, random = ~ part | study, struct = "UN", data = long,',
        `              method = "${choices.method}", control = list(optimizer = "optim", optmethod = "BFGS", maxit = 2000, reltol = 1e-12))`,
        'print(res)',
      ],
      checks,
    },
  ];
}

/** The likelihood is worked out in R at Pooled's estimates, and no step away from these may raise it. */
function binomialPart({ fit }: AccuracyAnalysis): ScriptPart {
  const [[t11 = 0, t12 = 0] = [], [, t22 = 0] = []] = fit.between;
  const l11 = Math.sqrt(t11);
  const l21 = l11 > 0 ? t12 / l11 : 0;
  const l22 = Math.sqrt(Math.max(0, t22 - l21 * l21));
  return {
    title: 'The likelihood of the counts, the two random effects integrated out by adaptive quadrature',
    lines: [
      '# nodes and weights of Gauss and Hermite (Golub and Welsch 1969)',
      'hermite <- function(n) {',
      '  J <- diag(0, n); for (i in seq_len(n - 1)) J[i, i + 1] <- J[i + 1, i] <- sqrt(i)',
      '  e <- eigen(J, symmetric = TRUE); list(x = e$values, w = e$vectors[1, ]^2)',
      '}',
      'rule <- hermite(11)',
      'marginal <- function(par) {',
      '  L <- matrix(c(par[3], par[4], 0, par[5]), 2)',
      '  one <- function(tp, fn, fp, tn) {',
      '    joint <- function(z) {',
      '      eta <- par[1:2] + drop(L %*% z)',
      '      dbinom(tp, tp + fn, plogis(eta[1]), log = TRUE) + dbinom(tn, tn + fp, plogis(eta[2]), log = TRUE) - sum(z^2) / 2',
      '    }',
      '    mode <- c(0, 0)',
      '    for (step in 1:50) {  # Newton',
      '      eta <- par[1:2] + drop(L %*% mode); p <- plogis(eta); n <- c(tp + fn, tn + fp)',
      '      slope <- drop(t(L) %*% (c(tp, tn) - n * p)) - mode',
      '      H <- t(L) %*% (diag(n * p * (1 - p), 2)) %*% L + diag(2)',
      '      move <- drop(solve(H, slope)); f <- 1',
      '      while (joint(mode + f * move) < joint(mode) && f > 1e-8) f <- f / 2',
      '      mode <- mode + f * move',
      '      if (sum(abs(move)) < 1e-10) break',
      '    }',
      '    C <- solve(chol(H)); total <- 0',
      '    for (i in seq_along(rule$x)) for (j in seq_along(rule$x)) {',
      '      z <- c(rule$x[i], rule$x[j])',
      '      total <- total + rule$w[i] * rule$w[j] * exp(joint(mode + drop(C %*% z)) - joint(mode) + sum(z^2) / 2)',
      '    }',
      '    joint(mode) + log(det(C)) + log(total)',
      '  }',
      '  sum(mapply(one, studies$tp, studies$fn, studies$fp, studies$tn))',
      '}',
      `found <- c(${[...fit.means, l11, l21, l22].map(rNumber).join(', ')})  # means; factor of the covariance`,
      'best <- optim(found, marginal, method = "BFGS", control = list(fnscale = -1, reltol = 1e-12))',
    ],
    checks: [
      { what: 'log-likelihood', pooled: fit.logLikelihood, r: 'marginal(found)', tolerance: CLOSED * 100 },
      { what: 'the highest that R finds', pooled: fit.logLikelihood, r: 'best$value', tolerance: 1e-6 },
      { what: 'logit sensitivity there', pooled: fit.means[0], r: 'best$par[1]', tolerance: NEAR },
      { what: 'logit specificity there', pooled: fit.means[1], r: 'best$par[2]', tolerance: NEAR },
    ],
  };
}
