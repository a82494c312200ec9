import { describe, expect, it } from 'vitest';
import { checkedItems, checklistTable } from '#core/reporting/checklist/checkedItems';
import { PRISMA_ITEMS } from '#core/reporting/checklist/prismaItems';
import type { Block, Draft } from '#core/reporting/manuscript/draft';
import { protocolDocument } from '#core/reporting/registration/protocolDocument';
import type { ProtocolFacts } from '#core/reporting/registration/protocolFacts';
import { filledFields, REGISTRATION_FIELDS, textOfField } from '#core/reporting/registration/registrationFields';

const sentence = (id: string, text: string): Block => ({ kind: 'sentence', id, pieces: [text], remark: null });
const gap = (id: string): Block => ({ kind: 'gap', id, text: 'Gap: not stated.', mend: 'Say it', page: 'protocol' });
const draftOf = (...blocks: readonly Block[]): Draft => ({
  sections: [{ id: 'search', part: 'Methods', title: 'Search', paragraphs: [blocks] }],
});
const stateOf = (number: string, draft: Draft, title = 'Remedies', fields: Readonly<Record<string, string>> = {}) =>
  checkedItems(draft, title, new Map(Object.entries(fields))).find(item => item.number === number);

describe('the PRISMA 2020 checklist', () => {
  // Page MJ et al. 2021, doi:10.1136/bmj.n71, table 1: 27 items, 42 with their parts.
  it('has the 42 items of the statement, by their numbers and in its order', () => {
    const parts = (number: number, letters: string) => [...letters].map(letter => `${number}${letter}`);
    expect(PRISMA_ITEMS.map(item => item.number)).toEqual([
      ...['1', '2', '3', '4', '5', '6', '7', '8', '9', ...parts(10, 'ab'), '11', '12', ...parts(13, 'abcdef')],
      ...['14', '15', ...parts(16, 'ab'), '17', '18', '19', ...parts(20, 'abcd'), '21', '22'],
      ...[...parts(23, 'abcd'), ...parts(24, 'abc'), '25', '26', '27'],
    ]);
  });

  it('says where the draft answers an item, and with which words', () => {
    const found = stateOf('6', draftOf(sentence('searched', 'We searched PubMed on 3 May 2026.')));
    expect(found).toMatchObject({
      state: 'answered',
      where: 'Methods: Search',
      says: 'We searched PubMed on 3 May 2026.',
    });
  });

  it('says that an item is partly answered beside a gap, and missing without a word', () => {
    expect(stateOf('6', draftOf(sentence('searched', 'We searched.'), gap('searched')))?.state).toBe('partly');
    expect(stateOf('6', draftOf(gap('searched')))?.state).toBe('missing');
    expect(stateOf('6', draftOf())?.state).toBe('missing');
  });

  it('asks of the title that it names the kind of review', () => {
    expect(stateOf('1', draftOf(), 'Remedies for the common cold')?.state).toBe('missing');
    expect(stateOf('1', draftOf(), 'Remedies: a systematic review')?.state).toBe('answered');
  });

  it('leaves to the authors what only they can say, and fields of the protocol to the protocol', () => {
    expect(stateOf('2', draftOf())?.state).toBe('yours');
    const byField = PRISMA_ITEMS.flatMap(({ number, by }) =>
      by.kind === 'field' ? [{ number, field: by.field }] : [],
    );
    expect(byField.length).toBeGreaterThan(0);
    for (const { number, field } of byField) {
      expect(REGISTRATION_FIELDS.map(one => one.id)).toContain(field);
      expect(stateOf(number, draftOf())?.state).toBe('missing');
      expect(stateOf(number, draftOf(), '', { [field]: 'Stated.' })).toMatchObject({
        state: 'answered',
        says: 'Stated.',
      });
    }
  });

  it('is a table of as many rows, each with its state in words', () => {
    const { rows } = checklistTable(checkedItems(draftOf(), 'Remedies', new Map()));
    expect(rows).toHaveLength(42);
    expect(new Set(rows.map(row => row.at(-1)))).toEqual(new Set(['not answered yet', 'for the authors to write']));
  });
});

const FACTS: ProtocolFacts = {
  ...{ title: 'Remedies', startedOn: '2026-05-03', frame: 'PICO', questionTitle: 'Do remedies help?' },
  slots: { population: 'Adults with a cold', intervention: 'A remedy', comparator: 'Placebo', outcome: 'Days ill' },
  ...{ include: ['Trials'], exclude: ['Animals'], searchString: 'remedy AND cold', sources: ['PubMed'] },
  team: [{ name: 'Lena Lead', roles: ['lead'] }],
  screening: ['Two people screen each record alone.'],
  ...{ outcomes: ['Days ill'], characteristics: [], plannedCharacteristics: ['Dose'], tools: ['RoB 2'] },
  ...{ synthesis: [], thresholds: [] },
};

describe('the protocol field by field', () => {
  it('is drafted from the question, the criteria, the search and the team, each in its field', () => {
    const drafted = new Map(filledFields(FACTS, new Map()).map(field => [field.id, field.drafted]));
    const expected = {
      ...{ title: 'Remedies', population: 'Adults with a cold', intervention: 'A remedy', comparator: 'Placebo' },
      ...{ strategy: 'remedy AND cold', team: 'Lena Lead (lead)' },
    };
    for (const [id, words] of Object.entries(expected)) expect(drafted.get(id), id).toContain(words);
  });

  it('leaves empty what the data don’t say, and never makes it up', () => {
    const nothing: ProtocolFacts = {
      ...FACTS,
      ...{ frame: null, questionTitle: '', slots: {}, include: [], exclude: [], searchString: '', sources: [] },
      ...{ screening: [], outcomes: [], plannedCharacteristics: [], tools: [], team: [] },
    };
    const texts = filledFields(nothing, new Map()).filter(field => textOfField(field) !== '');
    expect(texts.map(field => field.id)).toEqual(expect.arrayContaining(['title', 'start']));
    for (const id of ['population', 'strategy', 'team', 'contact', 'funding', 'conflicts', 'country']) {
      expect(
        texts.map(field => field.id),
        id,
      ).not.toContain(id);
    }
  });

  it('holds own words in place of drafted ones', () => {
    const fields = filledFields(FACTS, new Map([['population', 'Adults, written by hand']]));
    const population = fields.find(field => field.id === 'population');
    expect(population && textOfField(population)).toBe('Adults, written by hand');
  });

  it('is a document with a heading for each field, gaps that are marked, and amendments with their reasons', () => {
    const amendments = [{ id: 'x', on: '2026-06-01', what: 'A criterion was added', reason: '' }];
    const { blocks } = protocolDocument('Remedies', filledFields(FACTS, new Map()), amendments);
    const headings = blocks.flatMap(block => (block.kind === 'heading' && block.level === 2 ? [block.text] : []));
    expect(headings).toEqual(REGISTRATION_FIELDS.map(field => field.label));
    expect(JSON.stringify(blocks)).toContain('"look":"gap"');
    expect(JSON.stringify(blocks.at(-1))).toContain('reason not given yet');
  });
});
