import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { designFrom } from '#core/synthesis/design';
import { DEFAULT_EFFECT_OPTIONS, type StudyNumbers } from '#core/synthesis/effects/effectSize';
import { effectSizes, MEASURE_FUNCTIONS } from '#core/synthesis/effects/measures';
import { tableOf } from '#core/synthesis/effects/twoByTwoTable';
import { fitModel, type ModelOptions } from '#core/synthesis/fitModel';
import { mantelHaenszelOddsRatio } from '#core/synthesis/fixed/mantelHaenszel';
import { associationTest, homogeneityTests } from '#core/synthesis/fixed/stratifiedTests';
import { generalisedMeta } from '#core/synthesis/generalised/generalisedMeta';
import { influence } from '#core/synthesis/influence';
import { fitMultilevel } from '#core/synthesis/multilevel/fitMultilevel';
import { randomIntercept } from '#core/synthesis/multilevel/varianceComponent';
import { permuteModerators } from '#core/synthesis/permuteModerators';
import type { Effects } from '#core/synthesis/projection';
import { leaveOneOut } from '#core/synthesis/sensitivity';
import { trimAndFill } from '#core/synthesis/smallStudy/trimAndFill';
import { qProfileInterval } from '#core/synthesis/tauSquaredInterval';

/**
 * Times the syntheses of a work list (schema meta-speed/1) and prints a line of JSON for each: {id, medianMs, cpuMs,
 * repeat, check, ok}; cpuMs is the processor's time, which a busy machine does not stretch. A time counts only when its
 * results meet the item's check. Where Rscript with metafor is on the machine and speed.R lies beside the list, the same
 * items run there in the same run (those that take R minutes only with --slow, or named), and the ratio of the medians stands in a line {id, rMedianMs, ratio} each.
 *
 *   node dist/scripts/bench/synthesis.js speed.json [--only=id,id] [--slow] [--no-r]
 */
interface Generator {
  readonly kind: 'normal' | 'threelevel' | 'tables';
  readonly seed: number;
  readonly k: number;
  readonly mu: number;
  readonly tau2: number;
  readonly sigma2: readonly number[];
  readonly vmin: number;
  readonly vrange: number;
  readonly slope?: number;
  readonly clusters: number;
  readonly perCluster: number;
}

interface Item {
  readonly id: string;
  readonly data: {
    readonly generator?: Generator;
    readonly inline?: Readonly<Record<string, readonly number[]>>;
  };
  readonly resample?: { readonly seed: number; readonly fits: number };
  readonly repeat: number;
  readonly check?: { readonly rel: number; readonly values: Readonly<Record<string, number>> };
}

/** Data of an item: effects with a moderator and a cluster, or tables. */
interface Data extends Effects {
  readonly x: readonly number[];
  readonly cluster: readonly number[];
  readonly studies: readonly StudyNumbers[];
}

/** The list's own generator, so that every program gets the same numbers. */
function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (1664525 * state + 1013904223) % 4294967296;
    return (state + 0.5) / 4294967296;
  };
}

function gauss(u: () => number): number {
  let total = 0;
  for (let i = 0; i < 12; i++) total += u();
  return total - 6;
}

const studiesOf = (columns: Readonly<Record<string, readonly number[]>>): StudyNumbers[] =>
  (Object.values(columns)[0] ?? []).map((_, i) =>
    Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[i]])),
  );

function generate(g: Generator): Data {
  const u = uniform(g.seed);
  const [yi, vi, x, cluster]: number[][] = [[], [], [], []];
  const studies: StudyNumbers[] = [];
  if (g.kind === 'tables') {
    for (let i = 0; i < g.k; i++) {
      const n1 = 20 + Math.floor(180 * u());
      const n2 = 20 + Math.floor(180 * u());
      const pc = 0.05 + 0.35 * u();
      const pt = pc * (0.4 + 0.8 * u());
      const ai = Math.floor(n1 * pt + u());
      const ci = Math.floor(n2 * pc + u());
      studies.push({ ai, bi: n1 - ai, ci, di: n2 - ci });
    }
  } else if (g.kind === 'threelevel') {
    const centres = Array.from({ length: g.clusters }, () => gauss(u));
    for (let i = 0; i < g.clusters * g.perCluster; i++) {
      const place = Math.floor(i / g.perCluster);
      const a = u();
      const v = g.vmin + g.vrange * a * a;
      const [z1, z2] = [gauss(u), gauss(u)];
      const [outer = 0, inner = 0] = g.sigma2.map(Math.sqrt);
      vi?.push(v);
      cluster?.push(place);
      yi?.push(g.mu + outer * (centres[place] ?? 0) + inner * z1 + Math.sqrt(v) * z2);
    }
  } else {
    for (let i = 0; i < g.k; i++) {
      const a = u();
      const v = g.vmin + g.vrange * a * a;
      const value = g.slope === undefined ? 0 : u();
      const [z1, z2] = [gauss(u), gauss(u)];
      vi?.push(v);
      x?.push(value);
      yi?.push(g.mu + (g.slope ?? 0) * value + Math.sqrt(g.tau2) * z1 + Math.sqrt(v) * z2);
    }
  }
  return { yi: yi ?? [], vi: vi ?? [], x: x ?? [], cluster: cluster ?? [], studies };
}

function dataOf({ data }: Item): Data {
  if (data.generator) return generate(data.generator);
  const studies = studiesOf(data.inline ?? {});
  const effects = effectSizes('RR', studies).flatMap(effect => (effect.estimable ? [effect.value] : []));
  return { yi: effects.map(({ yi }) => yi), vi: effects.map(({ vi }) => vi), x: [], cluster: [], studies };
}

type Outcome = Readonly<Record<string, number>>;
type Work = (data: Data, item: Item) => () => Outcome;

const fitted =
  (options: ModelOptions): Work =>
  data =>
  () => {
    const fit = fitModel(data, options);
    return {
      estimate: fit.coefficients[0] ?? Number.NaN,
      se: fit.standardErrors[0] ?? Number.NaN,
      tau2: fit.tauSquared,
    };
  };

const leftOut: Work = data => () => {
  const estimates = leaveOneOut(data, { method: 'REML', test: 'z' }).map(fit => fit.coefficients[0] ?? Number.NaN);
  const [first = Number.NaN] = estimates;
  return { first, last: estimates.at(-1) ?? Number.NaN, min: Math.min(...estimates), max: Math.max(...estimates) };
};

/** The permutation test that the page and the command line run: a full fit for each order. */
const permuted: Work = data => () => {
  const rows = data.x.map(value => [1, value]);
  const options: Omit<ModelOptions, 'design'> = { method: 'REML', test: 'z' };
  const steps = permuteModerators(data, rows, options, { most: 1000 });
  while (!steps.next().done);
  return { stat: fitModel(data, { ...options, design: designFrom(rows) }).statistics[1] ?? Number.NaN };
};

const bootstrapped: Work = (data, item) => {
  const { seed = 1, fits = 10_000 } = item.resample ?? {};
  const k = data.yi.length;
  const u = uniform(seed);
  const draws = Array.from({ length: fits }, () => Array.from({ length: k }, () => Math.floor(k * u())));
  return () => {
    const estimates = draws.map(draw => {
      const pick = (list: readonly number[]) => draw.map(i => list[i] ?? Number.NaN);
      return (
        fitModel({ yi: pick(data.yi), vi: pick(data.vi) }, { method: 'DL', test: 'z' }).coefficients[0] ?? Number.NaN
      );
    });
    const mean = estimates.reduce((a, b) => a + b, 0) / estimates.length;
    return { mean, min: Math.min(...estimates), max: Math.max(...estimates) };
  };
};

const mantelHaenszel: Work = data => () => {
  const tables = data.studies.map(tableOf);
  const pool = mantelHaenszelOddsRatio(tables);
  if (!pool.estimable) return {};
  const { estimate, standardError } = pool.value;
  associationTest(tables, true, true);
  homogeneityTests(tables, Math.exp(estimate));
  const effects = MEASURE_FUNCTIONS.OR(data.studies, { ...DEFAULT_EFFECT_OPTIONS, drop00: true });
  return {
    estimate,
    se: standardError,
    QE: effects.reduce((total, { yi, vi }) => total + (yi - estimate) ** 2 / vi, 0),
  };
};

const generalised =
  (model: 'UM.FS' | 'CM.EL'): Work =>
  data =>
  () => {
    const { estimate, tauSquared } = generalisedMeta(
      { kind: 'tables', tables: data.studies.map(tableOf) },
      model,
      true,
    );
    return { estimate, tau2: tauSquared };
  };

const threeLevels: Work = data => () => {
  const fit = fitMultilevel(
    {
      yi: data.yi,
      V: data.vi.map((v, i) => data.vi.map((_, j) => (i === j ? v : 0))),
      X: data.yi.map(() => [1]),
    },
    [randomIntercept(data.cluster), randomIntercept(data.yi.map((_, i) => i))],
    { restricted: true, test: 'z' },
  );
  const [one = Number.NaN, two = Number.NaN] = fit.parameters;
  return { estimate: fit.coefficients[0] ?? 0, se: fit.standardErrors[0] ?? 0, sigma2_1: one, sigma2_2: two };
};

const reml = fitted({ method: 'REML', test: 'z' });
const moments = fitted({ method: 'DL', test: 'z' });
const WORK: Readonly<Record<string, Work>> = {
  'reml-bcg-k13': reml,
  'reml-knha-bcg-k13': fitted({ method: 'REML', test: 'knha' }),
  'reml-k1000': reml,
  'reml-k10000': reml,
  'reml-k10000-baseR': reml,
  'dl-k100000': moments,
  'dl-k100000-baseR': moments,
  'leave1out-k100': leftOut,
  'leave1out-k1000': leftOut,
  'influence-k100': data => () => {
    const all = influence(data, { method: 'REML', test: 'z' });
    return {
      sumCook: all.reduce((total, one) => total + one.cooksDistance, 0),
      maxRstudent: Math.max(...all.map(one => Math.abs(one.rStudent))),
    };
  },
  'confint-qp-k100': data => () => {
    const { lower, upper } = qProfileInterval(data);
    return { lower, upper };
  },
  'bootstrap-dl-k20-10000': bootstrapped,
  'permutest-mod-k20-1000': permuted,
  'rma-mv-3level-k500': threeLevels,
  'trimfill-k100': data => () => {
    const { missing, fit } = trimAndFill(data, 'REML');
    return { k0: missing, estimate: fit.coefficients[0] ?? Number.NaN };
  },
  'mh-or-k1000': mantelHaenszel,
  'glmm-umfs-bcg-k13': generalised('UM.FS'),
  'glmm-cmel-bcg-k13': generalised('CM.EL'),
};

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** What R's program for the same list needs on this machine, now. */
function compareWithR(): void {
  const script = join(dirname(name), 'speed.R');
  const hasMetafor = () => spawnSync('Rscript', ['-e', 'library(metafor)'], { stdio: 'ignore' }).status === 0;
  if (flags.includes('--no-r') || medians.size === 0 || !existsSync(script) || !hasMetafor()) return;
  const { stdout } = spawnSync('Rscript', [script, ...flags.filter(flag => flag !== '--no-r')], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for (const line of stdout.split('\n').filter(text => text.startsWith('{'))) {
    // The script prints one object a line: see the list's README.
    const { id, medianMs } = JSON.parse(line) as { id: string; medianMs: number | null };
    const ours = medians.get(id);
    if (medianMs === null || ours === undefined) continue;
    console.log(JSON.stringify({ id, rMedianMs: medianMs, medianMs: ours, ratio: medianMs / ours }));
  }
}

const medians = new Map<string, number>();
const [name = 'speed.json', ...flags] = process.argv.slice(2);
const only = flags
  .find(flag => flag.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');
// The list's schema: see the interfaces above.
const { items } = JSON.parse(readFileSync(name, 'utf8')) as { items: Item[] };
for (const item of items) {
  if (only && !only.includes(item.id)) continue;
  const work = WORK[item.id];
  if (!work) {
    console.log(JSON.stringify({ id: item.id, medianMs: null, because: 'not known here' }));
    continue;
  }
  const run = work(dataOf(item), item);
  const check = run();
  const before = process.cpuUsage();
  const times = Array.from({ length: item.repeat }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  const used = process.cpuUsage(before);
  const cpuMs = (used.user + used.system) / 1000 / item.repeat;
  medians.set(item.id, median(times));
  const { rel = 0, values = {} } = item.check ?? {};
  const ok = Object.entries(values).every(
    ([key, want]) => Math.abs((check[key] ?? Number.NaN) - want) <= rel * Math.abs(want),
  );
  console.log(JSON.stringify({ id: item.id, medianMs: median(times), cpuMs, repeat: item.repeat, check, ok }));
}
compareWithR();
