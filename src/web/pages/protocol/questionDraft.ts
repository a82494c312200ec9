import type { BodyInputOf, ReplyOf } from '#contract/endpoint';
import type { getQuestion, saveQuestion } from '#contract/protocol';
import { FRAME_SLOTS, frameSlot } from '#core/protocol/frames';
import type { Question } from '#core/protocol/question';
import type { Frame } from '#core/vocabulary';

export type QuestionReply = ReplyOf<typeof getQuestion>;
export type QuestionVersion = QuestionReply['versions'][number];
export type DraftSlot = QuestionVersion['slots'][number];

/** A question while somebody writes it. */
export interface QuestionDraft {
  readonly frame: Frame;
  readonly title: string;
  readonly slots: readonly DraftSlot[];
  readonly filters: readonly string[];
  readonly languages: readonly string[];
  readonly publishedFrom: number | null;
  readonly publishedTo: number | null;
  /** Written by hand; null while the string follows from the slots. */
  readonly ownString: string | null;
}

export function draftOf(version: QuestionVersion | null): QuestionDraft {
  if (version === null) return withFrame(EMPTY, 'PICO');
  const { frame, title, slots, filters, languages, publishedFrom, publishedTo } = version;
  const ownString = version.isSearchStringEdited ? version.searchString : null;
  return withFrame({ frame, title, slots, filters, languages, publishedFrom, publishedTo, ownString }, frame);
}

const EMPTY: QuestionDraft = {
  frame: 'PICO',
  title: '',
  slots: [],
  filters: [],
  languages: [],
  publishedFrom: null,
  publishedTo: null,
  ownString: null,
};

const EMPTY_SLOT = {
  ...{ text: '', synonyms: [], meshHeadings: [], explode: true, majorOnly: false, proximity: null, truncate: true },
  ...{ includeWords: [], excludeWords: [] },
};

/** The same question in another frame: slots that the frame lacks stay, behind the others, unless they are empty. */
export function withFrame(draft: QuestionDraft, frame: Frame): QuestionDraft {
  const wanted = FRAME_SLOTS[frame];
  const left = [...draft.slots];
  const slots = wanted.map(({ slot, inSearch }): DraftSlot => {
    const place = left.findIndex(one => frameSlot(frame, one.slot)?.slot === slot);
    const [kept] = place === -1 ? [] : left.splice(place, 1);
    if (kept) return { ...kept, slot };
    return { ...EMPTY_SLOT, slot, inSearch };
  });
  return { ...draft, frame, slots: [...slots, ...left.filter(one => !isEmpty(one))] };
}

export function isEmpty({ text, synonyms, meshHeadings, includeWords, excludeWords }: DraftSlot): boolean {
  return text.trim() === '' && [synonyms, meshHeadings, includeWords, excludeWords].every(list => list.length === 0);
}

/** As `core/protocol` reads it: the very shape that the server hands to the same functions. */
export function askedQuestion(draft: QuestionDraft): Question {
  const { frame, title, slots, filters, languages, publishedFrom, publishedTo } = draft;
  const isLimited = publishedFrom !== null || publishedTo !== null;
  return {
    frame,
    title,
    slots: slots.map(slot => ({ ...slot, text: slot.text.trim() })),
    filters,
    languages,
    ...(isLimited ? { published: { from: publishedFrom, to: publishedTo } } : {}),
  };
}

/** What travels when the next version is saved. */
export function bodyOf(draft: QuestionDraft, basedOn: number, reason: string): BodyInputOf<typeof saveQuestion> {
  return {
    frame: draft.frame,
    title: draft.title,
    slots: draft.slots.map(slot => ({ ...slot })),
    filters: [...draft.filters],
    languages: [...draft.languages],
    publishedFrom: draft.publishedFrom,
    publishedTo: draft.publishedTo,
    searchString: draft.ownString,
    basedOn,
    reason,
  };
}

export function isSameDraft(a: QuestionDraft, b: QuestionDraft): boolean {
  return JSON.stringify(bodyOf(a, 0, '')) === JSON.stringify(bodyOf(b, 0, ''));
}
