import { Problem } from '#core/problem';
import { createReader } from '#core/searching/createReader';
import type { ReferenceRecord } from '#core/searching/record';
import type { PracticeAnswer } from '#core/vocabulary';

/** A record of a table with what is known of it. */
export interface LabelledRecord {
  readonly record: ReferenceRecord;
  readonly answer: PracticeAnswer;
}

/** Headers that hold the known answer, without case and punctuation, the best first. */
const ANSWER_HEADERS = ['labelincluded', 'included', 'include', 'finaldecision', 'decision', 'label', 'answer'];
const WORDS: Readonly<Record<string, PracticeAnswer>> = {
  ...{ '1': 'include', include: 'include', included: 'include', yes: 'include', true: 'include', relevant: 'include' },
  ...{ '0': 'exclude', exclude: 'exclude', excluded: 'exclude', no: 'exclude', false: 'exclude' },
  ...{ irrelevant: 'exclude', 'not relevant': 'exclude' },
};

/** Reads a table of records with known answers. Refuses, with the place of the mistake, what it can't read whole. */
export function readLabelledTable(text: string): readonly LabelledRecord[] {
  const found: LabelledRecord[] = [];
  const reader = createReader(
    'csv',
    record => {
      const row = found.length + 1;
      found.push({ record, answer: answerOf(record, row) });
    },
    ({ line, reason }) => refuse(`Line ${line}: ${reason}.`),
  );
  reader.write(text);
  reader.end();
  if (found.length === 0) refuse('The table holds no records.');
  return found;
}

function answerOf({ raw, title }: ReferenceRecord, row: number): PracticeAnswer {
  const columns = Object.entries(raw).map(([header, cells]) => ({
    name: header.toLowerCase().replace(/[^a-z]/g, ''),
    ...{ header, cell: cells[0] ?? '' },
  }));
  const column = ANSWER_HEADERS.flatMap(name => columns.find(one => one.name === name) ?? [])[0];
  const which = `Record ${row}${title ? ` ("${title.slice(0, 60)}")` : ''}`;
  if (!column) {
    return refuse(`${which} has no known answer. Name its column "label_included" and fill in 1 or 0 in every row.`);
  }
  const answer = WORDS[column.cell.trim().toLowerCase()];
  return answer ?? refuse(`${which}: "${column.cell}" under "${column.header}" is neither 1 nor 0.`);
}

function refuse(detail: string): never {
  throw new Problem('invalid', detail, {}, [{ pointer: '/body/from/text', detail }]);
}
