import { describe, expect, it } from 'vitest';
import { PHASES, type Phase } from '#core/screening/phase';
import { type Role, STAGES } from '#core/vocabulary';
import { whyNotAdjudicate, whyNotDecide, whyNotScreen } from '#policies/screening';
import { CLOSED_SETS, memberWith, nameOf, ROLE_SETS } from './everyStanding.ts';

const SCREENERS: readonly Role[] = ['screener', 'lead', 'adjudicator'];
const SETTLERS: readonly Role[] = ['lead', 'adjudicator'];
const hasOneOf = (roles: readonly Role[], wanted: readonly Role[]) => roles.some(role => wanted.includes(role));
const BOTH = [false, true] as const;

describe('who may screen at all', () => {
  for (const roles of ROLE_SETS) {
    for (const closed of CLOSED_SETS) {
      it(`${nameOf(roles)}, closed: ${nameOf(closed)}`, () => {
        for (const stage of STAGES) {
          const expected = hasOneOf(roles, SCREENERS) && !closed.includes(stage);
          expect(whyNotScreen(memberWith(roles, closed), stage) === null).toBe(expected);
        }
      });
    }
  }
});

describe('who may decide on a record, change that, or take it back', () => {
  for (const roles of ROLE_SETS) {
    for (const closed of CLOSED_SETS) {
      for (const stage of STAGES) {
        it(`${nameOf(roles)} at ${stage}, closed: ${nameOf(closed)}`, () => {
          const viewer = memberWith(roles, closed);
          const isOpenToMe = hasOneOf(roles, SCREENERS) && !closed.includes(stage);
          for (const phase of PHASES) {
            for (const isAssigned of BOTH) {
              const at = { stage, phase, isAssigned };
              const isFirstAllowed = isOpenToMe && isAssigned;
              const isChangeAllowed = isFirstAllowed && (phase === 'independent' || !hasOneOf(roles, SETTLERS));
              const decide = (hasDecided: boolean) =>
                whyNotDecide(viewer, { ...at, isDiscussed: false, hasDecided }, 'decide') === null;
              const withdraw =
                whyNotDecide(viewer, { ...at, isDiscussed: false, hasDecided: true }, 'withdraw') === null;
              expect(decide(false), `first, ${phase}, assigned: ${isAssigned}`).toBe(isFirstAllowed);
              expect(decide(true), `change, ${phase}, assigned: ${isAssigned}`).toBe(isChangeAllowed);
              expect(withdraw, `withdraw, ${phase}, assigned: ${isAssigned}`).toBe(isChangeAllowed);
            }
          }
        });
      }
    }
  }

  it('lets whoever was invited to discuss a record change their decision until it is settled, whatever their roles', () => {
    for (const roles of ROLE_SETS) {
      for (const phase of PHASES) {
        const at = { stage: 'full-text', phase, isAssigned: true, hasDecided: true, isDiscussed: true } as const;
        const viewer = memberWith(roles);
        const may = hasOneOf(roles, SCREENERS) && phase !== 'adjudicated';
        expect(whyNotDecide(viewer, at, 'decide') === null).toBe(may);
        expect(whyNotDecide(viewer, at, 'withdraw')).not.toBeNull();
        expect(whyNotDecide(memberWith(roles, ['full-text']), at, 'decide')).not.toBeNull();
      }
    }
  });

  it('answers a screener in the same words whatever the others have made of the record', () => {
    const screener = memberWith(['screener']);
    for (const act of ['decide', 'withdraw'] as const) {
      for (const isAssigned of BOTH) {
        for (const hasDecided of BOTH) {
          const answer = (phase: Phase) =>
            whyNotDecide(screener, { stage: 'full-text', phase, isAssigned, isDiscussed: false, hasDecided }, act);
          const answers = new Set(PHASES.filter(phase => phase !== 'independent').map(answer));
          expect(answers.size).toBe(1);
        }
      }
    }
  });
});

describe('who may settle a conflict, or reopen it', () => {
  for (const roles of ROLE_SETS) {
    for (const closed of CLOSED_SETS) {
      for (const phase of PHASES) {
        it(`${nameOf(roles)}, ${phase}, closed: ${nameOf(closed)}`, () => {
          for (const stage of STAGES) {
            for (const hasDecided of BOTH) {
              for (const hasThirdPerson of BOTH) {
                const at = { stage, phase, hasDecided, hasThirdPerson };
                const isMine = hasOneOf(roles, SETTLERS) && !closed.includes(stage) && !(hasDecided && hasThirdPerson);
                const viewer = memberWith(roles, closed);
                expect(whyNotAdjudicate(viewer, at, 'adjudicate') === null).toBe(isMine && phase === 'conflicted');
                expect(whyNotAdjudicate(viewer, at, 'reopen') === null).toBe(isMine && phase === 'adjudicated');
              }
            }
          }
        });
      }
    }
  }
});
