/** A person among whom work is shared. `open` is what they hold and have not decided. */
export interface HourShare {
  /** Hours a week; null where the person has not said. */
  readonly hours: number | null;
  readonly open: number;
}

const FULL = 1e-9;

/**
 * How many records each person gets, so that open work stands in the same ratio to hours for everybody, as far as what
 * they already hold allows. Nobody gets more than `mostEach` (each record once). Who has not said their hours counts as the
 * middle one of those who have; no hours at all means no records, unless nobody has any.
 *
 * Takes counts; gives whole counts in the order of the people that add up to `total`, or to all that fits.
 */
export function shareByHours(people: readonly HourShare[], total: number, mostEach: number): readonly number[] {
  const hours = weightsOf(people);
  const parts = (level: number) =>
    people.map(({ open }, place) => Math.min(mostEach, Math.max(0, level * (hours[place] ?? 0) - open)));
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const wanted = Math.min(total, mostEach * hours.filter(weight => weight > 0).length);
  let [low, high] = [0, 1];
  while (sum(parts(high)) < wanted - FULL) high *= 2;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (sum(parts(middle)) < wanted) low = middle;
    else high = middle;
  }
  return rounded(parts(high), wanted, mostEach);
}

function weightsOf(people: readonly HourShare[]): number[] {
  const known = people.flatMap(({ hours }) => (hours === null ? [] : [hours])).sort((a, b) => a - b);
  const middle = known[Math.floor(known.length / 2)] ?? 1;
  const weights = people.map(({ hours }) => hours ?? (middle > 0 ? middle : 1));
  return weights.every(weight => weight === 0) ? people.map(() => 1) : weights;
}

/** Largest remainders, so that whole numbers add up to the total. */
function rounded(parts: readonly number[], total: number, mostEach: number): readonly number[] {
  const whole = parts.map(part => Math.floor(part + FULL));
  let left = total - whole.reduce((all, value) => all + value, 0);
  const order = [...parts.keys()].sort((a, b) => rest(parts, whole, b) - rest(parts, whole, a) || a - b);
  for (const place of order) {
    if (left <= 0) break;
    if ((whole[place] ?? 0) >= mostEach || (parts[place] ?? 0) === 0) continue;
    whole[place] = (whole[place] ?? 0) + 1;
    left--;
  }
  return whole;
}

function rest(parts: readonly number[], whole: readonly number[], place: number): number {
  return (parts[place] ?? 0) - (whole[place] ?? 0);
}
