import { Problem } from '#core/problem';
import type { Choice } from '#core/vocabulary';
import type { Context } from '#services/context';
import { DEMO_RECORDS, type DemoFate, type DemoRecord } from '#services/demo/demoRecords';
import type { DemoTeam } from '#services/demo/demoTeam';
import type { DemoReasons } from '#services/demo/fillDemo';
import { closeStage } from '#services/screening/closeStage';
import { adjudicateRecord } from '#services/screening/conflicts';
import { giveOutRecords } from '#services/screening/giveOutRecords';
import { listMyQueue } from '#services/screening/myScreening';
import { recordDecision } from '#services/screening/recordDecision';
import { setRetrieval } from '#services/screening/reports';

const ALL = { show: 'all', text: '', after: -1, limit: 100 } as const;

/** Both stages, decided by two people, with one conflict settled by the third. */
export async function fillDemoScreening(
  ctx: Context,
  team: DemoTeam,
  reviewId: string,
  reasons: DemoReasons,
): Promise<void> {
  await screenTitles(ctx, team, reviewId);
  await readReports(ctx, team, reviewId, reasons);
}

async function screenTitles(ctx: Context, team: DemoTeam, reviewId: string): Promise<void> {
  const key = { reviewId, stage: 'title-and-abstract' } as const;
  await giveOut(ctx, team, key);
  const { records } = await listMyQueue(ctx, team.first, key, ALL);
  for (const { recordId, title } of records) {
    const { fate } = demoRecord(title);
    const passes: Choice = fate === 'excluded' ? 'exclude' : 'include';
    const at = { ...key, recordId };
    await decide(ctx, team.first, at, fate === 'disputed' ? 'exclude' : passes);
    await decide(ctx, team.second, at, passes);
    if (fate !== 'disputed') continue;
    const reason = 'Contacts were compared after the fact: no vaccine was allocated.';
    await adjudicateRecord(ctx, team.third, at, { choice: 'exclude', criterionId: null, reason });
  }
  await closeStage(ctx, team.lead, key, true);
}

async function readReports(ctx: Context, team: DemoTeam, reviewId: string, reasons: DemoReasons): Promise<void> {
  const key = { reviewId, stage: 'full-text' } as const;
  const why: Partial<Record<DemoFate, string>> = {
    'not-a-trial': reasons.notATrial,
    'other-outcome': reasons.otherOutcome,
  };
  await giveOut(ctx, team, key);
  const { records } = await listMyQueue(ctx, team.first, key, ALL);
  for (const { recordId, title } of records) {
    const { fate } = demoRecord(title);
    const report = { reviewId, recordId };
    if (fate === 'not-retrieved') {
      const notRetrievedReason = 'No library holds this issue; the authors could not be reached.';
      await setRetrieval(ctx, team.lead, report, { state: 'not-retrieved', notRetrievedReason, url: null });
      continue;
    }
    await setRetrieval(ctx, team.first, report, { state: 'retrieved', notRetrievedReason: null, url: null });
    const criterionId = why[fate] ?? null;
    for (const person of [team.first, team.second]) {
      await decide(ctx, person, { ...key, recordId }, criterionId ? 'exclude' : 'include', criterionId);
    }
  }
  await closeStage(ctx, team.lead, key, true);
}

async function giveOut(
  ctx: Context,
  team: DemoTeam,
  key: { reviewId: string; stage: 'title-and-abstract' | 'full-text' },
): Promise<void> {
  const personIds = [team.first.personId, team.second.personId];
  await giveOutRecords(ctx, team.lead, key, {
    ...{ personIds, which: { kind: 'waiting' }, count: null, sharePercent: null, order: 'import', split: 'equal' },
    ...{ limits: [], recuse: 'name', pairs: 'rotated', dueOn: null, seed: 1, isPreview: false },
  });
}

async function decide(
  ctx: Context,
  person: { personId: string; isAdministrator: boolean },
  key: { reviewId: string; stage: 'title-and-abstract' | 'full-text'; recordId: string },
  choice: Choice,
  criterionId: string | null = null,
): Promise<void> {
  await recordDecision(ctx, person, key, { choice, criterionId, note: '' });
}

/** What the demo knows of a record. */
export function demoRecord(title: string): DemoRecord {
  const found = DEMO_RECORDS.find(record => record.title === title);
  if (!found) throw new Problem('unavailable', `The demo lost one of its records on the way: ${title}`);
  return found;
}
