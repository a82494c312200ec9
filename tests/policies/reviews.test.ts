import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '#core/vocabulary';
import { type ReviewAct, whyNotAct } from '#policies/reviews';
import { memberWith } from './everyStanding.ts';

/** Who does what, besides a lead, who may do all of it. */
const TABLE: Readonly<Record<ReviewAct, readonly Role[]>> = {
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
};

describe('what members may do by their roles', () => {
  // Each row is an act of the table, whose keys TypeScript holds to be all of them.
  for (const [act, allowed] of Object.entries(TABLE) as [ReviewAct, readonly Role[]][]) {
    for (const role of ROLES) {
      const expected = role === 'lead' || allowed.includes(role);
      it(`${act}: a ${role} ${expected ? 'may' : 'may not'}`, () => {
        const refusal = whyNotAct(memberWith([role]), act);
        expect(refusal === null).toBe(expected);
        if (!expected) expect(refusal).toMatch(/^Only a lead.* of the team may do this\.$/);
      });
    }

    it(`${act}: nobody may without a role, and one role of several is enough`, () => {
      expect(whyNotAct(memberWith([]), act)).not.toBeNull();
      expect(whyNotAct(memberWith(['viewer', 'lead']), act)).toBeNull();
      for (const role of allowed) expect(whyNotAct(memberWith(['viewer', role]), act)).toBeNull();
    });
  }
});
