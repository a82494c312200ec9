import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ContributionEvent, contributionLedger } from '#core/credit/contributionLedger';
import { DEEDS, TAKEN_BACK_BY } from '#core/credit/deeds';

let minute = 0;

/** The next event of a made-up review. */
function event(
  actorId: string,
  deed: string,
  subjectId?: string,
  facts: ContributionEvent['facts'] = {},
): ContributionEvent {
  minute += 1;
  const at = new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
  return { actorId, deed, subjectKind: 'Thing', ...(subjectId ? { subjectId } : {}), at, facts };
}

const title = { stage: 'title-and-abstract' };

const sentences = (events: readonly ContributionEvent[], personId: string) =>
  contributionLedger(events)
    .find(ledger => ledger.personId === personId)
    ?.contributions.map(({ sentence }) => sentence);

describe('the ledger', () => {
  test('counts decisions apart for each stage', () => {
    const events = [
      event('wei', 'record-decision', 'r1', title),
      event('wei', 'record-decision', 'r2', title),
      event('wei', 'record-decision', 'p1', { stage: 'full-text' }),
    ];
    expect(sentences(events, 'wei')).toEqual([
      'decided on 2 records at title and abstract',
      'decided on one record at full text',
    ]);
  });

  test('a decision that was changed is one decision', () => {
    const events = [event('wei', 'record-decision', 'r1', title), event('wei', 'record-decision', 'r1', title)];
    expect(sentences(events, 'wei')).toEqual(['decided on one record at title and abstract']);
  });

  test('two people who decide on the same record have one decision each', () => {
    const events = [event('wei', 'record-decision', 'r1', title), event('jonas', 'record-decision', 'r1', title)];
    expect(contributionLedger(events).map(({ contributions }) => contributions[0]?.count)).toEqual([1, 1]);
  });

  test('an import that was undone earns nothing, and one that was done again does', () => {
    const undone = [event('ana', 'import-records', 'i1'), event('ana', 'undo-import', 'i1')];
    expect(sentences(undone, 'ana')).toEqual([]);
    expect(sentences([...undone, event('ana', 'import-records', 'i1')], 'ana')).toEqual(['imported a file of records']);
  });

  test('a decision that one person took back leaves the decision of the other one', () => {
    const events = [
      event('wei', 'record-decision', 'r1', title),
      event('jonas', 'record-decision', 'r1', title),
      event('wei', 'withdraw-decision', 'r1', title),
    ];
    expect(sentences(events, 'wei')).toEqual([]);
    expect(sentences(events, 'jonas')).toEqual(['decided on one record at title and abstract']);
  });

  test('a decision taken back at one stage leaves the one on the same record at the other stage', () => {
    const events = [
      event('wei', 'record-decision', 'r1', title),
      event('wei', 'record-decision', 'r1', { stage: 'full-text' }),
      event('wei', 'withdraw-decision', 'r1', { stage: 'full-text' }),
    ];
    expect(sentences(events, 'wei')).toEqual(['decided on one record at title and abstract']);
  });

  test('a conflict that was settled and opened again is settled by whoever settles it last', () => {
    const events = [
      event('ana', 'adjudicate-record', 'r1', title),
      event('jonas', 'reopen-record', 'r1', title),
      event('jonas', 'adjudicate-record', 'r1', title),
    ];
    expect(sentences(events, 'ana') ?? []).toEqual([]);
    expect(sentences(events, 'jonas')).toEqual(['settled one conflict at title and abstract']);
  });

  test('a deed that no row credits is named, and earns nothing', () => {
    const [ledger] = contributionLedger([event('ana', 'open-page'), event('ana', 'open-page')]);
    expect(ledger).toMatchObject({ contributions: [], notCounted: ['open-page'] });
  });

  test('what somebody decided can not be read from the ledger', () => {
    const include = [{ ...event('wei', 'record-decision', 'r1', { ...title, choice: 'include' }), at: '2026-01-01' }];
    const exclude = [{ ...event('wei', 'record-decision', 'r1', { ...title, choice: 'exclude' }), at: '2026-01-01' }];
    expect(contributionLedger(include)).toEqual(contributionLedger(exclude));
  });

  test('first and last day of each kind of work are kept', () => {
    const first = event('ana', 'run-search', 's1');
    const last = event('ana', 'run-search', 's2');
    const [ledger] = contributionLedger([last, first]);
    expect(ledger?.contributions[0]).toMatchObject({ count: 2, firstAt: first.at, lastAt: last.at, kind: 'searched' });
  });

  test('the order in which events are read makes no difference', () => {
    const events = [
      event('ana', 'create-review', 'v1'),
      event('wei', 'record-decision', 'r1', title),
      event('ana', 'import-records', 'i1'),
      event('ana', 'undo-import', 'i1'),
      event('jonas', 'adjudicate-record', 'r1', title),
    ];
    const shuffled = fc.shuffledSubarray(events, { minLength: events.length });
    fc.assert(
      fc.property(shuffled, mixed => {
        expect(contributionLedger(mixed)).toEqual(contributionLedger(events));
      }),
    );
  });
});

describe('the table of deeds', () => {
  test('every deed is a verb and a noun', () => {
    for (const deed of [...Object.keys(DEEDS), ...Object.keys(TAKEN_BACK_BY)])
      expect(deed).toMatch(/^[a-z]+(-[a-z]+)+$/);
  });

  test('what can be taken back is a deed that counts', () => {
    for (const undone of Object.values(TAKEN_BACK_BY).flatMap(({ deeds }) => deeds))
      expect(DEEDS).toHaveProperty(undone);
  });

  test('a name from outside the table is never mistaken for a row', () => {
    const [ledger] = contributionLedger([event('ana', 'constructor')]);
    expect(ledger).toMatchObject({ contributions: [], notCounted: ['constructor'] });
  });
});
