import { describe, expect, it } from 'vitest';
import { askKey, blindingProof, type ChainedDeed, proofSentence } from '#core/screening/blindingProof';

const stage = 'title-and-abstract';
const deed = (position: number, name: string, actorId: string, subjectId = 'r1'): ChainedDeed => ({
  ...{ deed: name, actorId, subjectId, stage, position },
  at: `2026-11-0${position}T08:00:00.000Z`,
});
const proofOf = (deeds: readonly ChainedDeed[], asked: Record<string, string> = {}) =>
  blindingProof({
    deeds,
    settlerIds: ['lead'],
    askedAt: new Map(Object.entries(asked).map(([personId, at]) => [askKey(stage, 'r1', personId), at])),
    needed: () => 2,
  });

describe('the proof that nobody saw before deciding', () => {
  it('finds nothing where two decide and a third settles', () => {
    const found = proofOf([
      deed(1, 'record-decision', 'ann'),
      deed(2, 'record-decision', 'ben'),
      deed(3, 'adjudicate-record', 'lead'),
      deed(4, 'close-stage', 'lead', 'review'),
    ]);
    expect(found.map(one => [one.personId, one.othersBefore, one.couldHaveSeen])).toEqual([
      ['ann', 0, null],
      ['ben', 1, null],
    ]);
    expect(proofSentence(found)).toBe(
      '2 decisions on 1 record are in the sealed log; each was made before its author could see what anybody else chose on that record.',
    );
  });

  it('names a decision that came after the stage had been opened to the team, also if it was closed by mistake', () => {
    const found = proofOf([
      deed(1, 'record-decision', 'ann'),
      deed(2, 'close-stage', 'lead', 'review'),
      deed(3, 'reopen-stage', 'lead', 'review'),
      deed(4, 'record-decision', 'ben'),
    ]);
    expect(found.map(one => one.couldHaveSeen)).toEqual([null, 'stage-was-closed-before']);
    expect(proofSentence(found)).toContain('1 was not and is listed');
  });

  it('names a lead who was asked only after both had decided, and not one who was asked with them', () => {
    const both = [
      deed(1, 'record-decision', 'ann'),
      deed(2, 'record-decision', 'ben'),
      deed(4, 'record-decision', 'lead'),
    ];
    expect(proofOf(both, { lead: '2026-11-03T08:00:00.000Z' }).at(-1)?.couldHaveSeen).toBe(
      'asked-after-others-had-decided',
    );
    expect(proofOf(both, { lead: '2026-11-01T00:00:00.000Z' }).at(-1)?.couldHaveSeen).toBeNull();
  });

  it('names what the invited decided after a discussion was opened, and not what somebody else did who was not', () => {
    const found = proofOf([
      deed(1, 'record-decision', 'ann'),
      deed(2, 'record-decision', 'ben'),
      deed(3, 'open-discussion', 'cai'),
      deed(4, 'record-decision', 'ann'),
      deed(5, 'record-decision', 'dan'),
    ]);
    expect(found.map(one => one.couldHaveSeen)).toEqual([null, null, 'discussion-was-opened-before', null]);
  });

  it('counts a decision that was taken back no more', () => {
    const found = proofOf([
      deed(1, 'record-decision', 'ann'),
      deed(2, 'withdraw-decision', 'ann'),
      deed(3, 'record-decision', 'ben'),
    ]);
    expect(found.at(-1)?.othersBefore).toBe(0);
  });
});
