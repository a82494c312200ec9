import { describe, expect, test } from 'vitest';
import type { FlowBoxId } from '#core/reporting/flow';
import type { FlowCounts } from '#core/reporting/flowCounts';
import type { FlowIdentity } from '#core/reporting/flowIdentity';
import { prismaFlow } from '#core/reporting/prismaFlow';
import { WORKED_FLOW, WORKED_UPDATE, withoutOtherMethods } from './workedFlow.ts';

const broken = (counts: FlowCounts): FlowIdentity[] =>
  prismaFlow(counts)
    .checks.filter(({ holds }) => !holds)
    .map(({ identity }) => identity);

const boxIds = (counts: FlowCounts): FlowBoxId[] => prismaFlow(counts).boxes.map(({ id }) => id);

describe('the flow of a finished review', () => {
  test('every identity of the worked example holds, so the figure may be frozen', () => {
    const flow = prismaFlow(WORKED_FLOW);
    expect(broken(WORKED_FLOW)).toEqual([]);
    expect(flow.checks.map(({ identity }) => identity)).toEqual([
      'I2',
      'I3',
      'I4',
      'I5',
      'I6',
      'I7',
      'I7',
      'I8',
      'I9',
      'I10',
      'I10',
      'I13',
    ]);
    expect(flow).toMatchObject({ isFinal: true, waiting: 0, hasOtherMethods: true });
  });

  test('an identity shows its sum as written on paper and names both sides', () => {
    const [removed] = prismaFlow(WORKED_FLOW).checks;
    expect(removed).toMatchObject({ identity: 'I2', left: 850, right: 850, sum: '1,030 + 70 − 240 − 10 = 850' });
    expect(removed?.sentence).toBe(
      'Records screened (850) equal records from databases (1,030) + records from registers (70) − duplicates (240) − removed for other reasons (10).',
    );
  });

  test('every number names the set that it counts and its unit', () => {
    const counts = prismaFlow(WORKED_FLOW).boxes.flatMap(({ lines }) => lines.flatMap(({ count }) => count ?? []));
    expect(counts).toContainEqual({ key: 'database_specific_results', name: 'Embase', unit: 'records', n: 410 });
    expect(counts).toContainEqual({ key: 'dbr_excluded', name: 'Population', unit: 'reports', n: 20 });
    expect(counts).toContainEqual({ key: 'new_studies', unit: 'studies', n: 24 });
    expect(counts).toContainEqual({ key: 'dbr_excluded', unit: 'reports', n: 60 });
  });
});

describe('the four templates', () => {
  test('databases and registers only: no second column', () => {
    expect(boxIds(withoutOtherMethods(WORKED_FLOW)).filter(id => id.startsWith('other'))).toEqual([]);
    expect(broken(withoutOtherMethods(WORKED_FLOW))).toEqual([]);
  });

  test('other methods have no screening box', () => {
    expect(boxIds(WORKED_FLOW).filter(id => id.startsWith('other'))).toEqual([
      'other-identified',
      'other-sought',
      'other-not-retrieved',
      'other-assessed',
      'other-excluded-reports',
    ]);
  });

  test('an update has the earlier version, the new studies and the total', () => {
    expect(boxIds(WORKED_UPDATE)[0]).toBe('previous');
    expect(boxIds(WORKED_UPDATE).slice(-2)).toEqual(['included', 'total']);
    expect(broken(WORKED_UPDATE)).toEqual([]);
    const { boxes } = prismaFlow(WORKED_UPDATE);
    expect(boxes.find(({ id }) => id === 'included')?.lines[0]?.text).toBe('New studies included in review');
  });

  test('a new review does not call its studies new', () => {
    const { boxes } = prismaFlow(WORKED_FLOW);
    expect(boxes.find(({ id }) => id === 'included')?.lines.map(({ text }) => text)).toEqual([
      'Studies included in review',
      'Reports of included studies',
    ]);
  });
});

describe('numbers that do not agree', () => {
  const { screening, reports, other, included } = WORKED_FLOW;
  const wrong: readonly (readonly [string, FlowIdentity, FlowCounts])[] = [
    [
      'a stated total differs from its sources',
      'I1',
      { ...WORKED_FLOW, stated: { databases: 1031 }, registers: [{ name: 'CT', n: 69 }] },
    ],
    ['a duplicate was not counted', 'I2', { ...WORKED_FLOW, removed: { ...WORKED_FLOW.removed, duplicates: 239 } }],
    ['an excluded record was lost', 'I3', { ...WORKED_FLOW, screening: { ...screening, excluded: 759 } }],
    [
      'two records stand for one report',
      'I4',
      { ...WORKED_FLOW, screening: { ...screening, passed: { records: 90, reports: 89 } } },
    ],
    ['a report was neither retrieved nor missed', 'I5', { ...WORKED_FLOW, reports: { ...reports, notRetrieved: 4 } }],
    [
      'a report has two reasons',
      'I6',
      { ...WORKED_FLOW, reports: { ...reports, excluded: [{ name: 'Design', n: 61 }] } },
    ],
    [
      'more reports were sought than found',
      'I7',
      other ? { ...WORKED_FLOW, other: { ...other, identified: [] } } : WORKED_FLOW,
    ],
    [
      'a report of the second column has no reason',
      'I8',
      other ? { ...WORKED_FLOW, other: { ...other, reports: { ...other.reports, excluded: [] } } } : WORKED_FLOW,
    ],
    [
      'a report found both ways was counted twice',
      'I9',
      { ...WORKED_FLOW, included: { ...included, reportsFoundBothWays: 1 } },
    ],
    ['a study has no report', 'I10', { ...WORKED_FLOW, included: { studies: 29, reports: 28 } }],
    [
      'a new report of an old study was counted as a new study',
      'I11',
      { ...WORKED_UPDATE, total: { studies: 28, reports: 35 } },
    ],
    ['a report of the earlier version was lost', 'I12', { ...WORKED_UPDATE, total: { studies: 27, reports: 34 } }],
  ];

  test.each(wrong)('%s: %s fails, alone and by name', (_name, identity, counts) => {
    expect(broken(counts)).toEqual([identity]);
    expect(prismaFlow(counts).isFinal).toBe(false);
    expect(prismaFlow(counts).checks.find(({ holds }) => !holds)?.sentence).toContain('should');
  });

  test('a number below zero or with a fraction is named with its place', () => {
    const check = prismaFlow({
      ...WORKED_FLOW,
      removed: { duplicates: 240.5, byAutomation: -0.5, otherReasons: 10 },
    }).checks.at(-1);
    expect(check).toMatchObject({ identity: 'I13', holds: false });
    expect(check?.sentence).toContain('removed/duplicates is 240.5');
    expect(check?.sentence).toContain('removed/byAutomation is -0.5');
  });

  test('nothing is corrected: the box keeps the number that the data gave', () => {
    const flow = prismaFlow({ ...WORKED_FLOW, screening: { ...screening, screened: 900 } });
    expect(flow.boxes.find(({ id }) => id === 'screened')?.lines[0]?.count?.n).toBe(900);
  });
});

describe('an unfinished review', () => {
  const unfinished: FlowCounts = {
    ...WORKED_FLOW,
    screening: { ...WORKED_FLOW.screening, screened: 838, waiting: 12, excluded: 748 },
    reports: {
      ...WORKED_FLOW.reports,
      notRetrieved: 3,
      retrievalWaiting: 2,
      assessed: 78,
      eligibilityWaiting: 7,
      included: 18,
    },
    included: { studies: 18, reports: 21 },
  };

  test('says how many are left in the box where they wait, and is not final', () => {
    const flow = prismaFlow(unfinished);
    expect(flow.boxes.filter(({ waiting }) => waiting > 0).map(({ id, waiting }) => [id, waiting])).toEqual([
      ['screened', 12],
      ['sought', 2],
      ['assessed', 7],
    ]);
    expect(flow).toMatchObject({ isFinal: false, waiting: 21 });
  });

  test('waiting alone breaks no identity', () => {
    expect(broken(unfinished)).toEqual([]);
  });
});

test('losses that the template has no box for stand in a foot note', () => {
  const { other } = WORKED_FLOW;
  const flow = prismaFlow({
    ...WORKED_FLOW,
    removed: {
      ...WORKED_FLOW.removed,
      byAutomation: 40,
      duplicates: 200,
      automation: 'unread when the stopping rule was met',
    },
    screening: { ...WORKED_FLOW.screening, excludedByAutomation: 60 },
    ...(other
      ? {
          other: {
            ...other,
            identified: [{ kind: 'website', name: 'WHO', n: 20 }],
            removed: { duplicates: 5, irrelevant: 3 },
          },
        }
      : {}),
  });
  expect(flow.footnotes).toEqual([
    'Marked as ineligible by automation tools: unread when the stopping rule was met.',
    'Records excluded: 700 by people, 60 by automation tools.',
    'Other methods: not sought were 5 duplicates and 3 obviously irrelevant records.',
  ]);
  expect(flow.isFinal).toBe(true);
});
