import { Problem } from '#core/problem';
import { asksForMoney } from '#core/projects/asksForMoney';

/** Refuses a post that asks its readers for money, and says by which words it was told. */
export function refuseMoney(texts: Readonly<Record<string, string>>): void {
  const fields = Object.entries(texts).flatMap(([field, text]) => {
    const sentence = asksForMoney(text);
    if (sentence === null) return [];
    const detail = `“${sentence.slice(0, 120)}” asks for money. Seats here cost nothing: take it out, or say that there is no fee.`;
    return [{ pointer: `/body/${field}`, detail }];
  });
  const [first] = fields;
  if (first) throw new Problem('invalid', first.detail, {}, fields);
}

const TO_READERS = /\b(?:you|your|applicants?|authors?|members?|participants? of this project)\b/i;

/** The texts of a project that may ask for money: of what it is about, which may be prices, only sentences to its readers. */
export function moneyTexts(text: {
  readonly summary: string;
  readonly mentor?: string;
  readonly contactRule?: string;
}): Readonly<Record<string, string>> {
  const toReaders = text.summary.split(/(?<=[.!?;])\s+|\n+/).filter(sentence => TO_READERS.test(sentence));
  return { summary: toReaders.join('\n'), mentor: text.mentor ?? '', contactRule: text.contactRule ?? '' };
}
