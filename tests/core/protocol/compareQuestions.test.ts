import { describe, expect, it } from 'vitest';
import { compareQuestions } from '#core/protocol/compareQuestions';
import type { Question } from '#core/protocol/question';

const first: Question = {
  frame: 'PICO',
  slots: [{ slot: 'population', text: 'asthma', synonyms: ['wheeze'] }],
  criteria: [{ text: 'adults only', kind: 'include', slot: 'population' }],
};

describe('two versions of a question', () => {
  it('that say the same have no changes', () => {
    expect(compareQuestions(first, structuredCopy(first))).toEqual([]);
  });

  it('that differ are told apart part by part', () => {
    const second: Question = {
      ...first,
      slots: [
        { slot: 'population', text: 'asthma', synonyms: ['wheezing'], explode: false },
        { slot: 'intervention', text: 'budesonide' },
      ],
      criteria: [{ text: 'any age', kind: 'include', slot: 'population' }],
      published: { from: 2015 },
    };
    expect(compareQuestions(first, second)).toEqual([
      { slot: 'population', part: 'synonyms', removed: ['wheeze'], added: ['wheezing'] },
      { slot: 'population', part: 'explode', removed: [], added: ['false'] },
      { slot: 'intervention', part: 'text', removed: [], added: ['budesonide'] },
      { slot: null, part: 'published', removed: [], added: ['2015 – '] },
      {
        slot: null,
        part: 'criteria',
        removed: ['include (population): adults only'],
        added: ['include (population): any age'],
      },
    ]);
  });
});

function structuredCopy(question: Question): Question {
  return JSON.parse(JSON.stringify(question));
}
