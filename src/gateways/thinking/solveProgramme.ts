import highsModule from 'highs';
import type { Solve } from '#core/matching/allocation/cohortProgramme';

const loadHighs = highsModule as unknown as typeof highsModule.default; // its types are those of its CommonJS twin
const LONGEST_SECONDS = 10;

let loaded: ReturnType<typeof loadHighs> | null = null;

/** Solves a mixed-integer programme with HiGHS. Throws where it doesn't end in time: an unproven answer is none. */
export const solveProgramme: Solve = async text => {
  loaded ??= loadHighs();
  const highs = await loaded;
  // One that failed is not used again.
  loaded = null;
  const { Status, ObjectiveValue, Columns } = highs.solve(text, { time_limit: LONGEST_SECONDS, mip_rel_gap: 0 });
  loaded = Promise.resolve(highs);
  if (Status === 'Infeasible') return null;
  if (Status !== 'Optimal') throw new RangeError(`solveProgramme: HiGHS ended with “${Status}”`);
  const ones = Object.values(Columns).flatMap(one => ('Primal' in one && one.Primal > 0.5 ? [one.Name] : []));
  return { objective: ObjectiveValue, ones: ones.filter(name => name !== 'nobody') };
};
