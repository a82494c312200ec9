import { normalQuantile, normalTwoSided } from '#core/numeric/distributions';
import type { CaseArguments } from '#scripts/commands/reference/caseArguments';
import type { ReferenceFile } from '#scripts/commands/reference/referenceFile';

/** A number that JSON can carry, or null. */
const finite = (value: number) => (Number.isFinite(value) ? value : null);

/** Effect sizes of every input row, with the z test of no effect. */
export function escalc(file: ReferenceFile, args: CaseArguments): unknown {
  const raw = file.rawEffects(args);
  const z = normalQuantile(0.975);
  return {
    yi: raw.map(({ yi, vi }) => (Number.isFinite(vi) ? finite(yi) : null)),
    vi: raw.map(({ yi, vi }) => (Number.isFinite(yi) ? finite(vi) : null)),
    pval: raw.map(({ yi, vi }) => finite(normalTwoSided(yi / Math.sqrt(vi)))),
    ci_lb: raw.map(({ yi, vi }) => finite(yi - z * Math.sqrt(vi))),
    ci_ub: raw.map(({ yi, vi }) => finite(yi + z * Math.sqrt(vi))),
    ni: raw.map(({ ni }) => finite(ni)),
  };
}
