import { type Rows, symmetricFactors } from '#core/numeric/matrices';
import { entryOf, type VarianceComponent } from '#core/synthesis/multilevel/varianceComponent';

/** The likelihood at given parameters, and its derivatives when they are asked for. */
export interface LikelihoodPoint {
  /** Minus infinity where the covariance is not positive definite. */
  readonly logLikelihood: number;
  readonly derivatives: () => LikelihoodDerivatives;
}

/** Each times two. */
export interface LikelihoodDerivatives {
  readonly slopes: readonly number[];
  /** Expected: always positive definite. */
  readonly information: Rows;
  /** Minus the curvature. */
  readonly observed: Rows;
}

/** Rows that depend on one another, and on no others. */
interface Block {
  readonly y: readonly number[];
  readonly V: Rows;
  readonly X: Rows;
  /** Of each component, its matrix of zeros and ones within the block. */
  readonly K: readonly Rows[];
}

/** Sets of rows that share an entry of V or a group of any component. */
export function independentRows(V: Rows, components: readonly VarianceComponent[]): number[][] {
  const block = V.map((_, i) => i);
  const rootOf = (i: number): number => {
    let at = i;
    while (block[at] !== at) at = block[at] ?? at;
    block[i] = at;
    return at;
  };
  const join = (i: number, j: number) => {
    block[rootOf(i)] = rootOf(j);
  };
  for (const [i, row] of V.entries()) for (let j = 0; j < i; j++) if (row[j] !== 0) join(i, j);
  for (const { left, right } of components) {
    const first = new Map<number, number>();
    for (const groups of left === right ? [left] : [left, right])
      for (const [i, group] of groups.entries()) {
        if (group < 0) continue;
        const other = first.get(group);
        if (other === undefined) first.set(group, i);
        else join(i, other);
      }
  }
  const found = new Map<number, number[]>();
  for (let i = 0; i < V.length; i++) {
    const root = rootOf(i);
    found.set(root, [...(found.get(root) ?? []), i]);
  }
  return [...found.values()];
}

/**
 * The (restricted) likelihood of a model whose rows fall apart into independent blocks, block by block: five hundred rows
 * in a hundred districts cost a hundred small matrices in place of one large. X has orthonormal columns.
 * Source: Lindstrom and Bates (1988), doi:10.1080/01621459.1988.10478693. The same numbers as `fitCovariance` gives.
 */
export function blockLikelihood(
  { yi, V, X }: { readonly yi: readonly number[]; readonly V: Rows; readonly X: Rows },
  components: readonly VarianceComponent[],
  sets: readonly (readonly number[])[],
  restricted: boolean,
): (parameters: readonly number[]) => LikelihoodPoint {
  const blocks = sets.map(
    (rows): Block => ({
      y: rows.map(i => yi[i] ?? Number.NaN),
      V: rows.map(i => rows.map(j => V[i]?.[j] ?? 0)),
      X: rows.map(i => X[i] ?? []),
      K: components.map(component => rows.map(i => rows.map(j => entryOf(component, i, j)))),
    }),
  );
  const [k, p] = [yi.length, X[0]?.length ?? 0];
  return parameters => likelihoodAt(blocks, parameters, k, p, restricted);
}

const nothing = (p: number): number[][] => Array.from({ length: p }, () => new Array<number>(p).fill(0));
const impossible: LikelihoodPoint = {
  logLikelihood: Number.NEGATIVE_INFINITY,
  derivatives: () => ({ slopes: [], information: [], observed: [] }),
};

function likelihoodAt(
  blocks: readonly Block[],
  parameters: readonly number[],
  k: number,
  p: number,
  restricted: boolean,
): LikelihoodPoint {
  const gram = nothing(p);
  const right = new Array<number>(p).fill(0);
  let logDeterminants = 0;
  const solved: { readonly block: Block; readonly W: Rows; readonly WX: Rows; readonly Wy: readonly number[] }[] = [];
  for (const block of blocks) {
    const factors = symmetricFactors(
      block.V.map((row, i) =>
        row.map((v, j) => block.K.reduce((sum, K, c) => sum + (parameters[c] ?? 0) * (K[i]?.[j] ?? 0), v)),
      ),
    );
    if (!factors) return impossible;
    logDeterminants += factors.logDeterminant;
    const W = factors.inverse;
    const WX = product(W, block.X, p);
    addCross(gram, block.X, WX);
    for (const [i, row] of WX.entries())
      for (let j = 0; j < p; j++) right[j] = (right[j] ?? 0) + (row[j] ?? 0) * (block.y[i] ?? 0);
    solved.push({ block, W, WX, Wy: W.map(row => inner(row, block.y)) });
  }
  const whole = symmetricFactors(gram);
  if (!whole) return impossible;
  const bread = whole.inverse;
  const coefficients = bread.map(row => inner(row, right));
  let rss = 0;
  const scaled = solved.map(({ block, WX, Wy }) =>
    Wy.map((value, i) => {
      const s = value - inner(WX[i] ?? [], coefficients);
      rss += s * ((block.y[i] ?? 0) - inner(block.X[i] ?? [], coefficients));
      return s;
    }),
  );
  const freedom = restricted ? k - p : k;
  const restriction = restricted ? whole.logDeterminant : 0;
  return {
    logLikelihood: -0.5 * (freedom * Math.log(2 * Math.PI) + logDeterminants + restriction + rss),
    derivatives: () => derivativesAt(solved, scaled, bread, parameters.length, restricted),
  };
}

function derivativesAt(
  solved: readonly { readonly block: Block; readonly W: Rows; readonly WX: Rows }[],
  scaled: readonly (readonly number[])[],
  bread: Rows,
  count: number,
  restricted: boolean,
): LikelihoodDerivatives {
  const p = bread.length;
  const pulls = nothing(count);
  const shifts = Array.from({ length: count }, () => new Array<number>(p).fill(0));
  const slopes = new Array<number>(count).fill(0);
  const information = nothing(count);
  const meat = Array.from({ length: count }, () => nothing(p));
  for (const [b, { block, W, WX }] of solved.entries()) {
    const s = scaled[b] ?? [];
    const WK = block.K.map(K => product(W, K, W.length));
    const KWX = block.K.map(K => product(K, WX, p));
    // y'P K_i P K_j P y, with f = K s: f_i'W f_j here, less what the coefficients take up.
    const moved = block.K.map(K => K.map(row => inner(row, s)));
    for (let i = 0; i < count; i++) {
      const K = block.K[i] ?? [];
      const f = moved[i] ?? [];
      const pulled = W.map(row => inner(row, f));
      const [pull, shift] = [pulls[i] ?? [], shifts[i] ?? []];
      for (let j = 0; j < count; j++) pull[j] = (pull[j] ?? 0) + inner(pulled, moved[j] ?? []);
      for (const [row, value] of f.entries())
        for (let j = 0; j < p; j++) shift[j] = (shift[j] ?? 0) + value * (WX[row]?.[j] ?? 0);
      slopes[i] = (slopes[i] ?? 0) + quadratic(K, s) - traceOf(WK[i] ?? []);
      addCross(meat[i] ?? [], WX, KWX[i] ?? []);
      for (let j = 0; j <= i; j++) {
        let value = traceOfProduct(WK[i] ?? [], WK[j] ?? []);
        if (restricted) {
          const third = nothing(p);
          addCross(third, KWX[i] ?? [], product(W, KWX[j] ?? [], p));
          value -= 2 * traceOfProduct(bread, third);
        }
        const row = information[i];
        if (row) row[j] = (row[j] ?? 0) + value;
      }
    }
  }
  const halves = meat.map(A => product(bread, A, p));
  for (let i = 0; i < count; i++) {
    if (restricted) slopes[i] = (slopes[i] ?? 0) + traceOf(halves[i] ?? []);
    for (let j = 0; j <= i; j++) {
      const [row, other] = [information[i], information[j]];
      const value = (row?.[j] ?? 0) + (restricted ? traceOfProduct(halves[i] ?? [], halves[j] ?? []) : 0);
      if (row) row[j] = value;
      if (other) other[i] = value;
    }
  }
  const taken = shifts.map(shift => bread.map(row => inner(row, shift)));
  const observed = information.map((row, i) =>
    row.map((value, j) => 2 * ((pulls[i]?.[j] ?? 0) - inner(shifts[i] ?? [], taken[j] ?? [])) - value),
  );
  return { slopes, information, observed };
}

function inner(a: readonly number[], b: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += (a[i] ?? 0) * (b[i] ?? 0);
  return total;
}

function product(left: Rows, right: Rows, columns: number): number[][] {
  return left.map(row => {
    const out = new Array<number>(columns).fill(0);
    for (let m = 0; m < row.length; m++) {
      const factor = row[m] ?? 0;
      if (factor === 0) continue;
      const other = right[m] ?? [];
      for (let j = 0; j < columns; j++) out[j] = (out[j] ?? 0) + factor * (other[j] ?? 0);
    }
    return out;
  });
}

/** into += left' right. */
function addCross(into: number[][], left: Rows, right: Rows): void {
  for (let s = 0; s < left.length; s++) {
    const [a, b] = [left[s] ?? [], right[s] ?? []];
    for (let i = 0; i < into.length; i++) {
      const row = into[i] ?? [];
      for (let j = 0; j < row.length; j++) row[j] = (row[j] ?? 0) + (a[i] ?? 0) * (b[j] ?? 0);
    }
  }
}

const traceOf = (matrix: Rows): number => matrix.reduce((total, row, i) => total + (row[i] ?? 0), 0);

function traceOfProduct(a: Rows, b: Rows): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) {
    const row = a[i] ?? [];
    for (let j = 0; j < row.length; j++) total += (row[j] ?? 0) * (b[j]?.[i] ?? 0);
  }
  return total;
}

const quadratic = (K: Rows, s: readonly number[]): number =>
  K.reduce((total, row, i) => total + (s[i] ?? 0) * inner(row, s), 0);
