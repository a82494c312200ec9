import { describe, expect, it } from 'vitest';
import { ROLES } from '#core/vocabulary';
import { type AssessCase, whyNotAssess, whyNotReopenOwn, whyNotSettle } from '#policies/appraisal';
import { maySeeAssessments, whyNotChangeAssessment } from '#policies/visibility';
import { memberWith } from './everyStanding.ts';

/** Every way in which assessors of one appraisal can stand: needed, begun, finished, settled, mine. */
const CASES: readonly AssessCase[] = [1, 2].flatMap(needed =>
  [0, 1, 2]
    .filter(begun => begun <= needed)
    .flatMap(begun =>
      [0, 1, 2]
        .filter(finished => finished <= begun)
        .flatMap(finished =>
          [false, true]
            .filter(isMine => !isMine || begun > 0)
            .flatMap(isMine =>
              [false, true]
                .filter(isMineFinished => (isMineFinished ? isMine && finished > 0 : !isMine || finished < begun))
                .flatMap(isMineFinished =>
                  [false, true]
                    .filter(isSettled => (needed === 1 ? isSettled === finished > 0 : !isSettled || finished === 2))
                    .map(isSettled => ({ needed, begun, finished, isMine, isMineFinished, isSettled })),
                ),
            ),
        ),
    ),
);
const nameOf = (at: AssessCase) =>
  `${at.finished} of ${at.needed} finished, ${at.begun} begun${at.isMine ? `, mine ${at.isMineFinished ? 'finished' : 'open'}` : ''}${at.isSettled ? ', settled' : ''}`;
const me = memberWith(['extractor']);

describe('what two assessors see of each other', () => {
  it.each(CASES.map(at => [nameOf(at), at] as const))('%s: nothing until all have finished', (_name, at) => {
    expect(maySeeAssessments(at)).toBe(at.isSettled || at.finished === at.needed);
  });

  it.each(CASES.filter(at => at.needed === 2).map(at => [nameOf(at), at] as const))(
    '%s: who may see the other no longer changes the own one, nor joins',
    (_name, at) => {
      if (!maySeeAssessments(at)) return expect(whyNotChangeAssessment(at)).toBeNull();
      expect(whyNotChangeAssessment(at)).not.toBeNull();
      expect(whyNotReopenOwn(me, at)).not.toBeNull();
      expect(whyNotAssess(me, at)).not.toBeNull();
    },
  );
});

describe('who assesses', () => {
  it.each(CASES.map(at => [nameOf(at), at] as const))(
    '%s: a seat that is free, or the own one unfinished',
    (_n, at) => {
      const hasSeat = at.isMine ? !at.isMineFinished : at.begun < at.needed && !at.isSettled;
      expect(whyNotAssess(me, at) === null).toBe(hasSeat);
    },
  );

  it.each(ROLES)('a %s', role => {
    const at = { needed: 2, begun: 0, finished: 0, isMine: false, isMineFinished: false, isSettled: false };
    const viewer = memberWith([role]);
    expect(whyNotAssess(viewer, at) === null).toBe(role === 'lead' || role === 'extractor');
    const both = { needed: 2, finished: 2, isSettled: false };
    expect(whyNotSettle(viewer, both) === null).toBe(['lead', 'extractor', 'adjudicator'].includes(role));
    expect(whyNotSettle(viewer, { ...both, finished: 1 })).not.toBeNull();
  });

  it('leaves nothing to agree on to who assesses alone, but lets them think again', () => {
    const alone = { needed: 1, begun: 1, finished: 1, isMine: true, isMineFinished: true, isSettled: true };
    expect(whyNotSettle(me, alone)).not.toBeNull();
    expect(whyNotReopenOwn(me, alone)).toBeNull();
  });
});
