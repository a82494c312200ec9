import { describe, expect, test } from 'vitest';
import { NOS } from '#core/appraisal/newcastleOttawa';
import { QUADAS2 } from '#core/appraisal/quadas2';
import { ROB2 } from '#core/appraisal/rob2';
import { ROBINS_I } from '#core/appraisal/robinsI';
import type { AppraisalData } from '#core/reporting/appraisalData';
import { hasRobvisForm, readRobvis, writeRobvis } from '#core/reporting/robvisCsv';

const tool = ROB2.assignment;
const DATA: AppraisalData = {
  domains: tool.domains.map(({ id, name }) => ({ id, name })),
  judgements: tool.judgements,
  studies: [
    {
      studyId: 'a',
      label: 'Firstson, 2001',
      judgements: ['low', 'some-concerns', 'high', 'low', 'low'],
      overall: 'high',
      weightPercent: 62.5,
    },
    { studyId: 'b', label: 'Secondson 2002', judgements: ['low', 'low', null, 'low', 'low'], overall: null },
  ],
};

describe('a table for robvis', () => {
  test('has the columns of its templates and leaves empty what nobody judged', () => {
    expect(writeRobvis(DATA).split('\r\n')).toEqual([
      'Study,D1,D2,D3,D4,D5,Overall,Weight',
      '"Firstson, 2001",Low,Some concerns,High,Low,Low,High,62.5',
      'Secondson 2002,Low,Low,,Low,Low,,',
      '',
    ]);
  });

  test('is read again as it was written', () => {
    const [row] = readRobvis(writeRobvis({ ...DATA, studies: DATA.studies.slice(0, 1) }), tool);
    expect(row).toEqual({
      line: 2,
      label: 'Firstson, 2001',
      judgements: { D1: 'low', D2: 'some-concerns', D3: 'high', D4: 'low', D5: 'low', overall: 'high' },
    });
  });

  test('names the line and the column of what is no judgement of the tool, and guesses none', () => {
    const table = 'Study,D1,D2,D3,D4,D5,Overall\nFirstson,Low,Low,Serious,Low,Low,Low\n';
    expect(() => readRobvis(table, tool)).toThrow(/Line 2, column D3: "Serious" is no judgement/);
    expect(() => readRobvis('Study,D1,D2,Overall\nx,Low,Low,Low', tool)).toThrow(/column D3, D4, D5 is missing/);
  });

  test('fits tools whose judgements it has words for', () => {
    expect([tool, ROBINS_I.assignment, QUADAS2, NOS.cohort].map(hasRobvisForm)).toEqual([true, true, true, false]);
  });

  test('reads a table of ROBINS-I in its own words', () => {
    const table =
      'Study,D1,D2,D3,D4,D5,D6,D7,Overall,Weight\nx,Moderate,Low,Low,Low,No information,Low,Serious,Critical,1\n';
    const [row] = readRobvis(table, ROBINS_I.assignment);
    expect(row?.judgements).toMatchObject({ D1: 'moderate', D5: 'no-information', D7: 'serious', overall: 'critical' });
  });
});
