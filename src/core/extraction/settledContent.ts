import { askedPlaces, compareSheets, type SheetLayout } from '#core/extraction/compareSheets';
import type { SheetContent } from '#core/extraction/sheetContent';
import { sourceAt } from '#core/extraction/sourceAt';

/** One extractor's sheet. */
export interface AuthoredSheet {
  readonly personId: string;
  readonly content: SheetContent;
}

/** Whose version stands at each place where they differ; null: neither, it stays empty. */
export type Picks = Readonly<Record<string, string | null>>;

/** What stands at a place in the end, and whose it is. */
export interface SettledPlace {
  readonly key: string;
  readonly from: AuthoredSheet;
}

export type Settled =
  | { readonly isWhole: true; readonly places: readonly SettledPlace[] }
  | { readonly isWhole: false; readonly open: readonly string[] };

/**
 * What two sheets come to: where they say the same, the one that names its source, else the first; where they differ, the
 * one that was picked. Not whole while a difference has no pick; `open` names the places.
 */
export function settledContent(
  layout: SheetLayout,
  [one, other]: readonly [AuthoredSheet, AuthoredSheet],
  picks: Picks,
): Settled {
  const compared = compareSheets(layout, one.content, other.content);
  const open = compared.filter(place => {
    const pick = picks[place.key];
    return !place.isSame && pick !== null && pick !== one.personId && pick !== other.personId;
  });
  if (open.length > 0) {
    return { isWhole: false, open: open.map(({ label, arm }) => (arm === '' ? label : `${label}, ${arm}`)) };
  }
  const readers = new Map(askedPlaces(layout).map(place => [place.key, place]));
  const places = compared.flatMap(({ key, isSame }): SettledPlace[] => {
    const isSourced = ({ content }: AuthoredSheet) => sourceAt(content, key).source !== null;
    if (isSame) return [{ key, from: isSourced(one) || !isSourced(other) ? one : other }];
    const from = [one, other].find(sheet => sheet.personId === picks[key]);
    // Who left it empty may be right: then nothing stands there.
    return from && readers.get(key)?.read(from.content) !== null ? [{ key, from }] : [];
  });
  return { isWhole: true, places };
}
