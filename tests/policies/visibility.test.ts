import { describe, expect, it } from 'vitest';
import { PHASES } from '#core/screening/phase';
import { type Role, STAGES, type Stage } from '#core/vocabulary';
import {
  hiddenDeeds,
  maySeeCredit,
  maySeeDiscussion,
  maySeeOthersDecisions,
  maySeeOutcomes,
  whyNotChangeInDiscussion,
  whyNotChangeOwn,
  whyNotExportWhole,
  whyNotSeeFlow,
} from '#policies/visibility';
import { CLOSED_SETS, memberWith, nameOf, ROLE_SETS } from './everyStanding.ts';

/** The rule as the handbook for teams tells it, written down once more without looking at the code. */
const settles = (roles: readonly Role[]) => roles.some(role => role === 'lead' || role === 'adjudicator');

describe('who may see what others decided on a record', () => {
  for (const roles of ROLE_SETS) {
    for (const closed of CLOSED_SETS) {
      for (const stage of STAGES) {
        for (const phase of PHASES) {
          const viewer = memberWith(roles, closed);
          const expected = closed.includes(stage) || (settles(roles) && phase !== 'independent');
          const verb = expected ? 'sees' : 'does not see';
          it(`${nameOf(roles)} ${verb} it at ${stage}, ${phase}, closed: ${nameOf(closed)}`, () => {
            expect(maySeeOthersDecisions(viewer, stage, phase)).toBe(expected);
            // Whoever sees a decision may be shown counts; nobody who may not be shown counts sees a decision.
            if (expected) expect(maySeeOutcomes(viewer, stage)).toBe(true);
            // Who sees the others' choices doesn't decide independently any more, and nobody is refused for less.
            expect(whyNotChangeOwn(viewer, stage, phase) === null).toBe(!expected);
          });
        }
      }
    }
  }

  it('keeps a record whose independent phase lasts from everybody, whatever their roles, until the stage is closed', () => {
    for (const roles of ROLE_SETS) {
      for (const stage of STAGES) expect(maySeeOthersDecisions(memberWith(roles), stage, 'independent')).toBe(false);
    }
  });
});

describe('who may see a discussion on a conflict', () => {
  for (const roles of ROLE_SETS) {
    for (const closed of CLOSED_SETS) {
      for (const stage of STAGES) {
        for (const phase of PHASES) {
          it(`${nameOf(roles)} at ${stage}, ${phase}, closed: ${nameOf(closed)}`, () => {
            const viewer = memberWith(roles, closed);
            const sees = closed.includes(stage) || (settles(roles) && phase !== 'independent');
            expect(maySeeDiscussion(viewer, { stage, phase, isInvited: false })).toBe(sees);
            expect(maySeeDiscussion(viewer, { stage, phase, isInvited: true })).toBe(true);
          });
        }
      }
    }
  }

  it('lets the invited change their decision until it is settled, and never take it back', () => {
    for (const phase of PHASES) {
      expect(whyNotChangeInDiscussion(phase, 'change') === null).toBe(phase !== 'adjudicated');
      expect(whyNotChangeInDiscussion(phase, 'withdraw')).not.toBeNull();
    }
  });

  it('keeps discussions of others out of the audit list until both stages are closed', () => {
    for (const closed of CLOSED_SETS) {
      for (const deed of ['open-discussion', 'write-in-discussion']) {
        expect(hiddenDeeds(memberWith(['lead'], closed)).includes(deed)).toBe(closed.length < STAGES.length);
      }
    }
  });
});

describe('who may see counts that come of decisions', () => {
  for (const roles of ROLE_SETS) {
    for (const closed of CLOSED_SETS) {
      it(`${nameOf(roles)}, closed: ${nameOf(closed)}`, () => {
        const viewer = memberWith(roles, closed);
        for (const stage of STAGES) {
          expect(maySeeOutcomes(viewer, stage)).toBe(settles(roles) || closed.includes(stage));
        }
        // One stage that is still blind keeps the whole flow: its last boxes would tell.
        expect(whyNotSeeFlow(viewer) === null).toBe(settles(roles) || closed.length === 2);
      });
    }
  }
});

describe('who may take the whole review along', () => {
  for (const roles of ROLE_SETS) {
    for (const ownOpenRecords of [0, 1, 7]) {
      const expected = roles.includes('lead') && ownOpenRecords === 0;
      it(`${nameOf(roles)} with ${ownOpenRecords} left to screen: ${expected ? 'may' : 'may not'}`, () => {
        const refusal = whyNotExportWhole(memberWith(roles), ownOpenRecords);
        expect(refusal === null).toBe(expected);
        if (roles.includes('lead') && ownOpenRecords > 0) expect(refusal).toContain(`${ownOpenRecords} left to screen`);
      });
    }
  }
});

describe('whose work counts before whose eyes', () => {
  const deed = (name: string, stage: Stage | null = null, actorId = 'other') => ({ actorId, deed: name, stage });

  it('keeps it from the blind, stage by stage, that another one settled a conflict', () => {
    const ofFullText = ['full-text'] as const;
    const onlyFullText = { ...memberWith(['adjudicator']), screensAt: ofFullText, settlesAt: ofFullText };
    expect(maySeeCredit(onlyFullText, deed('adjudicate-record', 'full-text'))).toBe(true);
    expect(maySeeCredit(onlyFullText, deed('adjudicate-record', 'title-and-abstract'))).toBe(false);
    expect(maySeeCredit(onlyFullText, deed('reopen-record', 'title-and-abstract'))).toBe(false);
    const screener = memberWith(['screener'], ['title-and-abstract']);
    expect(maySeeCredit(screener, deed('adjudicate-record', 'title-and-abstract'))).toBe(true);
    expect(maySeeCredit(screener, deed('adjudicate-record', 'full-text'))).toBe(false);
    expect(maySeeCredit(screener, deed('adjudicate-record'))).toBe(false);
  });

  it('keeps it from the blind how many full texts were sought and brought, for that many records passed', () => {
    for (const name of ['retrieve-report', 'upload-full-text', 'file-full-text']) {
      expect(maySeeCredit(memberWith(['screener']), deed(name))).toBe(false);
      expect(maySeeCredit(memberWith(['screener'], ['title-and-abstract']), deed(name))).toBe(true);
      expect(maySeeCredit(memberWith(['lead']), deed(name))).toBe(true);
    }
  });

  it('never keeps one’s own work from oneself, nor that others decided', () => {
    const screener = memberWith(['screener']);
    expect(maySeeCredit(screener, deed('retrieve-report', null, 'me'))).toBe(true);
    expect(maySeeCredit(screener, deed('record-decision', 'title-and-abstract'))).toBe(true);
  });
});
