import { treatmentsOfArms } from '#core/extraction/comparedArms';
import { partsOf } from '#core/synthesis/moderatorTerms';
import type { Specification } from '#core/synthesis/specification';
import { usualComparison } from '#core/synthesis/table/armRows';
import type { ReadTable } from '#core/synthesis/table/readTable';
import { namesTreatments, type TableKindName, tableKind } from '#core/synthesis/table/tableKinds';
import { freshSpecification, type OutcomeData, type Plan } from '../plan.ts';
import type { OpenState } from './openState.ts';

/** Kinds of tables whose numbers are of two groups, or of one at two times. */
const TWO_GROUPS: ReadonlySet<TableKindName> = new Set([
  ...([
    'counts',
    'cells',
    'means',
    'estimates',
    'rates',
    'paired',
    'logrank',
    'arms',
    'arm-means',
    'contrasts',
  ] as const),
]);

/** A table that was read, as the data of an outcome. */
export function openData(table: ReadTable, state: OpenState): OutcomeData {
  const kind = tableKind(table.kind);
  return {
    outcome: {
      name: state.title,
      timepoint: '',
      kind: kind.outcome,
      unit: state.unit,
      isLowerBetter: state.isLowerBetter,
    },
    studies: table.studies.map(study => ({
      ...study,
      because: null,
      arms: study.arms ?? [],
      riskOfBias: null,
      isHighRisk: false,
    })),
    treatments: treatmentsOfArms(table.studies.flatMap(({ arms = [] }) => arms)),
    hasArmKinds: false,
    characteristics: table.characteristics.map(one => ({ ...one, isPlanned: true })),
    measures: kind.measures,
    armNames: TWO_GROUPS.has(table.kind)
      ? { first: state.first, second: state.second }
      : { first: 'Group', second: '' },
    conversions: [],
    isRatio:
      table.kind === 'doses'
        ? true
        : tableKind(table.kind).measures.includes('GEN')
          ? (state.reading.isRatio ?? false)
          : null,
  };
}

/** How the table is pooled: the first measure of its kind and the usual choices, unless a person chose otherwise. */
export function openPlan(table: ReadTable, state: OpenState): Plan {
  const { measures, outcome } = tableKind(table.kind);
  const begin = freshSpecification(outcome, measures);
  const chosen = { ...begin, ...state.choices };
  const ids = new Set(table.characteristics.map(({ id }) => id));
  const studies = new Set(table.studies.map(({ studyId }) => studyId));
  return {
    name: state.title,
    specification: {
      ...chosen,
      measure: measures.includes(chosen.measure) ? chosen.measure : begin.measure,
      subgroups: chosen.subgroups && ids.has(chosen.subgroups.by) ? chosen.subgroups : null,
      dependence: chosen.dependence && ids.has(chosen.dependence.by) ? chosen.dependence : null,
      moderators: chosen.moderators.filter(word => partsOf(word).every(id => ids.has(id))),
      comparison: namesTreatments(table.kind) ? openComparison(table, chosen.comparison) : null,
      accuracy: begin.accuracy && (chosen.accuracy ?? begin.accuracy),
      doseResponse: begin.doseResponse && (chosen.doseResponse ?? begin.doseResponse),
    },
    leftOut: state.leftOut.filter(({ studyId }) => studies.has(studyId)),
  };
}

/** The treatments that a person compares, as long as the table has them. */
function openComparison(table: ReadTable, chosen: Specification['comparison']): Specification['comparison'] {
  const studies = table.studies.map(({ arms = [] }) => ({ arms }));
  const known = treatmentsOfArms(studies.flatMap(({ arms }) => arms));
  const isKnown = chosen && [...chosen.first, ...chosen.second].every(name => known.includes(name));
  return isKnown ? chosen : usualComparison(studies);
}
