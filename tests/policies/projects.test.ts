import { describe, expect, it } from 'vitest';
import { APPLICATION_STATES, OFFER_STATES, OPENING_STATES } from '#core/people/vocabulary';
import { ROLES } from '#core/vocabulary';
import { whyNotAccept, whyNotApply, whyNotLead, whyNotRemove } from '#policies/projects';
import { memberWith } from './everyStanding.ts';

const BOTH = [false, true] as const;
const SEATS = [-1, 0, 1, 3] as const;

describe('who may lead', () => {
  for (const role of ROLES) {
    it(`a ${role}${role === 'lead' ? '' : ' does not'}`, () => {
      expect(whyNotLead(memberWith([role])) === null).toBe(role === 'lead');
    });
  }

  it('nobody from outside', () => {
    expect(whyNotLead(null)).not.toBeNull();
    expect(whyNotLead(memberWith([]))).not.toBeNull();
  });
});

describe('who may let whom go', () => {
  for (const role of ROLES) {
    for (const who of ['me', 'somebody else']) {
      for (const isLead of BOTH) {
        for (const otherLeads of [0, 1]) {
          const mayActOnThem = who === 'me' || role === 'lead';
          const expected = mayActOnThem && !(isLead && otherLeads === 0);
          it(`a ${role} and ${who}, ${isLead ? 'a lead' : 'no lead'}, beside ${otherLeads} other leads`, () => {
            expect(whyNotRemove(memberWith([role]), who, otherLeads, isLead) === null).toBe(expected);
          });
        }
      }
    }
  }
});

describe('who may apply for an opening', () => {
  for (const openingState of OPENING_STATES) {
    for (const application of [null, ...APPLICATION_STATES]) {
      it(`${openingState}, application: ${application ?? 'none'}`, () => {
        for (const seatsLeft of SEATS) {
          for (const isMember of BOTH) {
            for (const isPastClosing of BOTH) {
              const isNew = application === null || application === 'withdrawn';
              // Where all seats are taken one may wait for another.
              const mayCome = openingState === 'open' || seatsLeft <= 0;
              const expected = mayCome && isNew && !isMember && !isPastClosing;
              const refusal = whyNotApply({ openingState, application, seatsLeft, isMember, isPastClosing });
              expect(refusal === null).toBe(expected);
            }
          }
        }
      });
    }
  }
});

describe('who may not apply although the seat is free', () => {
  const free = {
    openingState: 'open',
    application: null,
    seatsLeft: 1,
    isMember: false,
    isPastClosing: false,
  } as const;

  it('somebody whom a rule of the project speaks against is told which', () => {
    expect(whyNotApply({ ...free, notEligible: 'Asked for and not met: step 1 passed.' })).toContain('step 1');
  });

  it('somebody with six open applications', () => {
    expect(whyNotApply({ ...free, openApplications: 5 })).toBeNull();
    expect(whyNotApply({ ...free, openApplications: 6 })).toContain('6 open applications');
  });

  it('nobody, where an administrator took it out of sight', () => {
    expect(whyNotApply({ ...free, isHidden: true })).not.toBeNull();
  });
});

describe('who may take an offered seat', () => {
  for (const state of OFFER_STATES) {
    for (const isMine of BOTH) {
      it(`${state}, ${isMine ? 'mine' : 'somebody else’s'}`, () => {
        for (const seatsLeft of SEATS) {
          const expected = isMine && state === 'open' && seatsLeft > 0;
          expect(whyNotAccept({ isMine, state, seatsLeft }) === null).toBe(expected);
        }
      });
    }
  }
});
