import type { FlowCounts } from '#core/reporting/flowCounts';

/** A made-up review with every box filled, worked out on paper first. */
export const WORKED_FLOW: FlowCounts = {
  kind: 'new',
  databases: [
    { name: 'PubMed', n: 620 },
    { name: 'Embase', n: 410 },
  ],
  registers: [{ name: 'ClinicalTrials.gov', n: 70 }],
  removed: { duplicates: 240, byAutomation: 0, otherReasons: 10 },
  screening: { screened: 850, waiting: 0, excluded: 760, passed: { records: 90, reports: 90 } },
  reports: {
    sought: 90,
    notRetrieved: 5,
    retrievalWaiting: 0,
    assessed: 85,
    eligibilityWaiting: 0,
    excluded: [
      { name: 'Study design', n: 25 },
      { name: 'Population', n: 20 },
      { name: 'Outcome', n: 15 },
    ],
    included: 25,
  },
  other: {
    identified: [{ kind: 'citation', name: 'Citation searching', n: 12 }],
    removed: { duplicates: 0, irrelevant: 0 },
    reports: {
      sought: 12,
      notRetrieved: 1,
      retrievalWaiting: 0,
      assessed: 11,
      eligibilityWaiting: 0,
      excluded: [{ name: 'Study design', n: 8 }],
      included: 3,
    },
  },
  included: { studies: 24, reports: 28, studiesBehindReports: 24 },
};

/** The same review as the update of an earlier version with five studies. */
export const WORKED_UPDATE: FlowCounts = {
  ...WORKED_FLOW,
  kind: 'updated',
  previous: { studies: 5, reports: 7 },
  included: { studies: 22, reports: 28, studiesBehindReports: 24, knownStudiesBehindReports: 2 },
  total: { studies: 27, reports: 35 },
};

/** Neither a second column nor an earlier version. */
export function withoutOtherMethods({ other: _other, ...counts }: FlowCounts): FlowCounts {
  return { ...counts, included: { studies: 21, reports: 25 } };
}
