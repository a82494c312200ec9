const drafts = new Map<string, string>();

/** Reasons that were begun and not yet used, so that looking at another conflict loses nothing. They live in this tab. */
export const reasonDraft = {
  of: (recordId: string): string => drafts.get(recordId) ?? '',
  keep: (recordId: string, reason: string): void => {
    drafts.set(recordId, reason);
  },
  forget: (recordId: string): void => {
    drafts.delete(recordId);
  },
};
