import {
  type FlowCounts,
  type ReportCounts,
  recordsFromDatabases,
  recordsFromRegisters,
  sumOf,
} from '#core/reporting/flowCounts';
import {
  compareSides,
  type FlowCheck,
  type FlowIdentity,
  type Identity,
  less,
  plus,
} from '#core/reporting/flowIdentity';

function retrievalCheck(identity: FlowIdentity, way: string, reports: ReportCounts): Identity {
  return {
    identity,
    caption: `not retrieved${way}`,
    left: [
      plus(`reports assessed${way}`, reports.assessed),
      plus('reports waiting to be assessed', reports.eligibilityWaiting),
    ],
    right: [
      plus(`reports sought${way}`, reports.sought),
      less('not retrieved', reports.notRetrieved),
      less('still being retrieved', reports.retrievalWaiting),
    ],
  };
}

function eligibilityCheck(identity: FlowIdentity, way: string, reports: ReportCounts): Identity {
  return {
    identity,
    caption: `one reason for each excluded report${way}`,
    left: [plus(`reports assessed${way}`, reports.assessed)],
    right: [
      ...reports.excluded.map(({ name, n }) => plus(`excluded for ${name}`, n)),
      plus('included', reports.included),
    ],
  };
}

function identificationChecks(counts: FlowCounts): Identity[] {
  const checks: Identity[] = [];
  const { stated, databases, registers } = counts;
  if (stated?.databases !== undefined && databases.length > 0) {
    checks.push({
      identity: 'I1',
      caption: 'records by database',
      left: [plus('records from databases', stated.databases)],
      right: databases.map(({ name, n }) => plus(name, n)),
    });
  }
  if (stated?.registers !== undefined && registers.length > 0) {
    checks.push({
      identity: 'I1',
      caption: 'records by register',
      left: [plus('records from registers', stated.registers)],
      right: registers.map(({ name, n }) => plus(name, n)),
    });
  }
  return checks;
}

function screeningChecks({ removed, screening, reports, ...counts }: FlowCounts): Identity[] {
  const identified = recordsFromDatabases({ removed, screening, reports, ...counts });
  const registered = recordsFromRegisters({ removed, screening, reports, ...counts });
  return [
    {
      identity: 'I2',
      caption: 'removed before screening',
      left: [plus('records screened', screening.screened), plus('records waiting', screening.waiting)],
      right: [
        plus('records from databases', identified),
        plus('records from registers', registered),
        less('duplicates', removed.duplicates),
        less('marked ineligible by automation', removed.byAutomation),
        less('removed for other reasons', removed.otherReasons),
      ],
    },
    {
      identity: 'I3',
      caption: 'excluded at screening',
      left: [plus('records that passed', screening.passed.records)],
      right: [plus('records screened', screening.screened), less('excluded', screening.excluded)],
    },
    {
      identity: 'I4',
      caption: 'reports of the records that passed',
      left: [plus('reports sought', reports.sought)],
      right: [plus('distinct reports of the records that passed', screening.passed.reports)],
    },
  ];
}

function otherMethodChecks({ other }: FlowCounts): Identity[] {
  if (!other) return [];
  return [
    {
      identity: 'I7',
      relation: '≤',
      caption: 'sought by other methods',
      left: [plus('reports sought by other methods', other.reports.sought)],
      right: [
        plus('records identified by other methods', sumOf(other.identified)),
        less('duplicates', other.removed.duplicates),
        less('obviously irrelevant', other.removed.irrelevant),
      ],
    },
    retrievalCheck('I7', ' by other methods', other.reports),
    eligibilityCheck('I8', ' by other methods', other.reports),
  ];
}

function inclusionChecks({ included, reports, other, previous, total: everything }: FlowCounts): Identity[] {
  const checks: Identity[] = [
    {
      identity: 'I9',
      caption: 'reports included',
      left: [plus('reports of included studies', included.reports)],
      right: [
        plus('included through databases and registers', reports.included),
        ...(other ? [plus('included through other methods', other.reports.included)] : []),
        less('found both ways', included.reportsFoundBothWays ?? 0),
      ],
    },
    {
      identity: 'I10',
      relation: '≤',
      caption: 'no study without a report',
      left: [plus('studies included', included.studies)],
      right: [plus('reports of included studies', included.reports)],
    },
  ];
  if (included.studiesBehindReports !== undefined) {
    checks.push({
      identity: 'I10',
      caption: 'studies behind the reports',
      left: [plus('studies included', included.studies)],
      right: [
        plus('studies behind the reports', included.studiesBehindReports),
        less('known to the earlier version', included.knownStudiesBehindReports ?? 0),
      ],
    });
  }
  if (previous && everything) {
    checks.push(
      {
        identity: 'I11',
        caption: 'all studies',
        left: [plus('total studies', everything.studies)],
        right: [plus('studies of the earlier version', previous.studies), plus('new studies', included.studies)],
      },
      {
        identity: 'I12',
        caption: 'all reports',
        left: [plus('total reports', everything.reports)],
        right: [plus('reports of the earlier version', previous.reports), plus('new reports', included.reports)],
      },
    );
  }
  return checks;
}

/** Every number in the counts, however deep, that is not a whole number from 0 up. */
function impossibleNumbers(value: unknown, path: string): { path: string; n: number }[] {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 ? [] : [{ path, n: value }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => impossibleNumbers(inner, path ? `${path}/${key}` : key));
}

function wholeNumberCheck(counts: FlowCounts): FlowCheck {
  const wrong = impossibleNumbers(counts, '');
  return {
    identity: 'I13',
    relation: '=',
    holds: wrong.length === 0,
    left: wrong.length,
    right: 0,
    sum: `${wrong.length} ${wrong.length === 0 ? '=' : '≠'} 0`,
    caption: 'numbers that are no counts',
    sentence:
      wrong.length === 0
        ? 'Every number is a whole number from 0 up.'
        : `Every number should be a whole number from 0 up, but ${wrong.map(({ path, n }) => `${path} is ${n}`).join(', ')}.`,
  };
}

/**
 * Compares the numbers of a flow by the identities I1 to I13, in order. An identity that concerns a column or number
 * which this review doesn't have is left out. While work is unfinished, what waits stands on the side where it will
 * end, so that an identity that fails is a mistake and never just unfinished work.
 */
export function flowChecks(counts: FlowCounts): readonly FlowCheck[] {
  const identities = [
    ...identificationChecks(counts),
    ...screeningChecks(counts),
    retrievalCheck('I5', '', counts.reports),
    eligibilityCheck('I6', '', counts.reports),
    ...otherMethodChecks(counts),
    ...inclusionChecks(counts),
  ];
  return [...identities.map(compareSides), wholeNumberCheck(counts)];
}
