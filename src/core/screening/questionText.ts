/** What of a review's question can be put into words for the ranking; any part may be missing. */
export interface AskedQuestion {
  readonly title?: string | undefined;
  readonly slots?: readonly QuestionSlot[] | undefined;
  readonly criteria?: readonly { readonly text: string; readonly kind: 'include' | 'exclude' }[] | undefined;
}

export interface QuestionSlot {
  readonly text: string;
  readonly synonyms?: readonly string[] | undefined;
  readonly meshHeadings?: readonly string[] | undefined;
}

/**
 * The question as one text for the ranking: title, slots with their synonyms and MeSH headings, and what makes a study
 * eligible. Criteria of exclusion name what is not wanted and stay out. The fuller the text, the better the first
 * proposals.
 */
export function questionText(question: AskedQuestion): string {
  const slots = (question.slots ?? []).flatMap(slot => [
    slot.text,
    ...(slot.synonyms ?? []),
    ...(slot.meshHeadings ?? []),
  ]);
  const wanted = (question.criteria ?? []).filter(({ kind }) => kind === 'include').map(({ text }) => text);
  return [question.title ?? '', ...slots, ...wanted].filter(part => part.trim() !== '').join('\n');
}
