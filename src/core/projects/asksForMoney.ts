/** What a post says that asks its readers for money, as it stands there; null where nothing does. */
const AMOUNT =
  /(?:[$€£₹]\s?\d|\b\d[\d,.]*\s?(?:usd|eur|gbp|inr|pkr|ngn|dollars?|euros?|pounds?|rupees?|naira)\b|\b(?:usd|eur|gbp|inr|pkr)\s?\d)/i;
const FEE =
  /\b(?:participation|application|registration|enrol?l?ment|membership|mentoring|mentorship|authorship|author|processing|joining|entry|programme|program|course|training|seat|certificate|letter|publication)[\s-]+(?:fees?|charges?|costs?|payments?|deposits?)\b|\bfees?\b/i;
const READER_PAYS =
  /\b(?:you|applicants?|members?|authors?|participants?|everybody|each (?:person|author|member|one))\b[^.!?]{0,60}?\b(?:pays?|transfers?|donates?|deposits?|share the cost|chip in)\b/i;
const SOLD =
  /\b(?:buy|purchase|pay(?:ing)? for|price of|costs? of)\b[^.!?]{0,40}\b(?:authorship|author|place|seat|slot|position|spot|letter)\b/i;
const WAY_OF_PAYING =
  /\b(?:western union|paypal|venmo|zelle|cash ?app|bank transfer|bitcoin|crypto(?:currency)?|easypaisa|upi id)\b/i;
/** Said against it ("no fee"), or the other way round ("we pay you", "the department covers it"). */
const NO_FEE =
  /\b(?:no|not|never|without|free of|nobody|none|zero|neither|nor|waived?|waive|don[’']t|doesn[’']t|won[’']t|un)\b/i;
const WE_PAY =
  /\b(?:we (?:pay|cover|reimburse|bear)|paid by (?:us|the|our)|covered by|borne by|stipend|salary|honorarium|reimbursed?|grant|funded|funding|you (?:are|will be|get|receive) (?:paid|a stipend|an honorarium))\b/i;
const MONEY = [AMOUNT, FEE, READER_PAYS, SOLD, WAY_OF_PAYING];

/**
 * Whether a post asks those who would join for money: a fee, an amount, a way to pay. Gives the sentence that does, so that the
 * refusal can say why; null for none. A sentence that says there is no fee, or that the team pays, is no such sentence. It is made
 * to catch what honest posts don't say; a report by a reader catches the rest.
 */
export function asksForMoney(text: string): string | null {
  const sentences = text.split(/(?<=[.!?;])\s+|\n+/);
  const found = sentences.find(
    sentence => MONEY.some(pattern => pattern.test(sentence)) && !NO_FEE.test(sentence) && !WE_PAY.test(sentence),
  );
  return found?.trim() ?? null;
}
