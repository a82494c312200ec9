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

describe('who screens title and abstract blind and settles full texts alone', () => {
  const viewer = { ...memberWith(['adjudicator', 'screener']), settlesAt: ['full-text'] as const };
  const at = { stage: 'full-text', phase: 'conflicted', hasDecided: false, hasThirdPerson: true } as const;

  it('sees nothing of full texts while title and abstract is open: they tell which records passed', () => {
    expect(maySeeOutcomes(viewer, 'full-text')).toBe(false);
    expect(maySeeOthersDecisions(viewer, 'full-text', 'conflicted')).toBe(false);
    expect(whyNotAdjudicate(viewer, at, 'adjudicate')).toMatch(/^You still screen title and abstract/);
  });

  it('settles them once that stage is closed', () => {
    const later = { ...viewer, closedStages: ['title-and-abstract'] as const };
    expect(maySeeOutcomes(later, 'full-text')).toBe(true);
    expect(maySeeOthersDecisions(later, 'full-text', 'conflicted')).toBe(true);
    expect(whyNotAdjudicate(later, at, 'adjudicate')).toBeNull();
  });

  it('loses nothing where the lead does not have them screen title and abstract', () => {
    expect(whyNotSettleAt({ ...viewer, screensAt: ['full-text'] }, 'full-text')).toBeNull();
  });
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
