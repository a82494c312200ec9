import { type Estimable, estimable, notEstimable } from '#core/estimable';
import { type ReportedArm, treatmentKey, treatmentsOfArms } from '#core/extraction/comparedArms';
import { NETWORK_MEASURES, type NetworkArmNumbers, networkArms } from '#core/synthesis/network/armValues';
import { type Contrast, contrastsOf, studiesOf, treatmentsOf } from '#core/synthesis/network/contrasts';
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
  readonly people: readonly number[];
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

function armsOf(studies: readonly NetworkStudy[]): NetworkArmNumbers[] {
  const names = new Map(
    treatmentsOfArms(studies.flatMap(study => study.arms)).map(name => [treatmentKey(name), name] as const),
  );
  return studies.flatMap(({ studyId, arms }) => {
    const seen = new Set<string>();
    return arms.flatMap(({ name, numbers }): NetworkArmNumbers[] => {
      const treatment = names.get(treatmentKey(name)) ?? name;
      // Two arms of one treatment don't compare it with anything: the first stands for it.
      if (seen.has(treatment)) return [];
      seen.add(treatment);
      return [{ study: studyId, treatment, ...numbers }];
    });
  });
}

/**
 * Network meta-analysis of studies by the names of their arms (see networkFit and its sources). Scale: that of the
 * measure (log for ratios). Not estimable: `measure-not-for-networks` (OR, RR, RD and MD are), `too-few-treatments` (fewer
 * than three), `not-connected`. Agrees with reference values within 1e-7 (see the parts).
 */
export function analyseNetwork(
  studies: readonly NetworkStudy[],
  { measure, model, level, smallIsBetter }: NetworkOptions,
): Estimable<NetworkAnalysis> {
  if (!NETWORK_MEASURES.some(word => word === measure)) return notEstimable('measure-not-for-networks');
  const given = armsOf(studies);
  const { arms, corrected } = networkArms(measure, given);
  const contrasts = contrastsOf(arms);
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
  const used = new Set(arms.map(({ study, treatment }) => `${study}\n${treatment}`));
  return estimable({
    treatments: solution.treatments,
    people: solution.treatments.map(treatment =>
      given
        .filter(arm => arm.treatment === treatment && used.has(`${arm.study}\n${treatment}`))
        .reduce((sum, { total }) => sum + (total ?? 0), 0),
    ),
    comparisons: [...pairs.values()],
    k: own.length,
    multiArm: own.filter(study => treatmentsOf(study).length > 2).length,
    corrected: corrected.length,
    tauSquared,
    league,
    pScores: pScores(league, smallIsBetter),
    splits: directAndIndirect(contrasts, tauSquared),
    decomposition: decomposeQ(contrasts),
  });
}

/** How many studies, treatments and people a network of these studies has: every arm with complete numbers counts. */
export function networkCounts(studies: readonly NetworkStudy[], measure: string) {
  if (!NETWORK_MEASURES.some(word => word === measure)) return null;
  const given = armsOf(studies);
  const { arms } = networkArms(measure, given);
  const used = new Set(arms.map(({ study, treatment }) => `${study}\n${treatment}`));
  return {
    studies: new Set(arms.map(({ study }) => study)).size,
    treatments: new Set(arms.map(({ treatment }) => treatment)).size,
    people: given
      .filter(({ study, treatment }) => used.has(`${study}\n${treatment}`))
      .reduce((sum, { total }) => sum + (total ?? 0), 0),
  };
}

/** The contrasts of the same studies, to tell which parts aren't connected. */
export function networkContrasts(studies: readonly NetworkStudy[], measure: string): Contrast[] {
  return NETWORK_MEASURES.some(word => word === measure) ? contrastsOf(networkArms(measure, armsOf(studies)).arms) : [];
}
