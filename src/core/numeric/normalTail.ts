const ROOT_TWO_PI = 2.5066282746310007;

export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / ROOT_TWO_PI;
}

/** exp(-z^2/2) with z split into a short and a rest, so that squaring loses no digits in the far tail. */
function gauss(z: number): number {
  const short = Math.trunc(z * 16) / 16;
  return Math.exp(-0.5 * short * short) * Math.exp(-0.5 * (z - short) * (z + short));
}

/** P(0 < Z < z), exact relative to itself near 0; for 0 <= z < 6 (DLMF 7.6.2). */
export function normalCentre(z: number): number {
  const square = z * z;
  let term = z;
  let sum = z;
  for (let n = 3; n < 400; n += 2) {
    term *= square / n;
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return (gauss(z) / ROOT_TWO_PI) * sum;
}

/** (1 - Phi(z)) / phi(z) by Laplace's continued fraction evaluated backwards; for z >= 2.5 (DLMF 7.9.2). */
export function millsRatio(z: number): number {
  let fraction = 0;
  for (let n = Math.ceil(20 + 900 / (z * z)); n >= 1; n--) fraction = n / (z + fraction);
  return 1 / (z + fraction);
}

/**
 * P(Z > z) of the standard normal distribution, computed directly (never 1 - Phi).
 * Agrees with 40-digit values within 1e-13 relative up to z = 38, where the tail leaves the range of doubles.
 */
export function normalUpper(z: number): number {
  if (Number.isNaN(z)) return z;
  if (z < 0) return z < -40 ? 1 : 1 - normalUpper(-z);
  if (z < 2.5) return 0.5 - normalCentre(z);
  return z > 40 ? 0 : (gauss(z) / ROOT_TWO_PI) * millsRatio(z);
}
