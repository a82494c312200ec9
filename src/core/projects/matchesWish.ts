import type { Earning, Pay, WorkPlace } from '#core/people/vocabulary';
import type { Role } from '#core/vocabulary';

/** What somebody looks for among openings; nothing said means anything goes. */
export interface OpeningWish {
  readonly text: string;
  readonly roles: readonly Role[];
  /** At most so many hours a week; null asks for any. */
  readonly mostHours: number | null;
  readonly earns: readonly Earning[];
  readonly pays: readonly Pay[];
  readonly places: readonly WorkPlace[];
  /** Only where no hard rule speaks against, and one may apply. */
  readonly isForMe: boolean;
  /** Only those that came within the last seven days. */
  readonly isNew: boolean;
}

export const ANY_OPENING: OpeningWish = {
  text: '',
  roles: [],
  mostHours: null,
  earns: [],
  pays: [],
  places: [],
  isForMe: false,
  isNew: false,
};

/** What of an opening a wish is held against. */
export interface WishedOpening {
  readonly role: Role;
  readonly hoursPerWeek: number | null;
  readonly earnsKind: Earning | null;
  readonly pay: Pay | null;
  readonly workPlace: WorkPlace | null;
  readonly isNew: boolean;
  readonly mayApply: boolean;
  readonly isExcluded: boolean;
}

const oneOf = <Word>(wished: readonly Word[], word: Word | null) =>
  wished.length === 0 || (word !== null && wished.includes(word));

/** Whether an opening is what somebody looks for, words left aside. One that names no hours stays in, whatever one has. */
export function matchesWish(opening: WishedOpening, wish: OpeningWish): boolean {
  return (
    oneOf(wish.roles, opening.role) &&
    (wish.mostHours === null || opening.hoursPerWeek === null || opening.hoursPerWeek <= wish.mostHours) &&
    oneOf(wish.earns, opening.earnsKind) &&
    oneOf(wish.pays, opening.pay) &&
    oneOf(wish.places, opening.workPlace) &&
    (!wish.isForMe || (opening.mayApply && !opening.isExcluded)) &&
    (!wish.isNew || opening.isNew)
  );
}
