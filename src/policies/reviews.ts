import type { Role } from '#core/vocabulary';
import type { Refusal } from '#policies/refusal';
import { hasRole, type ProjectStanding } from '#policies/standing';

/** What members of a review may do by their roles alone. A lead may do all of it. */
const ALLOWED = {
  configure: [],
  editQuestion: ['librarian'],
  import: ['librarian'],
  findDuplicates: ['librarian'],
  decidePairs: ['librarian'],
  annotate: ['screener', 'adjudicator', 'extractor', 'statistician', 'writer', 'librarian', 'mentor'],
  assign: [],
  adjudicate: ['adjudicator'],
  retrieve: ['librarian', 'screener', 'adjudicator'],
  extract: ['extractor', 'statistician'],
  designForm: [],
  settleExtraction: ['adjudicator'],
  checkExtraction: ['extractor', 'adjudicator', 'statistician'],
  planAppraisals: [],
  appraise: ['extractor'],
  settleAppraisals: ['extractor', 'adjudicator'],
  gradeCertainty: ['statistician', 'extractor'],
  setThresholds: ['statistician'],
  analyse: ['statistician'],
  lockAnalysis: [],
  writeReport: ['writer'],
  amendProtocol: ['writer'],
  publish: [],
  seeAudit: [],
} as const satisfies Record<string, readonly Role[]>;

export type ReviewAct = keyof typeof ALLOWED;

const WORDS: Readonly<Record<Role, string>> = {
  lead: 'a lead',
  screener: 'a screener',
  adjudicator: 'an adjudicator',
  extractor: 'an extractor',
  statistician: 'a statistician',
  writer: 'a writer',
  librarian: 'a librarian',
  mentor: 'a mentor',
  viewer: 'a viewer',
};

/** Why a member may not do this, or null. */
export function whyNotAct(standing: ProjectStanding, act: ReviewAct): Refusal {
  const roles: readonly Role[] = ['lead', ...ALLOWED[act]];
  if (hasRole(standing, ...roles)) return null;
  return `Only ${roles.map(role => WORDS[role]).join(' or ')} of the team may do this.`;
}
