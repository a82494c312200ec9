/** A group's measurement. */
export interface MeasuredGroup {
  readonly persons: number;
  readonly mean: number;
  readonly deviation: number;
}

/**
 * Several groups as if they had been one: the mean and standard deviation of all persons together, exactly.
 * Throws RangeError without a group. Source: Cochrane Handbook 6.5, table 6.5.a, applied in turn.
 */
export function combineGroups(groups: readonly MeasuredGroup[]): MeasuredGroup {
  const [first, ...others] = groups;
  if (!first) throw new RangeError('combineGroups: at least one group is needed');
  return others.reduce((a, b) => {
    const persons = a.persons + b.persons;
    const between = ((a.persons * b.persons) / persons) * (a.mean - b.mean) ** 2;
    const within = (a.persons - 1) * a.deviation ** 2 + (b.persons - 1) * b.deviation ** 2;
    return {
      persons,
      mean: (a.persons * a.mean + b.persons * b.mean) / persons,
      deviation: Math.sqrt((within + between) / (persons - 1)),
    };
  }, first);
}
