import { fitModel, type ModelFit, type ModelOptions } from '#core/synthesis/fitModel';
import type { Effects } from '#core/synthesis/projection';

function without(effects: Effects, out: number): Effects {
  const others = (list: readonly number[]) => [...list.slice(0, out), ...list.slice(out + 1)];
  return { yi: others(effects.yi), vi: others(effects.vi) };
}

/** The fit without each study in turn, in their order. Needs two studies (RangeError). */
export function leaveOneOut(effects: Effects, options: ModelOptions): ModelFit[] {
  return effects.yi.map((_, out) => fitModel(without(effects, out), options));
}

export interface Cumulative {
  /** Positions of the studies in the order in which they are added. */
  readonly order: readonly number[];
  /** Fit number i holds the first i + 1 of them. */
  readonly fits: readonly ModelFit[];
}

/** Studies added one by one by ascending key (a year, a variance); equal keys keep their order. */
export function cumulative(effects: Effects, keys: readonly number[], options: ModelOptions): Cumulative {
  const order = effects.yi.map((_, i) => i).sort((i, j) => (keys[i] ?? 0) - (keys[j] ?? 0));
  const pick = (list: readonly number[], last: number) => order.slice(0, last + 1).map(i => list[i] ?? Number.NaN);
  return {
    order,
    fits: order.map((_, last) => fitModel({ yi: pick(effects.yi, last), vi: pick(effects.vi, last) }, options)),
  };
}
