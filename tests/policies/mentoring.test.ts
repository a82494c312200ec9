import { describe, expect, it } from 'vitest';
import { whyNotAccept, whyNotInvite, whyNotReach, whyNotSetState } from '#policies/mentoring';

const PAIR = { mentorId: 'mentor', menteeId: 'mentee' } as const;
const FREE = { isSelf: false, offers: ['peer'], task: 'peer', free: 2, open: 1, between: null } as const;

describe('a mentor invites a mentee', () => {
  it('only for what they offer, as long as they have room that no open invitation has taken', () => {
    expect(whyNotInvite(FREE)).toBeNull();
    expect(whyNotInvite({ ...FREE, isSelf: true })).toMatch(/own mentor/);
    expect(whyNotInvite({ ...FREE, task: 'faculty' })).toMatch(/do not offer/);
    expect(whyNotInvite({ ...FREE, free: 0, open: 0 })).toMatch(/no room/);
    expect(whyNotInvite({ ...FREE, open: 2 })).toMatch(/as many as you have room for/);
    expect(whyNotInvite({ ...FREE, between: 'asked' })).toMatch(/agree to their request/);
    expect(whyNotInvite({ ...FREE, between: 'active' })).toMatch(/already/);
  });

  it('only the invited one accepts, once, with the task free and room left', () => {
    const invited = { ...PAIR, state: 'invited' } as const;
    expect(whyNotAccept(invited, 'mentee', 1, false)).toBeNull();
    expect(whyNotAccept(invited, 'mentee', 0, false)).toMatch(/no room/);
    expect(whyNotAccept(invited, 'mentee', 1, true)).toMatch(/have a mentor for this/);
    // The mentor is told the same whether or not the mentee has another mentor.
    expect(whyNotAccept(invited, 'mentor', 1, true)).toBe(whyNotAccept(invited, 'mentor', 1, false));
    expect(whyNotAccept({ ...PAIR, state: 'withdrawn' }, 'mentee', 1, false)).toMatch(/no longer open/);
  });

  it('who began takes back, the other one declines', () => {
    const may = (state: 'asked' | 'invited' | 'ended', who: string, to: 'declined' | 'withdrawn') =>
      whyNotSetState({ ...PAIR, state }, who, to) === null;
    expect([may('invited', 'mentee', 'declined'), may('invited', 'mentor', 'declined')]).toEqual([true, false]);
    expect([may('invited', 'mentor', 'withdrawn'), may('invited', 'mentee', 'withdrawn')]).toEqual([true, false]);
    expect([may('asked', 'mentor', 'declined'), may('asked', 'mentee', 'declined')]).toEqual([true, false]);
    expect([may('asked', 'mentee', 'withdrawn'), may('asked', 'mentor', 'withdrawn')]).toEqual([true, false]);
    expect([may('ended', 'mentor', 'withdrawn'), may('ended', 'mentee', 'declined')]).toEqual([false, false]);
    expect(whyNotSetState({ ...PAIR, state: 'invited' }, 'mentor', 'ended')).not.toBeNull();
  });

  it('nobody reaches whom they block, who blocks them, or anybody while an administrator stopped them', () => {
    const free = { hasBlocked: false, isBlocked: false, stoppedBecause: null };
    expect(whyNotReach(free)).toBeNull();
    for (const bar of [{ hasBlocked: true }, { isBlocked: true }, { stoppedBecause: 'Asked for money' }]) {
      expect(whyNotReach({ ...free, ...bar })).not.toBeNull();
    }
  });
});
