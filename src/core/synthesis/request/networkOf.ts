import { NO_ARM_NUMBERS } from '#core/extraction/impossibleResult';
import { Problem } from '#core/problem';
import { NETWORK_MEASURES, type NetworkArmNumbers, networkArms } from '#core/synthesis/network/armValues';
import { contrastsOf, isConnected, type NetworkArm } from '#core/synthesis/network/contrasts';
import { designByTreatment } from '#core/synthesis/network/designs';
import { directAndIndirect } from '#core/synthesis/network/directAndIndirect';
import { loopInconsistency } from '#core/synthesis/network/loopInconsistency';
import { decomposeQ, leagueTable, pScores, solveNetwork } from '#core/synthesis/network/networkFit';
import { networkTauSquared } from '#core/synthesis/network/networkTauSquared';
import type { DataRow, SynthesisRequest } from '#core/synthesis/request/synthesisRequest';

const COUNTS = { events: 'xi', total: 'ni' };

/** Which column holds which number of an arm, where it isn't events of total. */
const COLUMNS_OF: Readonly<Record<string, Readonly<Partial<Record<keyof NetworkArmNumbers, string>>>>> = {
  MD: { mean: 'mi', standardDeviation: 'sdi', total: 'ni' },
  IRR: { events: 'xi', personTime: 'ti' },
};

/** The arms of the rows on the analysis scale; half an event is added throughout a study that has an empty cell. */
function armsOf(request: SynthesisRequest, study: string, treatment: string): readonly NetworkArm[] {
  const { data, measure } = request;
  const number = (row: DataRow, name: string) => {
    const value = row[name];
    if (typeof value !== 'number') throw new Problem('invalid', `the column "${name}" is missing for an arm`);
    return value;
  };
  const named = data.map(row => ({ row, study: String(row[study] ?? ''), treatment: String(row[treatment] ?? '') }));
  if (named.some(arm => arm.study === '' || arm.treatment === ''))
    throw new Problem('invalid', `each arm needs its "${study}" and its "${treatment}"`);
  if (measure === undefined || !NETWORK_MEASURES.some(word => word === measure))
    throw new Problem('invalid', `a network takes ${NETWORK_MEASURES.join(', ')}, not ${measure}`);
  const columns = COLUMNS_OF[measure] ?? COUNTS;
  const given = named.map(({ row, ...arm }): NetworkArmNumbers => {
    const numbers = Object.entries(columns).map(([name, column]) => [name, number(row, column)]);
    return { ...arm, ...NO_ARM_NUMBERS, ...Object.fromEntries(numbers) };
  });
  return networkArms(measure, given, request.effects.add).arms;
}

/** Network meta-analysis of arms, one row of data each: `study`, `treatment`, and `xi ni`, `mi sdi ni` or `xi ti`. */
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
