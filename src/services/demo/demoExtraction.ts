import { Arm } from '#entities/Arm';
import type { Context } from '#services/context';
import type { DemoTeam } from '#services/demo/demoTeam';
import { DEMO_TRIALS, type DemoTrial } from '#services/demo/demoTrials';
import { addCharacteristic, type CharacteristicFields } from '#services/extraction/characteristics';
import { recordCharacteristic } from '#services/extraction/fieldValues';
import { addOutcome } from '#services/extraction/outcomes';
import { readExtraction } from '#services/extraction/readExtraction';
import { saveArmResult } from '#services/extraction/results';
import { createStudy, updateArm } from '#services/extraction/studies';

/** Thirteen studies with two arms each and the published counts. Gives the outcome's id. */
export async function fillDemoExtraction(ctx: Context, team: DemoTeam, reviewId: string): Promise<string> {
  const { id: outcomeId } = await addOutcome(ctx, team.second, reviewId, {
    name: 'Tuberculosis',
    timepoint: 'end of follow-up',
    kind: 'dichotomous',
    unit: '',
    isLowerBetter: true,
    position: 0,
    windowFromDays: null,
    windowToDays: null,
  });
  const characteristics = await addCharacteristics(ctx, team, reviewId);
  const { reportsWithoutStudy } = await readExtraction(ctx, team.lead, reviewId);
  for (const trial of DEMO_TRIALS) {
    const reports = reportsWithoutStudy.filter(report => report.title.includes(`(${trial.label})`));
    const { id: studyId } = await createStudy(ctx, team.second, reviewId, {
      label: trial.label,
      year: trial.year,
      notes: `Latitude ${trial.latitude}°, ${trial.allocation} allocation`,
      recordIds: reports.map(report => report.recordId),
    });
    for (const { characteristicId, read } of characteristics) {
      const foundAt = 'Colditz 1994, table 1';
      const key = { reviewId, characteristicId, studyId };
      await recordCharacteristic(ctx, team.second, key, {
        value: read(trial),
        isNotReported: false,
        foundAt,
        source: null,
      });
    }
    const arms = await ctx.db.find(Arm, { where: { reviewId, studyId }, order: { position: 'ASC' } });
    const groups = [
      { name: 'BCG', ...trial.vaccinated },
      { name: 'No vaccine', ...trial.unvaccinated },
    ];
    for (const [place, { name, cases, people }] of groups.entries()) {
      const arm = arms[place];
      if (!arm) continue;
      const key = { reviewId, studyId, armId: arm.armId };
      await updateArm(ctx, team.second, key, { name, kind: arm.kind, position: place, randomised: null });
      await saveArmResult(
        ctx,
        team.second,
        { ...key, outcomeId },
        {
          events: cases,
          total: people,
          mean: null,
          standardDeviation: null,
          conversion: null,
          answered: [],
          foundAt: 'Colditz 1994, table 1',
          source: null,
        },
      );
    }
  }
  return outcomeId;
}

/** Ways of allocation were planned as subgroups; latitude explains the scatter, as the authors found afterwards. */
async function addCharacteristics(ctx: Context, team: DemoTeam, reviewId: string) {
  const add = async (fields: Omit<CharacteristicFields, 'position'>, read: (trial: DemoTrial) => number | string) => {
    const { id } = await addCharacteristic(ctx, team.second, reviewId, { ...fields, position: 0 });
    return { characteristicId: id, read };
  };
  return [
    await add({ name: 'Way of allocation', kind: 'category', unit: '', isPlanned: true }, trial => trial.allocation),
    await add({ name: 'Absolute latitude', kind: 'number', unit: '°', isPlanned: false }, trial => trial.latitude),
  ];
}
