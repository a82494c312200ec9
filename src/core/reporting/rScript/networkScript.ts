import type { DrawnNetwork } from '#core/reporting/figuresOfNetwork';
import { scriptOf } from '#core/reporting/rScript/metaforScript';
import {
  type Check,
  CLOSED,
  ITERATED,
  rNumber,
  rText,
  rVector,
  type ScriptPart,
} from '#core/reporting/rScript/scriptPart';
import { basicContrasts, networkDf, studiesOf } from '#core/synthesis/network/contrasts';
import { solveNetwork } from '#core/synthesis/network/networkFit';
import type { NetworkModel } from '#core/synthesis/network/networkTauSquared';

export interface NetworkScript extends DrawnNetwork {
  readonly model: NetworkModel;
  readonly smallIsBetter: boolean;
  readonly name?: string;
}

/** Differences to the first arm of each study, which carry all that it says, with their sampling covariance. */
function dataLines({ contrasts, treatments }: NetworkScript): string[] {
  const { yi, V } = basicContrasts(contrasts);
  const rows = studiesOf(contrasts).flatMap(own => own.filter(({ t1 }) => t1 === own[0]?.t1));
  const shared = V.flatMap((row, i) =>
    row.flatMap((value, j) =>
      j > i && value !== 0 ? [`V[${i + 1}, ${j + 1}] <- V[${j + 1}, ${i + 1}] <- ${value}`] : [],
    ),
  );
  return [
    'dat <- data.frame(',
    `  study = ${rVector(rows.map(({ study }) => rText(study)))},`,
    `  treatment = ${rVector(rows.map(({ t1 }) => rText(t1)))},`,
    `  against = ${rVector(rows.map(({ t2 }) => rText(t2)))},`,
    `  yi = ${rVector(yi.map(rNumber))},`,
    `  vi = ${rVector(rows.map(({ variance }) => rNumber(variance)))}`,
    ')',
    'V <- diag(dat$vi, nrow(dat))',
    ...(shared.length > 0 ? ['# differences of one study share its first arm', ...shared] : []),
    `treatments <- ${rVector(treatments.map(rText))}`,
    '# each treatment against the first',
    'X <- sapply(treatments[-1], function(name) (dat$treatment == name) - (dat$against == name))',
    'X <- matrix(X, nrow = nrow(dat), dimnames = list(NULL, treatments[-1]))',
    'dat$arm <- ave(seq_along(dat$study), dat$study, FUN = seq_along)',
  ];
}

const FITS: Readonly<Record<NetworkModel, readonly string[]>> = {
  fixed: ['res <- common', 'tau2 <- 0'],
  'random-DL': [
    '# the variance between studies by moments; differences of one study share half of it',
    'W <- solve(V)',
    'P <- W - W %*% X %*% solve(t(X) %*% W %*% X) %*% t(X) %*% W',
    'D <- 0.5 * outer(dat$study, dat$study, "==")',
    'diag(D) <- 1',
    'tau2 <- max(0, (c(t(dat$yi) %*% P %*% dat$yi) - (nrow(X) - ncol(X))) / sum(P * D))',
    'res <- rma.mv(yi, V + tau2 * D, mods = X, intercept = FALSE, data = dat)',
  ],
  'random-REML': likelihood('REML'),
  'random-ML': likelihood('ML'),
};

function likelihood(method: string): string[] {
  return [
    '# differences of one study share half of the variance between studies',
    `res <- rma.mv(yi, V, mods = X, intercept = FALSE, random = ~ arm | study, rho = 0.5, data = dat, method = "${method}",`,
    '              control = list(rel.tol = 1e-10))',
    'tau2 <- res$tau2',
  ];
}

/**
 * A script for R with metafor that computes a network meta-analysis anew (rma.mv on the differences to each study's
 * first arm) and compares every treatment's effect, tau^2, Q and the P-scores with Pooled's.
 */
export function networkScript(network: NetworkScript): string {
  const { treatments, league, pScores, tauSquared, contrasts, model, smallIsBetter } = network;
  const iterates = model === 'random-REML' || model === 'random-ML';
  // rma.mv looks for the variance with a general optimiser: it comes near the maximum, not to it.
  const tolerance = iterates ? 10 * ITERATED : CLOSED;
  const effects = treatments.slice(1).flatMap((name, place): Check[] => {
    const what = `${name} against ${treatments[0] ?? ''}`;
    return [
      { what, pooled: league.estimate[place + 1]?.[0] ?? 0, r: `res$beta[${place + 1}]`, tolerance },
      {
        what: `${what}, standard error`,
        pooled: league.standardError[place + 1]?.[0] ?? 0,
        r: `res$se[${place + 1}]`,
        tolerance,
      },
    ];
  });
  const parts: ScriptPart[] = [
    { title: 'What the studies found', lines: dataLines(network), checks: [] },
    {
      title: 'The network',
      lines: [
        'common <- rma.mv(yi, V, mods = X, intercept = FALSE, data = dat)',
        ...FITS[model],
        'print(res)',
        'theta <- c(0, res$beta)',
        'S <- rbind(0, cbind(0, vcov(res)))',
        'apart <- outer(theta, theta, "-")',
        'error <- sqrt(pmax(outer(diag(S), diag(S), "+") - 2 * S, 0))',
        'diag(error) <- 1',
        `score <- (rowSums(pnorm(${smallIsBetter ? '-' : ''}apart / error)) - 0.5) / (length(theta) - 1)`,
      ],
      checks: [
        { what: 'tau squared', pooled: tauSquared, r: 'tau2', tolerance },
        ...(networkDf(contrasts) > 0
          ? [
              {
                what: 'Q without variance between studies',
                pooled: solveNetwork(contrasts).q,
                r: 'common$QE',
                tolerance: CLOSED,
              },
            ]
          : []),
        ...effects,
        ...treatments.map(
          (name, place): Check => ({
            what: `P-score of ${name}`,
            pooled: pScores[place] ?? 0,
            r: `score[${place + 1}]`,
            tolerance,
          }),
        ),
      ],
    },
  ];
  return scriptOf(
    [`${network.name ?? 'Network meta-analysis'} of ${studiesOf(contrasts).length} studies, exported by Pooled`],
    parts,
  );
}
