import { expect, it } from 'vitest';
import { type Body, beginReview, join, must } from '../support/reviewWorld.ts';
import { createWorld } from '../support/world.ts';

it('a table that was edited is compared, taken over, and what is refused is told with its line', async () => {
  const world = await createWorld();
  await world.person('Root Account');
  const lead = await world.person('Lena Lead');
  const ann = await world.person('Ann Extractor');
  const { projectId, reviewId } = await beginReview(lead);
  await join(lead, projectId, ann, ['extractor']);
  const at = `/api/reviews/${reviewId}`;
  await must(lead, 'put', `${at}/extraction-form`, {
    fields: [{ name: 'Country', block: 'study', kind: 'text' }],
    basedOn: 0,
  });
  await must(lead, 'post', `${at}/outcomes`, { name: 'Recovery', kind: 'dichotomous' });
  await must(lead, 'post', `${at}/studies`, { label: 'Firstson 2001' });
  const edit = async (table: string, change: (row: string[], head: string[]) => void) => {
    const { head, rows } = await must(ann, 'get', `${at}/extraction-tables/${table}`);
    rows.forEach((row: string[]) => {
      change(row, head);
    });
    return { head, rows: rows.map((cells: string[], place: number) => ({ line: place + 2, cells })) };
  };
  const form = await edit('form', (row, head) => row.splice(head.indexOf('Country'), 1, 'Chile'));
  const { changes } = await must(ann, 'post', `${at}/extraction-tables/form/comparison`, form);
  expect(changes).toEqual([
    expect.objectContaining({ line: 2, column: 'Country', before: '', after: 'Chile', problem: null }),
  ]);
  expect(await must(ann, 'post', `${at}/extraction-tables/form/changes`, form)).toEqual({ taken: 1, refused: [] });
  expect(await must(ann, 'post', `${at}/extraction-tables/form/changes`, form), 'twice changes nothing twice').toEqual({
    taken: 0,
    refused: [],
  });
  const results = await edit('results', (row, head) => {
    row[head.indexOf('events')] = row.includes('Intervention') ? '7' : '90';
    row[head.indexOf('total')] = '20';
  });
  const taken = await must(ann, 'post', `${at}/extraction-tables/results/changes`, results);
  expect(taken).toEqual({
    taken: 1,
    refused: [expect.objectContaining({ line: 3, place: expect.stringContaining('Comparator') })],
  });
  const { studies } = await must(lead, 'get', `${at}/extraction`);
  expect(studies[0].armResults).toEqual([
    expect.objectContaining({ events: 7, total: 20, extractedByName: 'Ann Extractor' }),
  ]);
  const after: Body = await must(lead, 'get', `${at}/extraction-tables/form`);
  expect(after.rows[0]).toContain('Chile');
  await world.close();
});
