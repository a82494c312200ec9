import { type Axis, linearTicks, ticksText } from '#core/reporting/axis';
import { displayScale, type ScaleName } from '#core/reporting/displayScale';

/** How often the search for a tick's place is halved: beyond the last digit of any figure. */
const HALVINGS = 60;

/** Where on the analysis scale a shown value stands; of a stretch that shows the same, the end next to the rest. */
function placeOfShown(scale: ScaleName, value: number, low: number, high: number): number {
  const { show } = displayScale(scale);
  const isAtLow = value <= show(low);
  let [from, to] = [low, high];
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (from + to) / 2;
    const isBelow = isAtLow ? show(middle) <= value : show(middle) < value;
    if (isBelow) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}

/**
 * An axis of a figure whose lines must stay straight (funnels, densities): spaced as was analysed, while its ticks say
 * what people read. Ratios have their logarithmic ticks; a logit's say proportions.
 * `make` is given the scale to space by.
 */
export function axisAsAnalysed(scale: ScaleName, make: (spacing: ScaleName) => Axis, most = 7): Axis {
  const { show, isLogAxis } = displayScale(scale);
  if (scale === 'identity' || isLogAxis) return make(scale);
  const { low, high } = make('identity');
  const ticks = ticksText('identity', linearTicks(show(low), show(high), most));
  return { low, high, ticks: ticks.map(({ at, text }) => ({ at: placeOfShown(scale, at, low, high), text })) };
}
