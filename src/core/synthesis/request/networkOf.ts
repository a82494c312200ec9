import { Problem } from '#core/problem';
import { contrastsOf, isConnected, type NetworkArm } from '#core/synthesis/network/contrasts';
import { designByTreatment } from '#core/synthesis/network/designs';
import { directAndIndirect } from '#core/synthesis/network/directAndIndirect';
import { loopInconsistency } from '#core/synthesis/network/loopInconsistency';
import { decomposeQ, leagueTable, pScores, solveNetwork } from '#core/synthesis/network/networkFit';
import { networkTauSquared } from '#core/synthesis/network/networkTauSquared';
import type { DataRow, SynthesisRequest } from '#core/synthesis/request/synthesisRequest';

/** Value and variance of one arm on the analysis scale; half an event added throughout a study that has an empty cell. */
const ARM_VALUES: Readonly<Record<string, (x: number, n: number) => { value: number; variance: number }>> = {
  OR: (x, n) => ({ value: Math.log(x / (n - x)), variance: 1 / x + 1 / (n - x) }),
  RR: (x, n) => ({ value: Math.log(x / n), variance: 1 / x - 1 / n }),
  RD: (x, n) => ({ value: x / n, variance: ((x / n) * (1 - x / n)) / n }),
};

function armsOf(request: SynthesisRequest, study: string, treatment: string): NetworkArm[] {
  const { data, measure } = request;
  const number = (row: DataRow, name: string) => {
    const value = row[name];
    if (typeof value !== 'number') throw new Problem('invalid', `the column "${name}" is missing for an arm`);
    return value;
  };
  const named = data.map(row => ({ row, study: String(row[study] ?? ''), treatment: String(row[treatment] ?? '') }));
  if (named.some(arm => arm.study === '' || arm.treatment === ''))
    throw new Problem('invalid', `each arm needs its "${study}" and its "${treatment}"`);
  if (measure === 'MD')
    return named.map(({ row, ...arm }) => ({
      ...arm,
      value: number(row, 'mi'),
      variance: number(row, 'sdi') ** 2 / number(row, 'ni'),
    }));
  const valueOfArm = ARM_VALUES[measure ?? ''];
  if (!valueOfArm) throw new Problem('invalid', `a network takes OR, RR, RD or MD, not ${measure}`);
  const isEmpty = (row: DataRow) => number(row, 'xi') === 0 || number(row, 'xi') === number(row, 'ni');
  const corrected = new Set(named.filter(({ row }) => isEmpty(row)).map(arm => arm.study));
  return named.map(({ row, ...arm }) => {
    const add = corrected.has(arm.study) ? request.effects.add : 0;
    return { ...arm, ...valueOfArm(number(row, 'xi') + add, number(row, 'ni') + 2 * add) };
  });
}

/** Network meta-analysis of arms, one row of data each: `study`, `treatment`, and `xi ni` or `mi sdi ni`. */
export function networkOf(request: SynthesisRequest) {
  const { network, level } = request;
  if (!network) return undefined;
  const contrasts = contrastsOf(armsOf(request, network.study, network.treatment));
  if (!isConnected(contrasts)) throw new Problem('invalid', 'the treatments do not form one connected network');
  const tauSquared = networkTauSquared(contrasts, network.model);
  const solution = solveNetwork(contrasts, tauSquared);
  const league = leagueTable(solution, level);
  return {
    treatments: solution.treatments,
    model: network.model,
    tauSquared,
    league,
    pScores: pScores(league, network.smallIsBetter),
    decomposition: decomposeQ(contrasts),
    designByTreatment: designByTreatment(contrasts),
    loops: loopInconsistency(contrasts, tauSquared, level),
    directAndIndirect: directAndIndirect(contrasts, tauSquared),
    contrasts,
  };
}
