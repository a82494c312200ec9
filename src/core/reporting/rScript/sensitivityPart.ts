import { isOfEffects, toleranceOf } from '#core/reporting/rScript/poolPart';
import { type Check, ITERATED, type ScriptPart } from '#core/reporting/rScript/scriptPart';
import type { Analysis } from '#core/synthesis/analyse';
import { analysedEffects, modelOptionsOf } from '#core/synthesis/analysedEffects';
import type { StudyNumbers } from '#core/synthesis/effects/effectSize';
import { influence } from '#core/synthesis/influence';
import { leaveOneOutOf } from '#core/synthesis/sensitivityOfAnalysis';

type Analysed = Pick<Analysis, 'spec' | 'studies'>;

/** The pooled effect without each study in turn. */
export function leaveOneOutPart(analysis: Analysed, numbers: ReadonlyMap<string, StudyNumbers>): ScriptPart {
  const tolerance = toleranceOf(analysis.spec);
  const checks = leaveOneOutOf(analysis, numbers).flatMap(({ label, result }, place): Check[] => {
    const { pooled } = result;
    if (!pooled.estimable) return [];
    const { estimate, lower, upper } = pooled.value;
    const at = (name: string) => `without$${name}[${place + 1}]`;
    return [
      { what: `without ${label}`, pooled: estimate, r: at('estimate'), tolerance },
      { what: `without ${label}, lower`, pooled: lower, r: at('ci.lb'), tolerance },
      { what: `without ${label}, upper`, pooled: upper, r: at('ci.ub'), tolerance },
    ];
  });
  return { title: 'Without each study in turn', lines: ['without <- leave1out(res)', 'print(without)'], checks };
}

/** Studies that pull, by the model of effects and variances. */
export function influencePart(analysis: Analysed): ScriptPart | null {
  const { spec } = analysis;
  if (!isOfEffects(spec)) return null;
  const { studies, ...effects } = analysedEffects(analysis);
  if (studies.length < 3) return null;
  const checks = influence(effects, modelOptionsOf(spec)).flatMap((one, place): Check[] => {
    const label = studies[place]?.label ?? '';
    const at = (name: string) => `pull$inf$${name}[${place + 1}]`;
    return [
      { what: `Cook’s distance of ${label}`, pooled: one.cooksDistance, r: at('cook.d'), tolerance: ITERATED },
      { what: `DFFITS of ${label}`, pooled: one.dffits, r: at('dffits'), tolerance: ITERATED },
      { what: `studentised residual of ${label}`, pooled: one.rStudent, r: at('rstudent'), tolerance: ITERATED },
    ].filter(({ pooled }) => Number.isFinite(pooled));
  });
  return { title: 'Influence of each study', lines: ['pull <- influence(res)', 'print(pull)'], checks };
}
