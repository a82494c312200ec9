import { describe, expect, it } from 'vitest';
import { buildQuery } from '#core/protocol/buildQuery';
import { checkQuery } from '#core/protocol/checkQuery';

describe('a search as blocks', () => {
  it('has a block for each concept, and in it a line for each alternative', () => {
    const { blocks } = checkQuery(
      '("Asthma"[mh] OR (asthma*[tiab] OR wheez*[tiab])) AND (metformin[tiab]) NOT (animals[mh] NOT humans[mh])',
    );
    expect(blocks.map(({ operator, lines }) => [operator, lines.map(({ text }) => text)])).toEqual([
      [null, ['"Asthma"[mh]', 'asthma*[tiab]', 'wheez*[tiab]']],
      ['AND', ['metformin[tiab]']],
      ['NOT', ['animals[mh]', 'humans[mh]']],
    ]);
    expect(blocks[0]?.lines.map(({ field }) => field)).toEqual(['MeSH Terms', 'Title/Abstract', 'Title/Abstract']);
  });

  it('keeps what belongs together in one line', () => {
    const { blocks } = checkQuery('((adult*[tiab] AND asthma[tiab]) OR COPD[tiab]) AND x[tiab]');
    expect(blocks[0]?.lines.map(({ text }) => text)).toEqual(['(adult*[tiab] AND asthma[tiab])', 'COPD[tiab]']);
  });

  it('points each block at its place in the text', () => {
    const text = 'asthma[mh] AND (wheeze[tiab] OR cough[tiab])';
    const { blocks } = checkQuery(text);
    expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual([
      'asthma[mh]',
      '(wheeze[tiab] OR cough[tiab])',
    ]);
  });

  it('shows a list of alternatives as one block, and nothing as none', () => {
    expect(checkQuery('x[ti] OR y[ti]').blocks).toHaveLength(1);
    expect(checkQuery('  ')).toMatchObject({ isSound: false, blocks: [] });
  });

  it('gives back the concepts that a question was built into', () => {
    const { query, concepts } = buildQuery({
      frame: 'PECO',
      slots: [
        { slot: 'population', text: 'asthma', meshHeadings: ['Asthma'] },
        { slot: 'exposure', text: 'air pollution', meshHeadings: ['Air Pollution'] },
      ],
    });
    expect(checkQuery(query).blocks.map(({ text }) => text)).toEqual(concepts.map(({ line }) => line));
  });
});
