import { countText } from '#core/reporting/numbers';

/** The identities between the numbers of a PRISMA 2020 flow diagram. */
export const FLOW_IDENTITIES = [
  'I1',
  'I2',
  'I3',
  'I4',
  'I5',
  'I6',
  'I7',
  'I8',
  'I9',
  'I10',
  'I11',
  'I12',
  'I13',
] as const;
export type FlowIdentity = (typeof FLOW_IDENTITIES)[number];

/** One identity, compared. Both sides were counted independently; neither is corrected by the other. */
export interface FlowCheck {
  readonly identity: FlowIdentity;
  readonly relation: '=' | '≤';
  readonly holds: boolean;
  readonly left: number;
  readonly right: number;
  /** The sum as written on paper: `1,243 − 289 = 954`. */
  readonly sum: string;
  /** What the sum is about, in a few words. */
  readonly caption: string;
  /** Both sides by name, and whether they agree. */
  readonly sentence: string;
}

export interface Term {
  readonly name: string;
  readonly n: number;
  /** Whether it is taken away from what stands before it. */
  readonly isTakenAway?: boolean;
}

export interface Identity {
  readonly identity: FlowIdentity;
  readonly relation?: '=' | '≤';
  readonly caption: string;
  readonly left: readonly Term[];
  readonly right: readonly Term[];
}

export const plus = (name: string, n: number): Term => ({ name, n });
export const less = (name: string, n: number): Term => ({ name, n, isTakenAway: true });

function total(terms: readonly Term[]): number {
  return terms.reduce((sum, { n, isTakenAway }) => sum + (isTakenAway ? -n : n), 0);
}

/** Terms that are zero say nothing and are left out, unless all are. */
function spoken(terms: readonly Term[]): readonly Term[] {
  const telling = terms.filter(({ n }, place) => n !== 0 || (place === 0 && terms.length === 1));
  return telling.length > 0 ? telling : terms.slice(0, 1);
}

function written(terms: readonly Term[], show: (term: Term) => string): string {
  return spoken(terms)
    .map(
      (term, place) => `${place > 0 ? (term.isTakenAway ? ' − ' : ' + ') : term.isTakenAway ? '−' : ''}${show(term)}`,
    )
    .join('');
}

/** Adds up both sides of an identity and says in words whether they agree. */
export function compareSides({ identity, relation = '=', caption, left, right }: Identity): FlowCheck {
  const leftTotal = total(left);
  const rightTotal = total(right);
  const holds = relation === '=' ? leftTotal === rightTotal : leftTotal <= rightTotal;
  const named = (terms: readonly Term[]) => written(terms, ({ name, n }) => `${name} (${countText(n)})`);
  const numbers = (terms: readonly Term[]) => written(terms, ({ n }) => countText(n));
  const [sign, claim] =
    relation === '='
      ? [holds ? '=' : '≠', holds ? 'equal' : 'should equal']
      : [holds ? '≥' : '<', holds ? 'are at most' : 'should be at most'];
  const difference = holds ? '' : `, but the sides are ${countText(leftTotal)} and ${countText(rightTotal)}`;
  const sentence = `${named(left)} ${claim} ${named(right)}${difference}.`;
  return {
    identity,
    relation,
    holds,
    left: leftTotal,
    right: rightTotal,
    sum: `${numbers(right)} ${sign} ${numbers(left)}`,
    caption,
    sentence: sentence.charAt(0).toUpperCase() + sentence.slice(1),
  };
}
