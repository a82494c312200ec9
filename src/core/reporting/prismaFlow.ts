import type { Flow, FlowBox, FlowBoxId, FlowCount, FlowKey, FlowLine } from '#core/reporting/flow';
import { flowChecks } from '#core/reporting/flowChecks';
import {
  type FlowCounts,
  type NamedCount,
  type OtherMethodCounts,
  type OtherSourceKind,
  type ReportCounts,
  recordsFromDatabases,
  recordsFromRegisters,
  sumOf,
} from '#core/reporting/flowCounts';
import { countText } from '#core/reporting/numbers';

type Shape = Partial<Pick<FlowLine, 'isDetail' | 'isCountBelow' | 'opensDetails'>>;

function flowLine(text: string, count?: FlowCount, shape: Shape = {}): FlowLine {
  const layout = { isDetail: false, isCountBelow: false, opensDetails: false, ...shape };
  return count ? { text, count, ...layout } : { text, ...layout };
}

function details(key: FlowKey, unit: FlowCount['unit'], counts: readonly NamedCount[]): FlowLine[] {
  return counts.map(({ name, n }) => flowLine(name, { key, name, unit, n }, { isDetail: true }));
}

function singleCount(id: FlowBoxId, text: string, count: FlowCount, waiting = 0): FlowBox {
  return { id, lines: [flowLine(text, count, { isCountBelow: true })], waiting };
}

function identifiedBox(counts: FlowCounts): FlowBox {
  const databases = { key: 'database_results', unit: 'records', n: recordsFromDatabases(counts) } as const;
  const registers = { key: 'register_results', unit: 'records', n: recordsFromRegisters(counts) } as const;
  return {
    id: 'identified',
    waiting: 0,
    lines: [
      flowLine('Records identified from:'),
      flowLine('Databases', databases),
      ...details('database_specific_results', 'records', counts.databases),
      flowLine('Registers', registers),
      ...details('register_specific_results', 'records', counts.registers),
    ],
  };
}

function removedBox({ removed }: FlowCounts): FlowBox {
  return {
    id: 'removed',
    waiting: 0,
    lines: [
      flowLine('Records removed before screening:'),
      flowLine('Duplicate records removed', { key: 'duplicates', unit: 'records', n: removed.duplicates }),
      flowLine('Records marked as ineligible by automation tools', {
        key: 'excluded_automatic',
        unit: 'records',
        n: removed.byAutomation,
      }),
      flowLine('Records removed for other reasons', {
        key: 'excluded_other',
        unit: 'records',
        n: removed.otherReasons,
      }),
    ],
  };
}

function reportBoxes(way: 'dbr' | 'other', counts: ReportCounts): FlowBox[] {
  const prefix = way === 'dbr' ? '' : 'other-';
  const excluded = { key: `${way}_excluded`, unit: 'reports', n: sumOf(counts.excluded) } as const;
  return [
    singleCount(
      `${prefix}sought`,
      'Reports sought for retrieval',
      { key: `${way}_sought_reports`, unit: 'reports', n: counts.sought },
      counts.retrievalWaiting,
    ),
    singleCount(`${prefix}not-retrieved`, 'Reports not retrieved', {
      key: `${way}_notretrieved_reports`,
      unit: 'reports',
      n: counts.notRetrieved,
    }),
    singleCount(
      `${prefix}assessed`,
      'Reports assessed for eligibility',
      { key: `${way}_assessed`, unit: 'reports', n: counts.assessed },
      counts.eligibilityWaiting,
    ),
    {
      id: `${prefix}excluded-reports`,
      waiting: 0,
      lines: [
        flowLine('Reports excluded', excluded, { opensDetails: counts.excluded.length > 0 }),
        ...details(`${way}_excluded`, 'reports', counts.excluded),
      ],
    },
  ];
}

const OTHER_KINDS: Readonly<Record<Exclude<OtherSourceKind, 'other'>, readonly [FlowKey, string]>> = {
  website: ['website_results', 'Websites'],
  organisation: ['organisation_results', 'Organisations'],
  citation: ['citations_results', 'Citation searching'],
};

function otherBoxes(other: OtherMethodCounts): FlowBox[] {
  const ofKind = (kind: OtherSourceKind) => other.identified.filter(source => source.kind === kind);
  const usual = (['website', 'organisation', 'citation'] as const).map(kind => {
    const [key, text] = OTHER_KINDS[kind];
    return flowLine(text, { key, unit: 'records', n: sumOf(ofKind(kind)) });
  });
  const own = ofKind('other').map(({ name, n }) => flowLine(name, { key: 'other_results', name, unit: 'records', n }));
  const lines = [flowLine('Records identified from:'), ...usual, ...own];
  return [{ id: 'other-identified', lines, waiting: 0 }, ...reportBoxes('other', other.reports)];
}

function pairBox(id: FlowBoxId, studies: readonly [string, FlowKey, number], reports: typeof studies): FlowBox {
  return {
    id,
    waiting: 0,
    lines: [
      flowLine(studies[0], { key: studies[1], unit: 'studies', n: studies[2] }, { isCountBelow: true }),
      flowLine(reports[0], { key: reports[1], unit: 'reports', n: reports[2] }, { isCountBelow: true }),
    ],
  };
}

function inclusionBoxes({ kind, previous, included, total, metaAnalysis }: FlowCounts): FlowBox[] {
  const isUpdate = kind === 'updated';
  const newBox = pairBox(
    'included',
    [isUpdate ? 'New studies included in review' : 'Studies included in review', 'new_studies', included.studies],
    [isUpdate ? 'Reports of new included studies' : 'Reports of included studies', 'new_reports', included.reports],
  );
  const everything = total ?? {
    studies: (previous?.studies ?? 0) + included.studies,
    reports: (previous?.reports ?? 0) + included.reports,
  };
  const totalBox = pairBox(
    'total',
    ['Total studies included in review', 'total_studies', everything.studies],
    ['Reports of total included studies', 'total_reports', everything.reports],
  );
  const pooled = metaAnalysis
    ? pairBox(
        'total',
        ['Studies included in meta-analysis', 'total_studies_ma', metaAnalysis.studies],
        ['Reports of studies in meta-analysis', 'total_reports_ma', metaAnalysis.reports],
      ).lines
    : [];
  if (!isUpdate) return [{ ...newBox, lines: [...newBox.lines, ...pooled] }];
  return [newBox, { ...totalBox, lines: [...totalBox.lines, ...pooled] }];
}

function previousBox({ kind, previous }: FlowCounts): FlowBox[] {
  if (kind !== 'updated') return [];
  return [
    pairBox(
      'previous',
      ['Studies included in previous version of review', 'previous_studies', previous?.studies ?? 0],
      ['Reports of studies included in previous version of review', 'previous_reports', previous?.reports ?? 0],
    ),
  ];
}

function footnotes({ removed, screening, other, included }: FlowCounts): string[] {
  const notes: string[] = [];
  if (removed.byAutomation > 0 && removed.automation) {
    notes.push(`Marked as ineligible by automation tools: ${removed.automation}.`);
  }
  if (screening.excludedByAutomation) {
    const byPeople = screening.excluded - screening.excludedByAutomation;
    notes.push(
      `Records excluded: ${countText(byPeople)} by people, ${countText(screening.excludedByAutomation)} by automation tools.`,
    );
  }
  if (other && other.removed.duplicates + other.removed.irrelevant > 0) {
    const { duplicates, irrelevant } = other.removed;
    notes.push(
      `Other methods: not sought were ${countText(duplicates)} duplicates and ${countText(irrelevant)} obviously irrelevant records.`,
    );
  }
  if (included.reportsFoundBothWays) {
    notes.push(`Found both ways and counted once: ${countText(included.reportsFoundBothWays)} reports.`);
  }
  return notes;
}

/**
 * The PRISMA 2020 flow of a review, box by box, with the identities between its numbers (Page MJ et al. 2021,
 * doi:10.1136/bmj.n71). All four templates: new or updated, with or without the column of other methods.
 * Takes counts that were each made from the data; corrects none of them. Screening counts records, retrieval and
 * eligibility reports, inclusion studies and reports.
 */
export function prismaFlow(counts: FlowCounts): Flow {
  const { screening, reports, other } = counts;
  const screened = { key: 'records_screened', unit: 'records', n: screening.screened } as const;
  const excluded = { key: 'records_excluded', unit: 'records', n: screening.excluded } as const;
  const boxes = [
    ...previousBox(counts),
    identifiedBox(counts),
    removedBox(counts),
    singleCount('screened', 'Records screened', screened, screening.waiting),
    singleCount('excluded-records', 'Records excluded', excluded),
    ...reportBoxes('dbr', reports),
    ...(other ? otherBoxes(other) : []),
    ...inclusionBoxes(counts),
  ];
  const checks = flowChecks(counts);
  const waiting = boxes.reduce((sum, box) => sum + box.waiting, 0);
  return {
    kind: counts.kind,
    hasOtherMethods: other !== undefined,
    boxes,
    footnotes: footnotes(counts),
    checks,
    isFinal: waiting === 0 && checks.every(({ holds }) => holds),
    waiting,
  };
}
