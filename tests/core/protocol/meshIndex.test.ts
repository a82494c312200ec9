import { describe, expect, it } from 'vitest';
import { createMeshIndex, type MeshRow } from '#core/protocol/meshIndex';
import { describeShared, sharedFile } from '../../support/shared.js';

const rows: readonly MeshRow[] = [
  { ui: 'D1', name: 'Heart Diseases', treeNumbers: ['C14.280'], terms: ['Cardiac Diseases', 'Diseases, Heart'] },
  {
    ui: 'D2',
    name: 'Myocardial Infarction',
    treeNumbers: ['C14.280.647.500', 'C14.907.585.500'],
    terms: ['Heart Attack'],
  },
  { ui: 'D3', name: 'Myocardial Ischemia', treeNumbers: ['C14.280.647', 'C14.907.585'], terms: [] },
  { ui: 'D4', name: 'Lung Diseases', treeNumbers: ['C08.381'], terms: [] },
  { ui: 'D5', name: 'Near the first by number', treeNumbers: ['C14.2801'], terms: [] },
];

describe('an index of MeSH', () => {
  const index = createMeshIndex(rows);
  const names = (found: readonly { name: string }[]) => found.map(({ name }) => name);

  it('knows a heading by its name and by any other word for it, in any case and order', () => {
    expect(index.byName('heart attack')?.name).toBe('Myocardial Infarction');
    expect(index.byName('INFARCTION, Myocardial')?.name).toBe('Myocardial Infarction');
    expect(index.byName('heart')).toBeNull();
  });

  it('explodes a heading to all below it, in all its places, and to nothing beside it', () => {
    expect(names(index.explode('D1')).toSorted()).toEqual([
      'Heart Diseases',
      'Myocardial Infarction',
      'Myocardial Ischemia',
    ]);
    expect(names(index.explode('D2'))).toEqual(['Myocardial Infarction']);
    expect(index.explode('D9')).toEqual([]);
  });

  it('suggests headings for what has been typed so far', () => {
    expect(names(index.suggest('myocardial i'))).toEqual(['Myocardial Ischemia', 'Myocardial Infarction']);
    expect(index.suggest('heart at')).toEqual([{ ui: 'D2', name: 'Myocardial Infarction', matched: 'Heart Attack' }]);
    expect(names(index.suggest('diseases lu'))).toEqual(['Lung Diseases']);
    expect(index.suggest('  ')).toEqual([]);
    expect(index.suggest('diseases', 1)).toHaveLength(1);
  });
});

describeShared('mesh', 'an index of the whole of MeSH 2024', () => {
  const lines = sharedFile('mesh/mesh2024_descriptors.tsv.gz').trimEnd().split('\n').slice(1);
  const all: readonly MeshRow[] = lines.map(line => {
    const [ui = '', name = '', , trees = '', entries = '', permuted = ''] = line.split('\t');
    const parts = (text: string) => text.split('|').filter(part => part !== '');
    return { ui, name, treeNumbers: parts(trees), terms: [...parts(entries), ...parts(permuted)] };
  });
  const index = createMeshIndex(all);

  it('holds all 30,764 descriptors, each found by its own name', () => {
    expect(index.size).toBe(30_764);
    expect(all.filter(row => index.byName(row.name)?.ui !== row.ui).map(({ name }) => name)).toEqual([]);
  });

  it('explodes as the tree numbers say', () => {
    for (const ui of ['D001249', 'D009369', 'D002318', 'D003924']) {
      const row = all.find(each => each.ui === ui);
      const own = row?.treeNumbers ?? [];
      const expected = all.filter(({ treeNumbers }) =>
        treeNumbers.some(number => own.some(top => `${number}.`.startsWith(`${top}.`))),
      );
      expect(new Set(index.explode(ui).map(each => each.ui))).toEqual(new Set(expected.map(each => each.ui)));
    }
  });

  it('suggests what a person means', () => {
    expect(index.suggest('heart attack')[0]?.name).toBe('Myocardial Infarction');
    expect(index.suggest('type 2 diab')[0]?.name).toBe('Diabetes Mellitus, Type 2');
    expect(index.suggest('asthma')[0]?.name).toBe('Asthma');
  });
});
