/** What a person is in a community. A committee sees its outcomes in numbers and nothing else. */
export const COMMUNITY_PARTS = ['mentee', 'senior', 'faculty', 'committee'] as const;
export type CommunityPart = (typeof COMMUNITY_PARTS)[number];

export const COMMUNITY_MEMBER_STATES = ['asked', 'member', 'declined', 'left'] as const;
export type CommunityMemberState = (typeof COMMUNITY_MEMBER_STATES)[number];

/** `waiting`: all places were taken when it was answered; the first who waits moves up. */
export const EVENT_ANSWERS = ['coming', 'waiting', 'not-coming'] as const;
export type EventAnswerWord = (typeof EVENT_ANSWERS)[number];

/** `met`: both have agreed. */
export const PAIRING_STATES = ['offered', 'met', 'declined', 'ended'] as const;
export type PairingState = (typeof PAIRING_STATES)[number];
