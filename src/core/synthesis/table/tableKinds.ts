import type { EffectMeasure } from '#core/synthesis/effects/measures';
import type { OutcomeKind } from '#core/vocabulary';

export interface TableColumn {
  /** The field's short name. */
  readonly name: string;
  readonly words: string;
  /** Other names of the same, in lower case without signs and spaces. */
  readonly alike: readonly string[];
  readonly isOptional?: true;
  /** Holds a word, not a number. */
  readonly isText?: true;
}

/** A kind of table that can be pooled: which numbers it holds and as what they are pooled. */
export interface TableKind {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly measures: readonly EffectMeasure[];
  readonly outcome: OutcomeKind;
}

const column = (name: string, words: string, ...alike: string[]): TableColumn => ({ name, words, alike });

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
    measures: ['MD', 'SMD', 'SMDH', 'ROM', 'VR', 'CVR'],
    outcome: 'continuous',
  },
  estimates: {
    name: 'Estimates with standard error, variance or interval',
    columns: [
      column('yi', 'Estimate', 'te', 'effect', 'es', 'estimate', 'logor', 'loghr', 'd', 'g', 'hr', 'or', 'rr'),
      { ...column('sei', 'Standard error', 'se', 'sete', 'stderr', 'standarderror'), isOptional: true },
      { ...column('vi', 'Variance', 'v', 'var', 'variance'), isOptional: true },
      { ...column('lower', 'Lower bound', 'lo', 'll', 'cilb', 'cilower', 'lci', 'lowerci'), isOptional: true },
      { ...column('upper', 'Upper bound', 'hi', 'ul', 'ciub', 'ciupper', 'uci', 'upperci'), isOptional: true },
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
    outcome: 'generic',
  },
  correlations: {
    name: 'Correlations',
    columns: [
      column('ri', 'Correlation', 'r', 'cor', 'correlation'),
      column('ni', 'Number', 'n', 'total', 'samplesize'),
    ],
    measures: ['ZCOR', 'COR'],
    outcome: 'generic',
  },
  rates: {
    name: 'Events and time in two groups',
    columns: [
      column('x1i', 'Events, first group', 'x1', 'events1', 'evente'),
      column('t1i', 'Time, first group', 't1', 'time1', 'timee', 'py1'),
      column('x2i', 'Events, second group', 'x2', 'events2', 'eventc'),
      column('t2i', 'Time, second group', 't2', 'time2', 'timec', 'py2'),
    ],
    measures: ['IRR', 'IRD'],
    outcome: 'generic',
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
  },
} as const satisfies Readonly<Record<string, TableKind>>;

export type TableKindName = keyof typeof TABLE_KINDS;

export function isTableKind(word: string): word is TableKindName {
  return Object.hasOwn(TABLE_KINDS, word);
}

export function tableKind(name: TableKindName): TableKind {
  return TABLE_KINDS[name];
}

/** A column's head as names are compared: lower case, letters and digits alone. */
export function plainHead(head: string): string {
  return head.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Which column of the table each number is in, as far as the heads tell: an exact short name wins over another name. */
export function guessColumns(kind: TableKindName, heads: readonly string[]): Record<string, number> {
  const plain = heads.map(plainHead);
  const taken = new Set<number>();
  const found: Record<string, number> = {};
  const take = (name: string, place: number) => {
    if (place < 0 || taken.has(place) || found[name] !== undefined) return;
    found[name] = place;
    taken.add(place);
  };
  const { columns } = tableKind(kind);
  for (const { name } of columns) take(name, plain.indexOf(name));
  for (const { name, alike } of columns)
    take(
      name,
      plain.findIndex((head, place) => !taken.has(place) && alike.includes(head)),
    );
  return found;
}

/** The kind whose needed columns the heads name best. */
export function guessKind(heads: readonly string[]): TableKindName {
  // The keys of the table of kinds.
  const names = Object.keys(TABLE_KINDS) as TableKindName[];
  const score = (name: TableKindName) => {
    const found = guessColumns(name, heads);
    const needed = tableKind(name).columns.filter(({ isOptional }) => !isOptional);
    const known = needed.filter(one => found[one.name] !== undefined).length;
    const exact = needed.filter(one => heads.map(plainHead).includes(one.name)).length;
    return (known === needed.length ? 10 : 0) + known / needed.length + exact + needed.length / 100;
  };
  return names.reduce((best, name) => (score(name) > score(best) ? name : best));
}
