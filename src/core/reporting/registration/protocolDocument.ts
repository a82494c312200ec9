import { dateText } from '#core/dateText';
import type { DocumentBlock, WrittenDocument } from '#core/reporting/document/writtenDocument';
import type { Deviation } from '#core/reporting/manuscript/facts';
import { type FilledField, textOfField } from '#core/reporting/registration/registrationFields';

/** The protocol as a plain document, field by field, with its amendments; what nobody filled is a marked gap. */
export function protocolDocument(
  title: string,
  fields: readonly FilledField[],
  amendments: readonly Deviation[],
): WrittenDocument {
  const blocks: DocumentBlock[] = [];
  let section = '';
  for (const field of fields) {
    if (field.section !== section) blocks.push({ kind: 'heading', level: 1, text: field.section });
    section = field.section;
    blocks.push({ kind: 'heading', level: 2, text: field.label });
    const text = textOfField(field);
    const paragraphs = text === '' ? [] : text.split('\n');
    blocks.push(
      ...(paragraphs.length === 0
        ? [{ kind: 'paragraph' as const, runs: [{ text: `Not stated yet: ${field.hint}`, look: 'gap' as const }] }]
        : paragraphs.map(line => ({ kind: 'paragraph' as const, runs: [{ text: line }] }))),
    );
  }
  blocks.push({ kind: 'heading', level: 1, text: 'Amendments' });
  if (amendments.length === 0) blocks.push({ kind: 'paragraph', runs: [{ text: 'None.' }] });
  else
    blocks.push({
      kind: 'table',
      caption: 'Amendments and deviations',
      head: ['Date', 'What', 'Why'],
      rows: amendments.map(({ on, what, reason }) => [dateText(on), what, reason || 'reason not given yet']),
      below: [],
    });
  return { title: `Protocol: ${title}`, blocks };
}
