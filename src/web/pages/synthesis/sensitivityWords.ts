import { decimalText } from '#core/reporting/numbers';
import type { PooledPart } from '#core/synthesis/sensitivityOfAnalysis';
import type { Answer } from './answer.ts';
import { measureOf, type Result } from './liveAnalysis.ts';
import type { OutcomeData } from './plan.ts';
import { holds, writerOf } from './resultNumbers.ts';

interface Point {
  readonly label: string;
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly iSquaredPercent: number | null;
}

function pointsOf(parts: readonly PooledPart[]): Point[] {
  return parts.flatMap(({ label, result: { pooled, heterogeneity } }) =>
    pooled.estimable
      ? [
          {
            label,
            ...pooled.value,
            iSquaredPercent: heterogeneity.estimable ? heterogeneity.value.iSquaredPercent : null,
          },
        ]
      : [],
  );
}

/** Does one study carry the result? */
export function leaveOneOutAnswer(result: Result, parts: readonly PooledPart[], data: OutcomeData): Answer {
  const points = pointsOf(parts);
  const { pooled } = result;
  const [first] = points;
  if (!pooled.estimable || !first) return { claim: 'Nothing can be left out.', rest: 'There is no pooled result.' };
  const measure = measureOf(result, data);
  const write = writerOf(result, data);
  const title = measure.title.toLowerCase();
  const { noEffect } = measure;
  const isOpen = (point: Pick<Point, 'lower' | 'upper'>) => noEffect !== null && holds(point, noEffect);
  const turning = points.filter(point => isOpen(point) !== isOpen(pooled.value));
  const estimates = points.map(({ estimate }) => estimate);
  const range = `between ${write(Math.min(...estimates))} and ${write(Math.max(...estimates))}`;
  const farthest = points.reduce((most, point) =>
    Math.abs(point.estimate - pooled.value.estimate) > Math.abs(most.estimate - pooled.value.estimate) ? point : most,
  );
  const shares = points.flatMap(({ iSquaredPercent }) => iSquaredPercent ?? []);
  const scatter =
    shares.length > 0
      ? ` I² goes from ${decimalText(Math.min(...shares), 0)} to ${decimalText(Math.max(...shares), 0)} %.`
      : '';
  const moves = `${farthest.label} moves it most.${scatter}`;
  if (turning.length > 0) {
    const names = turning.slice(0, 3).map(({ label }) => label);
    const more = turning.length > 3 ? ` and ${turning.length - 3} more` : '';
    return {
      claim: isOpen(pooled.value)
        ? `Without ${names.join(', ')}${more} the interval would leave out “no effect”.`
        : `The result leans on ${names.join(', ')}${more}.`,
      rest: `Whichever study is left out, the ${title} stays ${range}, but its interval changes sides. ${moves}`,
    };
  }
  const side =
    noEffect === null ? '' : `, and its interval stays ${isOpen(pooled.value) ? 'open' : 'clear'} of “no effect”`;
  return {
    claim: 'No single study carries the result.',
    rest: `Whichever you leave out, the ${title} stays ${range}${side.replace('open of', 'across')}. ${moves}`,
  };
}

/** Since when has the answer been what it is? */
export function cumulativeAnswer(result: Result, parts: readonly PooledPart[], data: OutcomeData): Answer {
  const points = pointsOf(parts);
  const { noEffect } = measureOf(result, data);
  const last = points.at(-1);
  const hasYears = data.studies.some(({ characteristics }) => typeof characteristics.year === 'number');
  const order = hasYears ? 'Studies are added by year' : 'No study has a year, so they are added in their order';
  if (!last || noEffect === null) return { claim: 'How the average came about.', rest: `${order}.` };
  const isOpen = (point: Point) => holds(point, noEffect);
  let since = points.length - 1;
  while (since > 0 && isOpen(points[since - 1] ?? last) === isOpen(last)) since--;
  const from = points[since];
  if (isOpen(last))
    return { claim: 'The question is open to this day.', rest: `${order}; the last interval holds “no effect”.` };
  return {
    claim: `Since ${from?.label ?? 'the first study'} the interval has left out “no effect”.`,
    rest: `${order}. Looking again and again finds something by chance more often than 5 % says; a trial sequential analysis takes account of that.`,
  };
}
