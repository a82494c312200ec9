/**
 * Chance of at most `found` relevant records in a sample drawn without putting back (lower tail of the hypergeometric
 * distribution).
 *
 * Takes whole numbers: the urn's size, how many relevant it holds, how many are drawn. Sums in logarithms from products
 * of ratios near 1, so that small chances keep their digits. Throws when a count is negative or above the urn.
 * Agrees with R's phyper to a relative 1e-9 (stopping_vectors.json).
 */
export function hypergeometricAtMost(found: number, urn: number, relevant: number, drawn: number): number {
  refuseOutside(urn, relevant, drawn);
  const fewest = Math.max(0, drawn + relevant - urn);
  const most = Math.min(relevant, drawn);
  if (found < fewest) return 0;
  if (found >= most) return 1;
  let logTerm = logChanceOfFewest(urn, relevant, drawn);
  let highest = logTerm;
  let scaled = 1;
  for (let count = fewest; count < found; count++) {
    const up = (relevant - count) * (drawn - count);
    const down = (count + 1) * (urn - relevant - drawn + count + 1);
    logTerm += Math.log(up / down);
    if (logTerm > highest) {
      scaled = scaled * Math.exp(highest - logTerm) + 1;
      highest = logTerm;
    } else scaled += Math.exp(logTerm - highest);
  }
  return Math.min(1, Math.exp(highest) * scaled);
}

/** Chance of at least `found` relevant records in the sample: the same as at most the rest among those not drawn. */
export function hypergeometricAtLeast(found: number, urn: number, relevant: number, drawn: number): number {
  return hypergeometricAtMost(relevant - found, urn, relevant, urn - drawn);
}

function refuseOutside(urn: number, relevant: number, drawn: number): void {
  const isWhole = [urn, relevant, drawn].every(count => Number.isInteger(count) && count >= 0);
  if (!isWhole || relevant > urn || drawn > urn) {
    throw new RangeError(`hypergeometric: cannot draw ${drawn} from ${urn} records with ${relevant} relevant`);
  }
}

/** Logarithm of the chance of the smallest possible count, as a product over the smaller side. */
function logChanceOfFewest(urn: number, relevant: number, drawn: number): number {
  const isBound = drawn + relevant > urn;
  const [factors, numerator] = isBound
    ? [urn - Math.max(relevant, drawn), Math.min(relevant, drawn)]
    : [Math.min(relevant, drawn), urn - Math.max(relevant, drawn)];
  let log = 0;
  for (let step = 0; step < factors; step++) log += Math.log((numerator - step) / (urn - step));
  return log;
}
