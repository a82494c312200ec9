import { dateText } from '#core/dateText';
/** The four points of ICMJE that make an author together: the work, the text, the approval, answering for it. */
export const AUTHOR_POINTS = ['work', 'text', 'approval', 'accountability'] as const;
export type AuthorPoint = (typeof AUTHOR_POINTS)[number];

export const AGREED_EARNINGS = ['author', 'acknowledgement', 'nothing-yet'] as const;
export type AgreedEarning = (typeof AGREED_EARNINGS)[number];

/** What one person does, by when, and what it earns if it is done. */
export interface AgreementLine {
  readonly personId: string;
  readonly does: string;
  readonly byOn: string | null;
  readonly earns: AgreedEarning;
  /** Which of the four points are planned. */
  readonly points: readonly AuthorPoint[];
}

export interface AgreementText {
  readonly lines: readonly AgreementLine[];
  readonly orderRule: string;
  readonly ifChanges: string;
}

/**
 * Why a line can't stand: an author without all four ICMJE points planned would be promised what no journal gives. Null where
 * it can. Source: ICMJE Recommendations, "Defining the Role of Authors and Contributors".
 */
export function whyNotEarn(line: AgreementLine): string | null {
  if (line.earns !== 'author') return null;
  const lacking = AUTHOR_POINTS.filter(point => !line.points.includes(point));
  if (lacking.length === 0) return null;
  return `An author plans all four ICMJE points; ${lacking.length} of them ${lacking.length === 1 ? 'is' : 'are'} not planned. Plan them, or agree on an acknowledgement.`;
}

/** The text that a signature stands under: the same agreement gives the same text, letter by letter. */
export function agreementText(text: AgreementText): string {
  const lines = [...text.lines]
    .sort((a, b) => (a.personId < b.personId ? -1 : 1))
    .map(({ personId, does, byOn, earns, points }) => ({
      ...{ personId, does, byOn, earns },
      points: AUTHOR_POINTS.filter(point => points.includes(point)),
    }));
  return JSON.stringify({ lines, orderRule: text.orderRule, ifChanges: text.ifChanges });
}

export interface AgreementChange {
  /** Null for the rules that all share. */
  readonly personId: string | null;
  readonly sentence: string;
}

const dueText = (byOn: string | null) => (byOn === null ? 'without a date' : dateText(byOn));

const earnedText = (earns: AgreedEarning) => earns.replaceAll('-', ' ');

/** What is different from the version before, a sentence for each person and rule that changed. */
export function agreementChanges(before: AgreementText, after: AgreementText): AgreementChange[] {
  const changes: AgreementChange[] = [];
  const earlier = new Map(before.lines.map(line => [line.personId, line]));
  for (const line of after.lines) {
    const old = earlier.get(line.personId);
    earlier.delete(line.personId);
    if (!old) {
      changes.push({ personId: line.personId, sentence: 'was added.' });
      continue;
    }
    const parts = [
      old.does !== line.does ? `does “${line.does}” instead of “${old.does}”` : '',
      old.byOn !== line.byOn ? `is due ${dueText(line.byOn)} instead of ${dueText(old.byOn)}` : '',
      old.earns !== line.earns ? `earns ${earnedText(line.earns)} instead of ${earnedText(old.earns)}` : '',
      old.points.length !== line.points.length
        ? `has ${line.points.length} of 4 points planned instead of ${old.points.length}`
        : '',
    ].filter(part => part !== '');
    if (parts.length > 0) changes.push({ personId: line.personId, sentence: `${parts.join('; ')}.` });
  }
  for (const personId of earlier.keys()) changes.push({ personId, sentence: 'was taken out.' });
  if (before.orderRule !== after.orderRule)
    changes.push({ personId: null, sentence: 'The rule for the order of names changed.' });
  if (before.ifChanges !== after.ifChanges)
    changes.push({ personId: null, sentence: 'What happens if something changes is new.' });
  return changes;
}
