import { plainHeader } from '#core/searching/csv/columns';
import type { RecordDraft } from '#core/searching/draft';
import { keepRaw } from '#core/searching/keepRaw';
import { readClinicalTrialsRow, readIctrpFields, type TrialField } from '#core/searching/trials/readTrialFields';
import { registryText, trialDraft } from '#core/searching/trials/trialDraft';

/** How a registry's table says what trial a row is about; null when the headers are no registry's. */
export function trialTable(headers: readonly string[]): ((cells: readonly string[]) => RecordDraft) | null {
  const plain = headers.map(plainHeader);
  const has = (...names: readonly string[]): boolean => names.some(name => plain.includes(name));
  const read = has('trialid') && has('publictitle', 'scientifictitle') ? readIctrpFields : null;
  const isClinicalTrials = has('nctnumber') && has('studytitle', 'title');
  const reader = read ?? (isClinicalTrials ? readClinicalTrialsRow : null);
  if (!reader) return null;
  return cells => {
    const used = new Set<number>();
    const field: TrialField = (...names) => {
      for (const name of names) {
        const index = plain.indexOf(name);
        if (index >= 0) used.add(index);
        const value = registryText(cells[index]);
        if (value !== null) return value;
      }
      return null;
    };
    const rest: Record<string, string[]> = {};
    const facts = reader(field, rest);
    for (const [index, header] of headers.entries()) {
      const value = used.has(index) ? null : registryText(cells[index]);
      if (value !== null && plain[index]) keepRaw(rest, header.trim(), value);
    }
    return trialDraft({ ...facts, rest });
  };
}
