import { describe, expect, it } from 'vitest';
import { furtherFields } from '#core/searching/furtherFields';
import { writeRis } from '#core/searching/writeRis';
import { readOne } from './readAll.js';

const ris = (...lines: string[]) =>
  readOne('ris', ['TY  - JOUR', 'TI  - Home visits after hip fracture', ...lines, 'ER  - ', ''].join('\n'));

describe('what a source says beyond what has a place of its own', () => {
  it('is there under the source’s names, unknown tags with all their lines', () => {
    const fields = furtherFields(ris('ZQ  - first', 'ZQ  - second', 'U7  - shelf 12'));
    expect(fields).toContainEqual({ name: 'ZQ', values: ['first', 'second'] });
    expect(fields).toContainEqual({ name: 'U7', values: ['shelf 12'] });
  });

  it('never tells how others chose in another screening tool', () => {
    const record = ris('N1  - RAYYAN-INCLUSION: {"Emily"=>"Included"}', 'N1  - Bought by the library');
    expect(JSON.stringify(record.raw)).toContain('Emily');
    expect(furtherFields(record)).toEqual([{ name: 'N1', values: ['Bought by the library'] }]);
    const written = writeRis(record);
    expect(written).toContain('Bought by the library');
    expect(written).not.toContain('Emily');
    const raw = { 'Reviewer decision': ['exclude'], Tags: ['wrong population'], Shelf: ['12'] };
    expect(furtherFields({ raw, otherIds: {} })).toEqual([{ name: 'Shelf', values: ['12'] }]);
  });
});
