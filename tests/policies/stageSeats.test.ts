import { describe, expect, it } from 'vitest';
import { STAGES, type Stage } from '#core/vocabulary';
import { whyNotAdjudicate, whyNotScreen, whyNotSettleAt } from '#policies/screening';
import type { ReviewStanding } from '#policies/standing';
import { maySeeOthersDecisions, maySeeOutcomes, maySeePilot } from '#policies/visibility';
import { memberWith } from './everyStanding.ts';

const seat = (role: 'lead' | 'screener' | 'adjudicator', at: readonly Stage[]): ReviewStanding => ({
  ...memberWith([role]),
  screensAt: at,
  settlesAt: at,
});

describe('a seat at certain stages', () => {
  for (const asked of [[], ['title-and-abstract'], ['full-text'], STAGES] as const) {
    for (const stage of STAGES) {
      const isHere = (asked as readonly Stage[]).includes(stage);
      it(`asked at ${asked.join(' and ') || 'none'}: ${isHere ? 'screens' : 'does not screen'} ${stage}`, () => {
        expect(whyNotScreen(seat('screener', asked), stage) === null).toBe(isHere);
      });
      it(`given ${asked.join(' and ') || 'none'}: ${isHere ? 'settles' : 'is blind at'} ${stage}`, () => {
        const viewer = seat('adjudicator', asked);
        const at = { stage, phase: 'conflicted', hasDecided: false, hasThirdPerson: true } as const;
        expect(whyNotSettleAt(viewer, stage) === null).toBe(isHere);
        expect(whyNotAdjudicate(viewer, at, 'adjudicate') === null).toBe(isHere);
        expect(maySeeOthersDecisions(viewer, stage, 'conflicted')).toBe(isHere);
        expect(maySeeOutcomes(viewer, stage)).toBe(isHere);
        expect(maySeePilot(viewer, { isFinished: true, hasTakenPart: false, stage })).toBe(isHere);
      });
      it(`a lead may at ${stage}, whatever stands there`, () => {
        expect(whyNotScreen(seat('lead', asked), stage)).toBeNull();
        expect(whyNotSettleAt(seat('lead', asked), stage)).toBeNull();
      });
    }
  }
});
