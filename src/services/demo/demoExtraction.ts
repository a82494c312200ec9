import { armNumbersOf } from '#core/extraction/impossibleResult';
import { Arm } from '#entities/Arm';
import type { Context } from '#services/context';
import { demoAllocation, demoLatitude, demoReport, demoRow } from '#services/demo/demoReport';
import type { DemoPerson, DemoTeam } from '#services/demo/demoTeam';
import { DEMO_TRIALS, type DemoTrial } from '#services/demo/demoTrials';
import { addCharacteristic, type CharacteristicFields } from '#services/extraction/characteristics';
import { setExtractionMode } from '#services/extraction/extractionMode';
import { recordCharacteristic } from '#services/extraction/fieldValues';
import { addOutcome } from '#services/extraction/outcomes';
import { readExtraction } from '#services/extraction/readExtraction';
import { readSheet } from '#services/extraction/readSheet';
import { saveArmResult } from '#services/extraction/results';
import { finishStudy, settleStudy } from '#services/extraction/settleStudy';
import { createStudy, updateArm } from '#services/extraction/studies';
import { uploadFullText } from '#services/screening/uploadFullText';

interface DemoField {
  readonly characteristicId: string;
  readonly read: (trial: DemoTrial) => number | string;
  readonly where: (trial: DemoTrial) => { readonly page: number; readonly quote: string };
}

interface DemoStudy {
  readonly trial: DemoTrial;
  readonly studyId: string;
  readonly recordId: string | null;
}

/** Trials whose report is there to be read beside the form. */
const WITH_REPORT = new Set([
  'Aronson 1948',
  'Coetzee & Berjak 1968',
  'Rosenthal 1961',
  'Comstock 1976',
  'Vandiviere 1973',
]);

/** What the other extractor read wrong at first: slips as they happen, so that there is something to settle. */
const SLIPS: Readonly<Record<string, (trial: DemoTrial) => DemoTrial>> = {
  'Rosenthal 1961': trial => ({ ...trial, allocation: 'random' }),
  'Comstock 1976': trial => ({ ...trial, vaccinated: { ...trial.vaccinated, people: 16_931 } }),
  'Vandiviere 1973': trial => ({ ...trial, unvaccinated: { ...trial.unvaccinated, cases: 8 } }),
};

/** Thirteen studies that two people extracted blind from their reports, and a third one settled. Gives the outcome's id. */
export async function fillDemoExtraction(ctx: Context, team: DemoTeam, reviewId: string): Promise<string> {
  const { lead, first, second, third } = team;
  const { id: outcomeId } = await addOutcome(ctx, second, reviewId, {
    name: 'Tuberculosis',
    timepoint: 'end of follow-up',
    kind: 'dichotomous',
    unit: '',
    isLowerBetter: true,
    position: 0,
    windowFromDays: null,
    windowToDays: null,
  });
  const fields = await addFields(ctx, team, reviewId);
  await setExtractionMode(ctx, lead, reviewId, 'double');
  const { reportsWithoutStudy } = await readExtraction(ctx, lead, reviewId);
  for (const trial of DEMO_TRIALS) {
    const recordIds = reportsWithoutStudy
      .filter(report => report.title.includes(`(${trial.label})`))
      .map(report => report.recordId);
    const { id: studyId } = await createStudy(ctx, second, reviewId, {
      label: trial.label,
      year: trial.year,
      notes: `Latitude ${trial.latitude}°, ${trial.allocation} allocation`,
      recordIds,
    });
    const study = { trial, studyId, recordId: recordIds[0] ?? null };
    await bringReport(ctx, lead, reviewId, study);
    await nameArms(ctx, second, reviewId, studyId);
    await extract(ctx, second, { reviewId, outcomeId }, study, fields);
    const slipped = { ...study, trial: SLIPS[trial.label]?.(trial) ?? trial };
    await extract(ctx, first, { reviewId, outcomeId }, slipped, fields);
    await settle(ctx, { third, second }, { reviewId, studyId });
  }
  return outcomeId;
}

async function bringReport(ctx: Context, actor: DemoPerson, reviewId: string, { trial, recordId }: DemoStudy) {
  if (recordId === null || !WITH_REPORT.has(trial.label)) return;
  const bytes = ctx.encode(demoReport(trial));
  const content = (async function* () {
    yield bytes;
  })();
  const fileName = `${trial.label.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.pdf`;
  await uploadFullText(ctx, actor, { reviewId, fileName, recordId, content });
}

async function nameArms(ctx: Context, actor: DemoPerson, reviewId: string, studyId: string) {
  const arms = await ctx.db.find(Arm, { where: { reviewId, studyId }, order: { position: 'ASC' } });
  for (const [place, name] of ['BCG', 'No vaccine'].entries()) {
    const arm = arms[place];
    if (!arm) continue;
    const key = { reviewId, studyId, armId: arm.armId };
    await updateArm(ctx, actor, key, { name, kind: arm.kind, position: place, randomised: null });
  }
}

/** One person's sheet: every value with the page and words it was read in. */
async function extract(
  ctx: Context,
  actor: DemoPerson,
  { reviewId, outcomeId }: { readonly reviewId: string; readonly outcomeId: string },
  { trial, studyId, recordId }: DemoStudy,
  fields: readonly DemoField[],
) {
  const beside = (where: { readonly page: number; readonly quote: string }) => ({
    foundAt: 'Colditz 1994, table 1',
    source: recordId === null ? null : { recordId, page: where.page, quote: where.quote, rects: [] },
  });
  for (const { characteristicId, read, where } of fields) {
    const key = { reviewId, characteristicId, studyId };
    await recordCharacteristic(ctx, actor, key, { value: read(trial), isNotReported: false, ...beside(where(trial)) });
  }
  const arms = await ctx.db.find(Arm, { where: { reviewId, studyId }, order: { position: 'ASC' } });
  for (const [place, group] of (['vaccinated', 'unvaccinated'] as const).entries()) {
    const armId = arms[place]?.armId;
    if (armId === undefined) continue;
    const { cases: events, people: total } = trial[group];
    const numbers = { ...armNumbersOf({ events, total }), conversion: null, answered: [] };
    const key = { reviewId, studyId, armId, outcomeId };
    await saveArmResult(ctx, actor, key, { ...numbers, ...beside(demoRow(trial, group)) });
  }
  await finishStudy(ctx, actor, { reviewId, studyId }, true);
}

/** The third person reads the report where the two differ; here the second extractor had read it right. */
async function settle(
  ctx: Context,
  { third, second }: Pick<DemoTeam, 'third' | 'second'>,
  key: { readonly reviewId: string; readonly studyId: string },
) {
  const { comparison } = await readSheet(ctx, third, key);
  const differing = (comparison?.places ?? []).filter(place => !place.isSame);
  const picks = Object.fromEntries(differing.map(place => [place.key, second.personId]));
  const note = differing.length > 0 ? 'Read again in the report.' : '';
  await settleStudy(ctx, third, key, { picks, note });
}

/** Ways of allocation were planned as subgroups; latitude explains the scatter, as the authors found afterwards. */
async function addFields(ctx: Context, team: DemoTeam, reviewId: string): Promise<DemoField[]> {
  const add = async (
    fields: Omit<CharacteristicFields, 'position'>,
    { read, where }: Pick<DemoField, 'read' | 'where'>,
  ): Promise<DemoField> => {
    const { id } = await addCharacteristic(ctx, team.second, reviewId, { ...fields, position: 0 });
    return { characteristicId: id, read, where };
  };
  return [
    await add(
      { name: 'Way of allocation', kind: 'category', unit: '', isPlanned: true },
      { read: trial => trial.allocation, where: demoAllocation },
    ),
    await add(
      { name: 'Absolute latitude', kind: 'number', unit: '°', isPlanned: false },
      { read: trial => trial.latitude, where: demoLatitude },
    ),
  ];
}
