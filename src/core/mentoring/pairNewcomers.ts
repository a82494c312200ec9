import { type FlowArc, minimumCostFlow } from '#core/matching/allocation/minimumCostFlow';
import { randomFrom } from '#core/random';

/** Somebody new who waits for a first contact. */
export interface Newcomer {
  readonly id: string;
  /** Languages that they named; none means that they said nothing. */
  readonly languages: readonly string[];
}

/** A member who welcomes newcomers: how many at once, and how many they have now. */
export interface Welcomer {
  readonly id: string;
  readonly languages: readonly string[];
  readonly places: number;
  readonly used: number;
}

export interface PairingInput {
  readonly newcomers: readonly Newcomer[];
  readonly members: readonly Welcomer[];
  /** How well two suit, from 0; a pair that isn't named suits by 0. */
  readonly scores: readonly (readonly [newcomer: string, member: string, score: number])[];
  /** Pairs that were offered before, whatever came of them. */
  readonly earlier: readonly (readonly [newcomer: string, member: string])[];
  /** Settles what is otherwise alike. */
  readonly seed: number;
}

export interface Pairing {
  readonly pairs: readonly { readonly newcomerId: string; readonly memberId: string; readonly score: number }[];
  /** Who finds nobody, and why. */
  readonly unpaired: readonly { readonly newcomerId: string; readonly because: string }[];
}

const SCORE_STEPS = 1_000;
const LOT_STEPS = 16;

/** Why these two may not be paired, or null. These rules exclude; nothing outweighs them. */
export function whyNotPair(newcomer: Newcomer, member: Welcomer, wereOffered: boolean): string | null {
  if (newcomer.id === member.id) return 'This is the same person.';
  if (wereOffered) return 'They were offered to each other before.';
  if (member.used >= member.places) return 'All places are used.';
  const spoken = new Set(member.languages.map(one => one.toLowerCase()));
  const shares = newcomer.languages.some(one => spoken.has(one.toLowerCase()));
  if (newcomer.languages.length > 0 && spoken.size > 0 && !shares) return 'They named no language in common.';
  return null;
}

/**
 * Pairs newcomers with members: as many as can be; among those so that the load is fair (each further newcomer of the same
 * member counts more than the one before, so that nobody carries two while somebody who suits carries none); then by the
 * greatest sum of scores; what is still alike is settled by lot from the seed. Hard rules: nobody with themselves, no two who
 * were offered to each other before, no member beyond their places, a language in common where both named some.
 *
 * Scale: scores from 0 to 1 are told apart to a thousandth; higher ones count as 1.
 * Gives: the pairs in the order of the newcomers, and who finds nobody with the reason. The same input gives the same answer.
 * Throws a RangeError for a seed or numbers of places that are no whole numbers.
 * Source: a flow of least cost with convex costs of load: Ahuja, Magnanti and Orlin, Network Flows, 1993, section 14.3.
 * Agrees with: every pairing tried one by one, on drawn groups of up to five newcomers and four members.
 */
export function pairNewcomers(input: PairingInput): Pairing {
  const { newcomers, members } = input;
  const lot = randomFrom(input.seed);
  const offered = new Set(input.earlier.map(([newcomer, member]) => `${newcomer} ${member}`));
  const scores = new Map(input.scores.map(([newcomer, member, score]) => [`${newcomer} ${member}`, score]));
  const scoreOf = (newcomer: Newcomer, member: Welcomer) => scores.get(`${newcomer.id} ${member.id}`) ?? 0;
  const refusal = (newcomer: Newcomer, member: Welcomer) =>
    whyNotPair(newcomer, member, offered.has(`${newcomer.id} ${member.id}`));

  // Each step outweighs all that the steps below it can add up to.
  const most = newcomers.length + 1;
  const oneLot = 1;
  const oneScore = most * LOT_STEPS * oneLot;
  const oneLoad = most * SCORE_STEPS * oneScore * 2;
  const sink = 1 + newcomers.length + members.length;
  const choices: { readonly newcomer: Newcomer; readonly member: Welcomer; readonly arc: FlowArc }[] = [];
  newcomers.forEach((newcomer, i) => {
    members.forEach((member, j) => {
      const luck = Math.floor(lot() * LOT_STEPS);
      if (refusal(newcomer, member) !== null) return;
      const steps = Math.round(Math.min(1, Math.max(0, scoreOf(newcomer, member))) * SCORE_STEPS);
      const cost = (SCORE_STEPS - steps) * oneScore + luck * oneLot;
      choices.push({
        newcomer,
        member,
        arc: { from: 1 + i, to: 1 + newcomers.length + j, capacity: 1, cost },
      });
    });
  });
  const arcs: FlowArc[] = [
    ...choices.map(({ arc }) => arc),
    ...newcomers.map((_, i) => ({ from: 0, to: 1 + i, capacity: 1, cost: 0 })),
    ...members.flatMap((member, j) =>
      placesOf(member, newcomers.length).map(load => ({
        from: 1 + newcomers.length + j,
        to: sink,
        capacity: 1,
        cost: load * oneLoad,
      })),
    ),
  ];
  const flow = minimumCostFlow(sink + 1, arcs, 0, sink, 'most');
  const pairs = choices.flatMap(({ newcomer, member }, place) =>
    flow[place] === 1 ? [{ newcomerId: newcomer.id, memberId: member.id, score: scoreOf(newcomer, member) }] : [],
  );
  const paired = new Set(pairs.map(one => one.newcomerId));
  return {
    pairs,
    unpaired: newcomers
      .filter(({ id }) => !paired.has(id))
      .map(newcomer => ({
        newcomerId: newcomer.id,
        because: whyNobody(newcomer, members, refusal),
      })),
  };
}

/** The load that each free place would bring its member to: 1 for the first newcomer, 2 for the second. */
function placesOf({ places, used }: Welcomer, atMost: number): number[] {
  const free = Math.min(Math.max(0, places - used), atMost);
  return Array.from({ length: free }, (_, nth) => used + nth + 1);
}

function whyNobody(
  newcomer: Newcomer,
  members: readonly Welcomer[],
  refusal: (newcomer: Newcomer, member: Welcomer) => string | null,
): string {
  const others = members.filter(one => one.id !== newcomer.id);
  if (others.length === 0) return 'Nobody here welcomes newcomers yet.';
  if (others.every(one => one.used >= one.places)) return 'All places of all members are used.';
  const reasons = [...new Set(others.map(one => refusal(newcomer, one)))];
  if (reasons.includes(null)) return 'Others need the places that are left.';
  return reasons.filter(reason => reason !== null).join(' ');
}
