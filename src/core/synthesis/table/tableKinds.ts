import type { OutcomeKind } from '#core/extraction/vocabulary';
import type { EffectMeasure } from '#core/synthesis/effects/measures';
import { column, ESTIMATE, type TableColumn, TREATMENT } from '#core/synthesis/table/tableColumn';

/** A kind of table that can be pooled: which numbers it holds and as what they are pooled. */
export interface TableKind {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly measures: readonly EffectMeasure[];
  readonly outcome: OutcomeKind;
  /** What a row is where it isn't a study: one of its arms, one difference between two of them, one level of exposure. */
  readonly row?: 'arm' | 'contrast' | 'level';
}

export const TABLE_KINDS = {
  counts: {
    name: 'Events of total in two groups',
    columns: [
      column(
        'ai',
        'Events, first group',
        'events1',
        'evente',
        'eventst',
        'e1',
        'r1',
        'eventstreatment',
        'eventsintervention',
        'events',
      ),
      column(
        'n1i',
        'Total, first group',
        'n1',
        'total1',
        'ne',
        'totalt',
        'nt',
        'totaltreatment',
        'totalintervention',
        'total',
      ),
      column('ci', 'Events, second group', 'events2', 'eventc', 'eventsc', 'e2', 'r2', 'eventscontrol'),
      column('n2i', 'Total, second group', 'n2', 'total2', 'nc', 'totalc', 'totalcontrol'),
    ],
    measures: ['RR', 'OR', 'RD', 'AS'],
    outcome: 'dichotomous',
  },
  cells: {
    name: 'Events and non-events in two groups (2×2)',
    columns: [
      column('ai', 'Events, first group', 'a', 'tpos', 'tp'),
      column('bi', 'Non-events, first group', 'b', 'tneg', 'fp'),
      column('ci', 'Events, second group', 'c', 'cpos', 'fn'),
      column('di', 'Non-events, second group', 'd', 'cneg', 'tn'),
    ],
    measures: ['RR', 'OR', 'RD', 'AS'],
    outcome: 'dichotomous',
  },
  means: {
    name: 'Means of two groups',
    columns: [
      column('m1i', 'Mean, first group', 'mean1', 'meane', 'm1', 'meant', 'meantreatment'),
      column('sd1i', 'SD, first group', 'sd1', 'sde', 'sdt', 's1', 'sdtreatment'),
      column('n1i', 'Number, first group', 'n1', 'ne', 'nt', 'total1', 'ntreatment'),
      column('m2i', 'Mean, second group', 'mean2', 'meanc', 'm2', 'meancontrol'),
      column('sd2i', 'SD, second group', 'sd2', 'sdc', 's2', 'sdcontrol'),
      column('n2i', 'Number, second group', 'n2', 'nc', 'total2', 'ncontrol'),
    ],
    measures: ['MD', 'SMD', 'SMDH', 'SMD1', 'SMD1H', 'ROM', 'VR', 'CVR'],
    outcome: 'continuous',
  },
  estimates: {
    name: 'Estimates with standard error, variance or interval',
    columns: [
      ...ESTIMATE,
      { ...column('d1i', 'Events, first group', 'd1', 'events1', 'evente', 'eventstreatment'), isOptional: true },
      { ...column('d2i', 'Events, second group', 'd2', 'events2', 'eventc', 'eventscontrol'), isOptional: true },
    ],
    measures: ['GEN'],
    outcome: 'generic',
  },
  proportions: {
    name: 'Proportions (events of total in one group)',
    columns: [column('xi', 'Events', 'x', 'events', 'cases', 'r'), column('ni', 'Total', 'n', 'total', 'samplesize')],
    measures: ['PLO', 'PFT', 'PAS', 'PR', 'PLN'],
    outcome: 'proportion',
  },
  correlations: {
    name: 'Correlations',
    columns: [
      column('ri', 'Correlation', 'r', 'cor', 'correlation'),
      column('ni', 'Number', 'n', 'total', 'samplesize'),
    ],
    measures: ['ZCOR', 'COR', 'UCOR'],
    outcome: 'correlation',
  },
  rates: {
    name: 'Events and time in two groups',
    columns: [
      column('x1i', 'Events, first group', 'x1', 'events1', 'evente'),
      column('t1i', 'Time, first group', 't1', 'time1', 'timee', 'py1'),
      column('x2i', 'Events, second group', 'x2', 'events2', 'eventc'),
      column('t2i', 'Time, second group', 't2', 'time2', 'timec', 'py2'),
    ],
    measures: ['IRR', 'IRD', 'IRSD'],
    outcome: 'rate',
  },
  rate: {
    name: 'Rates (events and time in one group)',
    columns: [
      column('xi', 'Events', 'x', 'events', 'cases'),
      column('ti', 'Time', 't', 'time', 'py', 'personyears', 'persontime'),
    ],
    measures: ['IRLN', 'IR', 'IRS'],
    outcome: 'single-rate',
  },
  mean: {
    name: 'Means of one group',
    columns: [
      column('mi', 'Mean', 'mean', 'm'),
      column('sdi', 'SD', 'sd', 's'),
      column('ni', 'Number', 'n', 'total', 'samplesize'),
    ],
    measures: ['MN', 'MNLN', 'SMN'],
    outcome: 'single-mean',
  },
  paired: {
    name: 'Means of one group measured twice (with their correlation)',
    columns: [
      column('m1i', 'Mean, first measurement', 'mean1', 'm1', 'mpost', 'meanpost', 'mafter'),
      column('m2i', 'Mean, second measurement', 'mean2', 'm2', 'mpre', 'meanpre', 'mbefore'),
      column('sd1i', 'SD, first measurement', 'sd1', 's1', 'sdpost', 'sdafter'),
      column('sd2i', 'SD, second measurement', 'sd2', 's2', 'sdpre', 'sdbefore'),
      column('ni', 'Number', 'n', 'total', 'samplesize'),
      column('ri', 'Correlation of both', 'r', 'cor', 'correlation'),
    ],
    measures: ['MC', 'SMCC', 'SMCR', 'SMCRH', 'ROMC', 'VRC', 'CVRC'],
    outcome: 'generic',
  },
  reliability: {
    name: 'Reliability of a scale (Cronbach’s alpha)',
    columns: [
      column('ai', 'Alpha', 'alpha', 'a', 'cronbachalpha'),
      column('mi', 'Number of its parts', 'm', 'items', 'questions', 'parts'),
      column('ni', 'Number of people', 'n', 'total', 'samplesize'),
    ],
    measures: ['ABT', 'AHW', 'ARAW'],
    outcome: 'reliability',
  },
  logrank: {
    name: 'Observed less expected events with their variance (log-rank)',
    columns: [
      column('oe', 'Observed less expected', 'ominuse', 'omine', 'oi'),
      column('voe', 'Variance', 'v', 'variance', 'var'),
    ],
    measures: ['HR'],
    outcome: 'time-to-event',
  },
  arms: {
    name: 'Arms of trials: events of total (one arm a row, for networks)',
    columns: [
      TREATMENT,
      column('xi', 'Events', 'x', 'events', 'r', 'event', 'responders'),
      column('ni', 'Total', 'n', 'total', 'samplesize', 'randomized', 'randomised'),
    ],
    measures: ['OR', 'RR', 'RD'],
    outcome: 'dichotomous',
    row: 'arm',
  },
  'arm-means': {
    name: 'Arms of trials: means (one arm a row, for networks)',
    columns: [
      TREATMENT,
      column('mi', 'Mean', 'mean', 'm', 'y'),
      column('sdi', 'SD', 'sd', 's'),
      column('ni', 'Number', 'n', 'total', 'samplesize', 'randomized', 'randomised'),
    ],
    measures: ['MD', 'SMD', 'ROM'],
    outcome: 'continuous',
    row: 'arm',
  },
  contrasts: {
    name: 'Differences between treatments (one comparison a row, for networks)',
    columns: [
      { ...column('treat1', 'First treatment', 'treatment1', 'trt1', 'arm1', 't1', 'treata', 'drug1'), isText: true },
      { ...column('treat2', 'Second treatment', 'treatment2', 'trt2', 'arm2', 't2', 'treatb', 'drug2'), isText: true },
      ...ESTIMATE,
    ],
    measures: ['GEN'],
    outcome: 'generic',
    row: 'contrast',
  },
  accuracy: {
    name: 'Accuracy of a test (true and false positives and negatives)',
    columns: [
      column('tp', 'True positives', 'truepositives', 'truepositive', 'tpos'),
      column('fp', 'False positives', 'falsepositives', 'falsepositive', 'fpos'),
      column('fn', 'False negatives', 'falsenegatives', 'falsenegative', 'fneg'),
      column('tn', 'True negatives', 'truenegatives', 'truenegative', 'tneg'),
    ],
    measures: ['OR'],
    outcome: 'accuracy',
  },
  doses: {
    name: 'Dose and response (one level of exposure a row)',
    columns: [
      column('dose', 'Dose', 'exposure', 'level', 'amount', 'intake'),
      column('cases', 'Cases', 'events', 'case', 'd'),
      column(
        'n',
        'Total, or time at risk',
        'total',
        'persons',
        'persontime',
        'personyears',
        'peryears',
        'py',
        'subjects',
      ),
      { ...column('rr', 'Ratio (adjusted)', 'or', 'hr', 'adjrr', 'ratio', 'irr'), isOptional: true },
      { ...column('lower', 'Lower bound', 'lb', 'lo', 'll', 'cilb', 'cilower', 'lci', 'lowerci'), isOptional: true },
      { ...column('upper', 'Upper bound', 'ub', 'hi', 'ul', 'ciub', 'ciupper', 'uci', 'upperci'), isOptional: true },
      { ...column('logrr', 'Log ratio', 'logor', 'loghr', 'logirr', 'yi'), isOptional: true },
      { ...column('se', 'SE of the log ratio', 'selogrr', 'sei', 'stderr', 'standarderror'), isOptional: true },
      { ...column('type', 'Design', 'design', 'studytype'), isOptional: true, isText: true },
    ],
    measures: ['GEN'],
    outcome: 'dose-response',
    row: 'level',
  },
} as const satisfies Readonly<Record<string, TableKind>>;

export type TableKindName = keyof typeof TABLE_KINDS;

export function isTableKind(word: string): word is TableKindName {
  return Object.hasOwn(TABLE_KINDS, word);
}

export function tableKind(name: TableKindName): TableKind {
  return TABLE_KINDS[name];
}

/** Whether rows name treatments, so that it is chosen afterwards which are compared. */
export function namesTreatments(name: TableKindName): boolean {
  const { row } = tableKind(name);
  return row === 'arm' || row === 'contrast';
}
