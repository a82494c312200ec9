import { type Estimable, estimable } from '#core/estimable';
import { type ArmNumbers, type EstimateNumbers, givenNumbers } from '#core/extraction/impossibleResult';
import { inUnit } from '#core/extraction/kinds/numberField';
import { kindOfOutcome } from '#core/extraction/kinds/outcomeKinds';
import { type Analyte, type UnitChange, unitChange } from '#core/extraction/units';
import type { OutcomeKind } from '#core/extraction/vocabulary';

/** How a study reports one outcome of the review. What was extracted stays as it is; what is used follows from this. */
export interface ReportedAs {
  readonly unit: string;
  readonly analyte: Analyte;
  /** More of what the study reports is less of what the review asks for: survival for death, a scale turned round. */
  readonly isReversed: boolean;
}

const SAME: UnitChange = { factor: 1, offset: 0 };

/** The change of unit that a study's numbers need; none where either side has no unit. Not estimable as `unitChange`. */
export function changeFor(reported: ReportedAs, unit: string): Estimable<UnitChange> {
  if (reported.unit.trim() === '' || unit.trim() === '') return estimable(SAME);
  return unitChange(reported.unit, unit, reported.analyte);
}

/**
 * An arm's numbers on the review's scale: means × factor + offset, standard deviations × |factor|, times × factor; reversed, a mean changes
 * its sign, and those without the event are counted. Takes numbers on the study's own scale. Differences between arms take the
 * factor alone, so that an offset changes none. Follows from the algebra of linear maps; tested by hand-worked examples.
 */
export function usedArm<Numbers extends ArmNumbers>(
  kind: OutcomeKind,
  numbers: Numbers,
  change: UnitChange,
  isReversed: boolean,
): Numbers {
  const entry = kindOfOutcome(kind);
  if (entry.takes !== 'arms') return numbers;
  const scaled = inUnit(entry.fields, givenNumbers(numbers), change);
  return { ...numbers, ...(isReversed ? entry.reversed(scaled) : scaled) };
}

/**
 * A study's own estimate on the review's scale: a difference × factor, its sign changed where reversed; a ratio has no unit and
 * becomes its reciprocal. Bounds change places where reversed. Takes and gives natural scale, also for ratios.
 */
export function usedEstimate<Numbers extends EstimateNumbers>(
  numbers: Numbers,
  change: UnitChange,
  isReversed: boolean,
): Numbers {
  const { isRatio } = numbers;
  const turn = (value: number) => {
    if (isRatio) return isReversed ? 1 / value : value;
    const scaled = value * change.factor;
    return isReversed ? -scaled : scaled;
  };
  const bounds = [turn(numbers.lower), turn(numbers.upper)];
  return { ...numbers, estimate: turn(numbers.estimate), lower: Math.min(...bounds), upper: Math.max(...bounds) };
}

/** What was done to a study's numbers, in words; empty where nothing was. */
export function usedSentence(reported: ReportedAs, unit: string, kind: OutcomeKind): string {
  const change = changeFor(reported, unit);
  const isSame = !change.estimable || (change.value.factor === 1 && change.value.offset === 0);
  const said: string[] = [];
  const entry = kindOfOutcome(kind);
  if (!isSame && entry.unit !== null) {
    const { factor, offset } = change.value;
    const plus = offset === 0 ? '' : ` ${offset < 0 ? '−' : '+'} ${Number(Math.abs(offset).toPrecision(5))}`;
    const of = reported.analyte === '' ? '' : ` of ${reported.analyte}`;
    said.push(`${reported.unit} to ${unit}${of}: × ${Number(factor.toPrecision(5))}${plus}`);
  }
  if (reported.isReversed && entry.opposite !== null)
    said.push(countsOpposite(kind) ? 'those without the event are counted' : 'direction turned round');
  return said.join('; ');
}

/** Whether the other direction of such an outcome is those without the event. */
export function countsOpposite(kind: OutcomeKind): boolean {
  const entry = kindOfOutcome(kind);
  const names: readonly string[] =
    entry.takes === 'arms' || entry.takes === 'whole' ? entry.fields.map(({ name }) => name) : [];
  return names.includes('events') && names.includes('total');
}
