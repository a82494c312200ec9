import { csvText } from '#core/reporting/csvText';
import type { Flow, FlowKey } from '#core/reporting/flow';
import type { NamedCount } from '#core/reporting/flowCounts';

const COLUMNS = ['data', 'node', 'box', 'description', 'boxtext', 'tooltips', 'url', 'n'] as const;

/**
 * Rows of the interchange file: key, node and box as the PRISMA2020 package for R names them (Haddaway NR et al. 2022,
 * doi:10.1002/cl2.1230), and what the box says. Rows without a key are heads and side bars.
 */
const ROWS: readonly (readonly [FlowKey | '', string, string, string])[] = [
  ['', 'node4', 'prevstud', 'Previous studies'],
  ['previous_studies', 'node5', 'box1', 'Studies included in previous version of review'],
  ['previous_reports', '', 'box1', 'Reports of studies included in previous version of review'],
  ['', 'node6', 'newstud', 'Identification of new studies via databases and registers'],
  ['database_results', 'node7', 'box2', 'Databases'],
  ['database_specific_results', '', 'box2', 'Databases, each'],
  ['register_results', '', 'box2', 'Registers'],
  ['register_specific_results', '', 'box2', 'Registers, each'],
  ['', 'node16', 'othstud', 'Identification of new studies via other methods'],
  ['website_results', 'node17', 'box11', 'Websites'],
  ['organisation_results', '', 'box11', 'Organisations'],
  ['citations_results', '', 'box11', 'Citation searching'],
  ['duplicates', 'node8', 'box3', 'Duplicate records'],
  ['excluded_automatic', '', 'box3', 'Records marked as ineligible by automation tools'],
  ['excluded_other', '', 'box3', 'Records removed for other reasons'],
  ['records_screened', 'node9', 'box4', 'Records screened'],
  ['records_excluded', 'node10', 'box5', 'Records excluded'],
  ['dbr_sought_reports', 'node11', 'box6', 'Reports sought for retrieval'],
  ['dbr_notretrieved_reports', 'node12', 'box7', 'Reports not retrieved'],
  ['other_sought_reports', 'node18', 'box12', 'Reports sought for retrieval'],
  ['other_notretrieved_reports', 'node19', 'box13', 'Reports not retrieved'],
  ['dbr_assessed', 'node13', 'box8', 'Reports assessed for eligibility'],
  ['dbr_excluded', 'node14', 'box9', 'Reports excluded'],
  ['other_assessed', 'node20', 'box14', 'Reports assessed for eligibility'],
  ['other_excluded', 'node21', 'box15', 'Reports excluded'],
  ['new_studies', 'node15', 'box10', 'New studies included in review'],
  ['new_reports', '', 'box10', 'Reports of new included studies'],
  ['total_studies', 'node22', 'box16', 'Total studies included in review'],
  ['total_reports', '', 'box16', 'Reports of total included studies'],
  ['', 'node1', 'identification', 'Identification'],
  ['', 'node2', 'screening', 'Screening'],
  ['', 'node3', 'included', 'Included'],
  ['total_studies_ma', 'node23', 'box17', 'Total studies included in meta-analysis'],
  ['total_reports_ma', '', 'box17', 'Reports of total included studies in meta-analysis'],
  ['other_results', '', 'box11', 'Other methods, each'],
];

const LIST_KEYS: readonly FlowKey[] = [
  'database_specific_results',
  'register_specific_results',
  'dbr_excluded',
  'other_excluded',
  'other_results',
];

/** `PubMed, 120; Embase, 200`. A semicolon inside a name would end it, and becomes a slash. */
function listText(counts: readonly NamedCount[]): string {
  return counts.map(({ name, n }) => `${name.replace(/\s*;\s*/g, ' / ')}, ${n}`).join('; ');
}

/** The flow as an interchange file that the PRISMA2020 package for R and its web page read. */
export function writePrismaCsv(flow: Flow): string {
  const counts = flow.boxes.flatMap(({ lines }) => lines.flatMap(({ count }) => (count ? [count] : [])));
  const cellOf = (key: FlowKey): string => {
    const named = counts.flatMap(({ key: found, name, n }) =>
      found === key && name !== undefined ? [{ name, n }] : [],
    );
    if (LIST_KEYS.includes(key)) return named.length > 0 ? listText(named) : '';
    const count = counts.find(({ key: found, name }) => found === key && name === undefined);
    return String(count?.n ?? 0);
  };
  const rows = ROWS.filter(([key]) => key !== 'other_results' || cellOf(key) !== '').map(([key, node, box, text]) => [
    key || 'NA',
    node || 'NA',
    box,
    text,
    text,
    node ? text : 'NA',
    'NA',
    key ? cellOf(key) : 'NA',
  ]);
  return csvText([COLUMNS, ...rows]);
}
