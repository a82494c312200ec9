import { readNumber } from '../readNumber.ts';

export const fieldPlace = (characteristicId: string, armId: string | null) =>
  `field ${characteristicId} ${armId ?? ''}`;
export const armPlace = (outcomeId: string, armId: string) => `arm ${outcomeId} ${armId}`;
export const armNamePlace = (armId: string) => `arm-name ${armId}`;
export const randomisedPlace = (armId: string) => `randomised ${armId}`;
/** What one of two extractors wrote, where both are compared. */
export const comparedPlace = (key: string, personId: string) => `compared ${key} ${personId}`;
export const studyPlace = (outcomeId: string) => `study ${outcomeId}`;

/** The one number that a quote is, to be put where it was pressed; null when it is something else. */
export function numberInQuote(quote: string): string | null {
  const bare = quote
    .trim()
    .replace(/^[([]|[)\];,.%]$/g, '')
    .trim()
    .replace(/(\d)[·‧∙](\d)/g, '$1.$2');
  const read = readNumber(bare);
  return read.isRead && read.value !== null ? bare : null;
}
