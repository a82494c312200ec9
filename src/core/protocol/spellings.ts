/**
 * British and American spellings, as the parts in which they differ; a caret where the part begins the word. Authors
 * write both, and the words of titles and abstracts are searched as they stand.
 */
const PAIRS = `^haemat hemat|^haemo hemo|^anaemi anemi|^uraemi uremi|^aetiolog etiolog|^caesar cesar|^foetal fetal
^foetus fetus|^oesoph esoph|^oestrogen estrogen|^oestradiol estradiol|^oedema edema|^ageing aging|^centres centers
ischaemi ischemi|leukaemi leukemi|glycaemi glycemi|septicaemi septicemi|lipidaemi lipidemi|natraemi natremi
kalaemi kalemi|paediatr pediatr|orthopaed orthoped|gynaecolog gynecolog|anaesth anesth|lymphoedema lymphedema
diarrhoea diarrhea|gonorrhoea gonorrhea|dyspnoea dyspnea|apnoea apnea|tumour tumor|behaviour behavior
leucocyt leukocyt|sulph sulf|randomis randomiz|hospitalis hospitaliz|immunis immuniz|mobilis mobiliz
vascularis vasculariz|sterilis steriliz|standardis standardiz|characteris characteriz|isation ization`;

interface SpellingPair {
  readonly find: RegExp;
  readonly put: string;
}

const [TO_AMERICAN, TO_BRITISH] = [true, false].map((american): readonly SpellingPair[] =>
  PAIRS.split(/[|\n]/).map(line => {
    const [british = '', put = ''] = line.replace('^', '').split(' ');
    const start = line.startsWith('^') ? '(?<!\\p{L})' : '';
    const [from, to] = american ? [british, put] : [put, british];
    return { find: new RegExp(`${start}${from}`, 'giu'), put: to };
  }),
);

/** The words as they are written on the other side of the Atlantic as well; the given spelling stands first. */
export function spellingsOf(words: string): readonly string[] {
  const other = (pairs: readonly SpellingPair[] | undefined): string =>
    (pairs ?? []).reduce((text, { find, put }) => text.replace(find, found => likeCase(put, found)), words);
  return [...new Set([words, other(TO_AMERICAN), other(TO_BRITISH)])];
}

/** With a capital where the replaced part has one. */
function likeCase(text: string, model: string): string {
  return /^\p{Lu}/u.test(model) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
