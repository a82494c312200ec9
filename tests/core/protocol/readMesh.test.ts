import { describe, expect, it } from 'vitest';
import { createMeshReader, meshFormatOf } from '#core/protocol/mesh/readMesh';
import type { MeshRow } from '#core/protocol/meshIndex';

const TABLE = [
  'ui\tname\tclass\ttree_numbers\tentry_terms\tpermuted_terms',
  'D1\tInvented Fever\ttopical\tC01.1|C02.2\tFever, Made-up\tMade up Fever',
  'D2\tInvented Remedy\ttopical\tD01\t\t',
  '',
].join('\n');

const XML = `<?xml version="1.0"?><!DOCTYPE DescriptorRecordSet SYSTEM "x.dtd"><DescriptorRecordSet>
<DescriptorRecord DescriptorClass="1"><DescriptorUI>D1</DescriptorUI><DescriptorName><String>Invented Fever</String></DescriptorName>
<TreeNumberList><TreeNumber>C01.1</TreeNumber><TreeNumber>C02.2</TreeNumber></TreeNumberList>
<ConceptList><Concept><TermList><Term><TermUI>T1</TermUI><String>Invented Fever</String></Term>
<Term><String>Fever, Made-up</String></Term></TermList></Concept><Concept><TermList><Term><String>Made up Fever</String></Term></TermList></Concept></ConceptList>
</DescriptorRecord>
<DescriptorRecord DescriptorClass="1"><DescriptorUI>D2</DescriptorUI><DescriptorName><String>Invented Remedy</String></DescriptorName>
<TreeNumberList><TreeNumber>D01</TreeNumber></TreeNumberList></DescriptorRecord></DescriptorRecordSet>`;

const ASCII = `*NEWRECORD
RECTYPE = D
MH = Invented Fever
ENTRY = Fever, Made-up|T109|T195|LAB
PRINT ENTRY = Made up Fever|T109
MN = C01.1
MN = C02.2
UI = D1

*NEWRECORD
MH = Invented Remedy
MN = D01
UI = D2
`;

const ROWS: readonly MeshRow[] = [
  { ui: 'D1', name: 'Invented Fever', treeNumbers: ['C01.1', 'C02.2'], terms: ['Fever, Made-up', 'Made up Fever'] },
  { ui: 'D2', name: 'Invented Remedy', treeNumbers: ['D01'], terms: [] },
];

describe('the MeSH thesaurus', () => {
  it.each([
    ['a table', 'table', TABLE],
    ['NLM’s XML', 'xml', XML],
    ['NLM’s ASCII', 'ascii', ASCII],
  ] as const)('is read from %s, however the text is cut', (_, format, text) => {
    expect(meshFormatOf(text)).toBe(format);
    for (const length of [1, 7, 4096]) {
      const rows: MeshRow[] = [];
      const reader = createMeshReader(format, row => rows.push(row));
      for (let from = 0; from < text.length; from += length) reader.write(text.slice(from, from + length));
      reader.end();
      expect(rows).toEqual(ROWS);
    }
  });

  it('is refused in words where it is something else', () => {
    expect(() => meshFormatOf('title,year\nx,1')).toThrow('This is no list of MeSH headings');
  });
});
