import { spellingsOf } from '#core/protocol/spellings';
import { phraseForms } from '#core/protocol/wordForms';
import { parseRecordQuery } from '#core/searching/finding/parseRecordQuery';
import { soughtWords } from '#core/searching/finding/recordQuery';

/** The words of a search as they should be marked in titles: in the spellings in which the server finds them. */
export function hitWords(text: string): string[] {
  return soughtWords(parseRecordQuery(text).root)
    .filter(({ field }) => field === null || field === 'title')
    .flatMap(({ words, isCutShort, isExact }) => {
      const phrase = words.join(' ');
      if (isCutShort) return (isExact ? [phrase] : spellingsOf(phrase)).map(form => `${form}*`);
      return isExact ? [phrase] : spellingsOf(phrase).flatMap(phraseForms);
    });
}
