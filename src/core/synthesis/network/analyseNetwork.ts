import { type Estimable, estimable, notEstimable } from '#core/estimable';
import { type ReportedArm, treatmentKey, treatmentsOfArms } from '#core/extraction/comparedArms';
import { NETWORK_MEASURES, type NetworkArmNumbers, networkArms } from '#core/synthesis/network/armValues';
import {
  type Contrast,
  contrastsOf,
  type StudyContrast,
  studiesOf,
  treatmentsOf,
} from '#core/synthesis/network/contrasts';
import { directAndIndirect, type Split } from '#core/synthesis/network/directAndIndirect';
import {
  type Decomposition,
  decomposeQ,
  type LeagueTable,
  leagueTable,
  pScores,
  solveNetwork,
} from '#core/synthesis/network/networkFit';
import { type NetworkModel, networkTauSquared } from '#core/synthesis/network/networkTauSquared';

export interface NetworkStudy {
  readonly studyId: string;
  readonly arms: readonly ReportedArm[];
  /** Where the study tells differences between its treatments and not what each arm had. */
  readonly contrasts?: readonly StudyContrast[];
}

export interface NetworkOptions {
  readonly measure: string;
  readonly model: NetworkModel;
  readonly level: number;
  readonly smallIsBetter: boolean;
}

export interface NetworkAnalysis {
  /** In the order of rows and columns of the league table. */
  readonly treatments: readonly string[];
  readonly people: readonly (number | null)[];
  readonly comparisons: readonly { readonly from: string; readonly to: string; readonly studies: number }[];
  readonly k: number;
  readonly multiArm: number;
  readonly corrected: number;
  readonly tauSquared: number;
  readonly league: LeagueTable;
  readonly pScores: readonly number[];
  readonly splits: readonly Split[];
  readonly decomposition: Decomposition;
}

/** The treatments in groups that nothing connects with each other. */
export function networkParts(contrasts: readonly Contrast[]): string[][] {
  const parts: Set<string>[] = [];
  for (const { t1, t2 } of contrasts) {
    const touched = parts.filter(part => part.has(t1) || part.has(t2));
    const merged = new Set([t1, t2, ...touched.flatMap(part => [...part])]);
    for (const part of touched) parts.splice(parts.indexOf(part), 1);
    parts.push(merged);
  }
  return parts.map(part => [...part].sort());
}

/** One treatment has one name, the one that it bears first. */
function namesOf(studies: readonly NetworkStudy[]): (name: string) => string {
  const names = new Map(
    treatmentsOfArms(studies.flatMap(study => study.arms)).map(name => [treatmentKey(name), name] as const),
  );
  return name => names.get(treatmentKey(name)) ?? name;
}

function armsOf(studies: readonly NetworkStudy[]): NetworkArmNumbers[] {
  const nameOf = namesOf(studies);
  return studies.flatMap(({ studyId, arms }) => {
    const seen = new Set<string>();
    return arms.flatMap(({ name, numbers }): NetworkArmNumbers[] => {
      const treatment = nameOf(name);
      // Two arms of one treatment don't compare it with anything: the first stands for it.
      if (seen.has(treatment)) return [];
      seen.add(treatment);
      return [{ study: studyId, treatment, ...numbers }];
    });
  });
}

interface Gathered {
  readonly contrasts: readonly Contrast[];
  /** How many studies had something added to their cells. */
  readonly corrected: number;
  /** How many people are in arms that are used; null where studies tell differences alone. */
  readonly peopleOn: (treatment: string) => number | null;
}

/** Everything that the studies say of differences on the scale of the measure: told by themselves, or out of arms. */
function gather(studies: readonly NetworkStudy[], measure: string): Gathered | null {
  const nameOf = namesOf(studies);
  const told = studies.flatMap(({ studyId, contrasts = [] }) =>
    contrasts.map(({ first, second, difference, variance }) => ({
      ...{ study: studyId, t1: nameOf(first), t2: nameOf(second), difference, variance },
    })),
  );
  if (told.length > 0) return { contrasts: told, corrected: 0, peopleOn: () => null };
  if (!NETWORK_MEASURES.some(word => word === measure)) return null;
  const given = armsOf(studies);
  const { arms, corrected } = networkArms(measure, given);
  const used = new Set(arms.map(({ study, treatment }) => `${study}\n${treatment}`));
  const peopleOn = (treatment: string) =>
    given
      .filter(arm => arm.treatment === treatment && used.has(`${arm.study}\n${treatment}`))
      .reduce((sum, { total }) => sum + (total ?? 0), 0);
  return { contrasts: contrastsOf(arms), corrected: corrected.length, peopleOn };
}

/**
 * Network meta-analysis of studies by the names of their arms (see networkFit and its sources). Scale: that of the
 * measure (log for ratios). Not estimable: `measure-not-for-networks` (OR, RR, RD and MD are), `too-few-treatments` (fewer
 * than three), `not-connected`. Differences that studies tell by themselves are on the scale of the analysis already. Agrees with reference values within 1e-7 (see the parts).
 */
export function analyseNetwork(
  studies: readonly NetworkStudy[],
  { measure, model, level, smallIsBetter }: NetworkOptions,
): Estimable<NetworkAnalysis> {
  const gathered = gather(studies, measure);
  if (!gathered) return notEstimable('measure-not-for-networks');
  const { contrasts, corrected, peopleOn } = gathered;
  if (treatmentsOf(contrasts).length < 3) return notEstimable('too-few-treatments');
  if (networkParts(contrasts).length > 1) return notEstimable('not-connected');
  const tauSquared = networkTauSquared(contrasts, model);
  const solution = solveNetwork(contrasts, tauSquared);
  const league = leagueTable(solution, level);
  const own = studiesOf(contrasts);
  const pairs = new Map<string, { from: string; to: string; studies: number }>();
  for (const { t1, t2 } of contrasts) {
    const [from = '', to = ''] = [t1, t2].sort();
    const pair = pairs.get(`${from}\n${to}`) ?? { from, to, studies: 0 };
    pairs.set(`${from}\n${to}`, { ...pair, studies: pair.studies + 1 });
  }
  return estimable({
    treatments: solution.treatments,
    people: solution.treatments.map(peopleOn),
    comparisons: [...pairs.values()],
    k: own.length,
    multiArm: own.filter(study => treatmentsOf(study).length > 2).length,
    corrected,
    tauSquared,
    league,
    pScores: pScores(league, smallIsBetter),
    splits: directAndIndirect(contrasts, tauSquared),
    decomposition: decomposeQ(contrasts),
  });
}

/** How many studies, treatments and people a network of these studies has: every arm with complete numbers counts. */
export function networkCounts(studies: readonly NetworkStudy[], measure: string) {
  const gathered = gather(studies, measure);
  if (!gathered) return null;
  const treatments = treatmentsOf(gathered.contrasts);
  return {
    studies: studiesOf(gathered.contrasts).length,
    treatments: treatments.length,
    people: treatments.reduce<number | null>((sum, treatment) => {
      const own = gathered.peopleOn(treatment);
      return sum === null || own === null ? null : sum + own;
    }, 0),
  };
}

/** The contrasts of the same studies, to tell which parts aren't connected. */
export function networkContrasts(studies: readonly NetworkStudy[], measure: string): readonly Contrast[] {
  return gather(studies, measure)?.contrasts ?? [];
}
