/** What a mentee answers before each check-in; the mentor reads it before they meet. */
export const AGENDA_QUESTIONS = ['went-well', 'in-the-way', 'wanted'] as const;
export type AgendaQuestion = (typeof AGENDA_QUESTIONS)[number];

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** The question as it is asked. Takes the day of the last meeting as `2026-10-26`, null where there was none. */
export function agendaText(question: AgendaQuestion, mentorName: string, since: string | null): string {
  switch (question) {
    case 'went-well':
      return since === null
        ? 'What goes well?'
        : `What went well since ${Number(since.slice(8))} ${MONTHS[Number(since.slice(5, 7)) - 1]}?`;
    case 'in-the-way':
      return 'What stands in your way?';
    case 'wanted':
      return `What do you want ${mentorName.split(' ')[0]} to do for you?`;
  }
}
