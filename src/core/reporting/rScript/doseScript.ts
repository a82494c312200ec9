import { scriptOf } from '#core/reporting/rScript/metaforScript';
import { type Check, rNumber, rText, rVector, type ScriptPart } from '#core/reporting/rScript/scriptPart';
import type { DoseAnalysis } from '#core/synthesis/doseResponse/doseAnalysis';

const NEAR = 1e-3;
/** At fixed effects there is nothing to look for. */
const CLOSE = 1e-7;

/** Every level of every study, the reference first. */
function dataPart({ studies, labels }: DoseAnalysis): ScriptPart {
  const rows = studies.flatMap(({ studyId, design, reference, categories }) => [
    { study: labels[studyId] ?? studyId, design, ...reference, logRatio: 0, standardError: null },
    ...categories.map(category => ({ study: labels[studyId] ?? studyId, design, ...category })),
  ]);
  return {
    title: 'Levels of exposure; the row without se is what the others of its study are compared with',
    lines: [
      'dat <- data.frame(',
      `  study = ${rVector(rows.map(({ study }) => rText(study)))},`,
      `  design = ${rVector(rows.map(({ design }) => rText(design)))},`,
      `  dose = ${rVector(rows.map(({ dose }) => rNumber(dose)))},`,
      `  cases = ${rVector(rows.map(({ cases }) => rNumber(cases)))},`,
      `  n = ${rVector(rows.map(({ total }) => rNumber(total)))},`,
      `  logrr = ${rVector(rows.map(({ logRatio }) => rNumber(logRatio)))},`,
      `  se = ${rVector(rows.map(({ standardError }) => rNumber(standardError)))}`,
      ')',
    ],
    checks: [],
  };
}

const COVARIANCE = [
  '# the cases that the ratios imply with the margins kept, and the covariance of ratios that share a reference',
  'covariance <- function(d) {',
  '  ref <- is.na(d$se); total <- sum(d$cases); design <- d$design[1]',
  '  if (design == "case-control") {',
  '    at <- function(o) d$n * plogis(o + d$logrr)',
  '    fitted <- at(uniroot(function(o) sum(at(o)) - total, c(-60, 60), tol = 1e-14)$root)',
  '  } else {',
  '    share <- d$n * exp(d$logrr) / d$n[ref]',
  '    fitted <- share * total / sum(share)',
  '  }',
  '  v <- 1 / fitted + switch(design, "case-control" = 1 / (d$n - fitted), "cumulative-incidence" = -1 / d$n,',
  '                           "incidence-rate" = 0)',
  '  own <- v[ref] + v[!ref]',
  '  R <- v[ref] / sqrt(outer(own, own)); diag(R) <- 1',
  '  R * outer(d$se[!ref], d$se[!ref])',
  '}',
];

function basisLines({ fit }: DoseAnalysis): string[] {
  if (fit.knots.length === 0) return ['basis <- function(x) cbind(x)'];
  return [
    `knots <- c(${fit.knots.map(rNumber).join(', ')})`,
    'basis <- function(x) {  # restricted cubic spline',
    '  m <- length(knots); cube <- function(u) pmax(u, 0)^3',
    '  cbind(x, sapply(seq_len(m - 2), function(j) (cube(x - knots[j]) -',
    '    cube(x - knots[m - 1]) * (knots[m] - knots[j]) / (knots[m] - knots[m - 1]) +',
    '    cube(x - knots[m]) * (knots[m - 1] - knots[j]) / (knots[m] - knots[m - 1])) / (knots[m] - knots[1])^2))',
    '}',
  ];
}

function poolLines({ choices }: DoseAnalysis, p: number): string[] {
  const random = choices.method !== 'FE';
  if (p === 1) {
    return [
      `res <- rma(unlist(b), unlist(V), method = "${choices.method}", control = list(threshold = 1e-12, maxiter = 1000))`,
    ];
  }
  return [
    'long <- data.frame(y = unlist(b), part = factor(rep(seq_len(p), length(b))), study = rep(seq_along(b), each = p))',
    `res <- rma.mv(y, bldiag(V), mods = ~ part - 1, data = long, method = "${random ? choices.method : 'FE'}"${
      random
        ? ',\n              random = ~ part | study, struct = "UN", control = list(optimizer = "optim", optmethod = "BFGS", maxit = 2000, reltol = 1e-12)'
        : ''
    })`,
  ];
}

/** A script for R with metafor that fits the curve in two stages anew and compares its numbers with Pooled's. */
export function doseScript(analysis: DoseAnalysis, name = 'Dose and response'): string {
  const { fit, predicted, reference, choices } = analysis;
  const p = fit.coefficients.length;
  const tolerance = choices.method === 'FE' ? CLOSE : NEAR;
  const checks: Check[] = [
    ...fit.coefficients.flatMap((value, i): Check[] => [
      { what: `coefficient ${i + 1}`, pooled: value, r: `res$beta[${i + 1}]`, tolerance },
      {
        what: `its standard error`,
        pooled: fit.standardErrors[i] ?? 0,
        r: `res$se[${i + 1}]`,
        tolerance,
      },
    ]),
    { what: 'test of the whole curve', pooled: fit.overall.statistic, r: 'whole', tolerance: 10 * tolerance },
    ...predicted
      .filter(({ dose }) => dose !== reference)
      .flatMap(({ dose, logRatio, standardError }, i): Check[] => [
        { what: `log ratio at ${dose}`, pooled: logRatio, r: `at[${i + 1}]`, tolerance },
        { what: 'its standard error', pooled: standardError, r: `error[${i + 1}]`, tolerance },
      ]),
  ];
  const doses = predicted.filter(({ dose }) => dose !== reference).map(({ dose }) => rNumber(dose));
  return scriptOf(
    [
      `${name}: dose and response of ${fit.k} studies, exported by Pooled`,
      'Two stages (Greenland and Longnecker 1992; Crippa and Orsini 2016); dosresmeta gives the same',
    ],
    [
      dataPart(analysis),
      {
        title: 'Each study’s own curve by generalised least squares, then all together',
        lines: [
          ...COVARIANCE,
          ...basisLines(analysis),
          'own <- lapply(split(dat, factor(dat$study, unique(dat$study))), function(d) {',
          '  ref <- is.na(d$se)',
          '  X <- basis(d$dose[!ref]) - basis(d$dose[ref])[rep(1, sum(!ref)), , drop = FALSE]',
          '  W <- solve(covariance(d)); V <- solve(t(X) %*% W %*% X)',
          '  list(b = drop(V %*% t(X) %*% W %*% d$logrr[!ref]), V = V)',
          '})',
          'b <- lapply(own, `[[`, "b"); V <- lapply(own, `[[`, "V"); p <- length(b[[1]])',
          ...poolLines(analysis, p),
          'print(res)',
          'B <- c(res$beta); S <- as.matrix(vcov(res))',
          'whole <- c(t(B) %*% solve(S) %*% B)',
          `X <- basis(c(${doses.join(', ')})) - basis(${rNumber(reference)})[rep(1, ${doses.length}), , drop = FALSE]`,
          'at <- drop(X %*% B); error <- sqrt(rowSums((X %*% S) * X))',
        ],
        checks,
      },
    ],
  );
}
