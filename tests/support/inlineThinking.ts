import { findDuplicates } from '#core/duplicates/findDuplicates';
import { answerRequest } from '#core/synthesis/request/synthesise';
import type { Context } from '#services/context';

/** The same thought without a thread: test files run from TypeScript, which a thread can't load. */
export const inlineThinking: Context['think'] = {
  findDuplicates: async (records, decisions) => findDuplicates(records, decisions),
  synthesise: async request => answerRequest(request),
};
