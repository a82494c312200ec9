/** A volume or issue taken apart: its number, and the supplement or part, if any. */
export interface VolumeNumber {
  readonly number: string;
  /** "s" with the number of the supplement or part ("s", "s1"), or empty. */
  readonly supplement: string;
}

const LONG_VOLUME = 20;

/** "35 Suppl 1", "VOL. 312", "29 (7)", "13/14": the number and the supplement; null where there is neither. */
export function normaliseVolume(raw: string | null): VolumeNumber | null {
  if (!raw) return null;
  // "1)": what a bad split of "59 (Suppl 1)" left over is no volume.
  if (/^[^(]*\)/.test(raw)) return null;
  const text = raw.toLowerCase();
  const supplement = /(?:suppl(?:ement)?|\bsup\b|\bspec)[._\s]*(?:no\.?\s*)?(\d*)|^s\.?(\d+)$/.exec(text);
  const rest = supplement ? text.slice(0, supplement.index) : text;
  const numbers = rest
    .replace(/\([^)]*pagination[^)]*\)?/g, ' ')
    .replace(/(?<=\d)\s*\(.*$/, ' ')
    .match(/\d+/g);
  // A meeting's name with its year and number may stand before the volume.
  const number = /^[a-z]{5}/.test(rest) && rest.length > LONG_VOLUME ? numbers?.at(-1) : numbers?.[0];
  const digits = (number ?? '').replace(/^0+(?=\d)/, '');
  if (digits === '' && !supplement) return null;
  return { number: digits, supplement: supplement ? `s${supplement[1] || supplement[2] || ''}` : '' };
}
