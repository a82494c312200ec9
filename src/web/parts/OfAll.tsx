import { count } from '../words/count.ts';

/** A count with its denominator muted: 340 of 354. */
export function OfAll({ done, of, unit }: { done: number; of: number; unit?: string }) {
  return (
    <span className="number">
      {count(done)}{' '}
      <span className="muted">
        of {count(of)}
        {unit ? ` ${unit}` : ''}
      </span>
    </span>
  );
}
