import type { Choice } from '#core/vocabulary';
import type { Context } from '#services/context';
import { DEMO_RECORDS } from '#services/demo/demoRecords';
import { demoRecord } from '#services/demo/demoScreening';
import type { DemoPerson, DemoTeam } from '#services/demo/demoTeam';
import { createPracticeSet } from '#services/screening/practiceSets';
import { decideInPractice, finishPractice, sharePassportPage } from '#services/screening/practise';
import { listPracticeRecords } from '#services/screening/readPractice';

/** A report that one easily excludes too early. */
const MISSED = 'BCG vaccine at birth: experience of one clinic';

/** A practice set of the demo's own records: one person has finished it and shares it, one is half way, the lead has yet to begin. */
export async function fillDemoPractice(ctx: Context, team: DemoTeam, reviewId: string): Promise<void> {
  const { id: practiceSetId } = await createPracticeSet(ctx, team.lead, {
    name: 'BCG trials, title and abstract',
    includeWhen:
      'People of any age without tuberculosis at the start\nBCG vaccine, any strain and route\nA control group',
    excludeWhen: 'BCG against other diseases only\nReviews, letters, case series',
    forReviewId: reviewId,
    from: { kind: 'finished-review', reviewId },
    ...{ count: 24, included: null, seed: 7 },
  });
  // As a careful beginner does: nearly all right, one study missed, a few kept that need not be.
  const choose = (title: string): Choice => {
    const { fate } = demoRecord(title);
    const place = DEMO_RECORDS.findIndex(one => one.title === title);
    if (fate === 'excluded' || fate === 'disputed') return place % 4 === 0 ? 'unsure' : 'exclude';
    return title === MISSED ? 'exclude' : 'include';
  };
  await practise(ctx, team.first, practiceSetId, choose, 1);
  await finishPractice(ctx, team.first, practiceSetId);
  await sharePassportPage(ctx, team.first, practiceSetId, true);
  await practise(ctx, team.second, practiceSetId, choose, 0.5);
}

async function practise(
  ctx: Context,
  person: DemoPerson,
  practiceSetId: string,
  choose: (title: string) => Choice,
  share: number,
): Promise<void> {
  const { records } = await listPracticeRecords(ctx, person, practiceSetId);
  for (const { recordId, title } of records.slice(0, Math.ceil(share * records.length))) {
    await decideInPractice(ctx, person, { practiceSetId, recordId }, { choice: choose(title), note: '' });
  }
}
