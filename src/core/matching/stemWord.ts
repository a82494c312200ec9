function isConsonant(word: string, at: number): boolean {
  const letter = word[at];
  if (letter === undefined || 'aeiou'.includes(letter)) return false;
  return letter !== 'y' || at === 0 || !isConsonant(word, at - 1);
}

/** The m of Porter's [C](VC)^m[V]: how many times a vowel run is followed by a consonant run. */
function measureOf(stem: string): number {
  let measure = 0;
  let afterVowel = false;
  for (let at = 0; at < stem.length; at++) {
    const consonant = isConsonant(stem, at);
    if (consonant && afterVowel) measure++;
    afterVowel = !consonant;
  }
  return measure;
}

function hasVowel(stem: string): boolean {
  for (let at = 0; at < stem.length; at++) if (!isConsonant(stem, at)) return true;
  return false;
}

function endsInDoubleConsonant(word: string): boolean {
  return word.length > 1 && word.at(-1) === word.at(-2) && isConsonant(word, word.length - 1);
}

/** Consonant, vowel, consonant that is not w, x or y: such a short stem takes its final e back (fil → file). */
function endsInShortSyllable(word: string): boolean {
  const last = word.length - 1;
  return (
    last >= 2 &&
    isConsonant(word, last) &&
    !isConsonant(word, last - 1) &&
    isConsonant(word, last - 2) &&
    !'wxy'.includes(word.charAt(last))
  );
}

type Ending = readonly [ending: string, instead: string];

const STEP_2: readonly Ending[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['abli', 'able'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
];

const STEP_3: readonly Ending[] = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
];

const STEP_4: readonly Ending[] = [
  'al',
  'ance',
  'ence',
  'er',
  'ic',
  'able',
  'ible',
  'ant',
  'ement',
  'ment',
  'ent',
  'sion',
  'tion',
  'ou',
  'ism',
  'ate',
  'iti',
  'ous',
  'ive',
  'ize',
].map(ending => [ending, ending === 'sion' ? 's' : ending === 'tion' ? 't' : '']);

/** The longest ending that fits decides, whether or not its condition then holds. */
function longestEnding(word: string, endings: readonly Ending[]): Ending | null {
  let longest: Ending | null = null;
  for (const ending of endings) {
    if (word.endsWith(ending[0]) && ending[0].length > (longest?.[0].length ?? 0)) longest = ending;
  }
  return longest;
}

function replaceEnding(word: string, endings: readonly Ending[], leastMeasure: number): string {
  const found = longestEnding(word, endings);
  if (!found) return word;
  const stem = word.slice(0, word.length - found[0].length) + found[1];
  // For "sion" and "tion" the stem keeps its s or t, and is measured with it.
  const measured = found[1].length === 1 ? stem : word.slice(0, word.length - found[0].length);
  return measureOf(measured) >= leastMeasure ? stem : word;
}

function withoutPlural(word: string): string {
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function withoutPast(word: string): string {
  if (word.endsWith('eed')) return measureOf(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const stem = word.endsWith('ed') ? word.slice(0, -2) : word.endsWith('ing') ? word.slice(0, -3) : null;
  if (stem === null || !hasVowel(stem)) return word;
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (endsInDoubleConsonant(stem) && !/[lsz]$/.test(stem)) return stem.slice(0, -1);
  return measureOf(stem) === 1 && endsInShortSyllable(stem) ? `${stem}e` : stem;
}

function withoutFinalE(word: string): string {
  if (!word.endsWith('e')) return word;
  const stem = word.slice(0, -1);
  const measure = measureOf(stem);
  return measure > 1 || (measure === 1 && !endsInShortSyllable(stem)) ? stem : word;
}

/**
 * The stem of a lower-case English word, so that "ablations" and "ablation" are one term. Words of two letters, and words
 * with anything but a–z in them, stay as they are.
 *
 * Source: Porter MF. An algorithm for suffix stripping. Program 1980;14:130–137. doi:10.1108/eb046814.
 */
export function stemWord(word: string): string {
  if (word.length <= 2 || !/^[a-z]+$/.test(word)) return word;
  let stem = withoutPast(withoutPlural(word));
  if (stem.endsWith('y') && hasVowel(stem.slice(0, -1))) stem = `${stem.slice(0, -1)}i`;
  stem = replaceEnding(stem, STEP_2, 1);
  stem = replaceEnding(stem, STEP_3, 1);
  stem = replaceEnding(stem, STEP_4, 2);
  stem = withoutFinalE(stem);
  return stem.endsWith('ll') && measureOf(stem) > 1 ? stem.slice(0, -1) : stem;
}
