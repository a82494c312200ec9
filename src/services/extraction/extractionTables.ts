import { placeKey } from '#core/extraction/sheetContent';
import {
  compareFormTable,
  type FieldDeed,
  type FormTableState,
  formTable,
  type TableValue,
} from '#core/extraction/table/formTable';
import {
  compareResultsTable,
  type ResultDeed,
  type ResultsTableState,
  resultsTable,
} from '#core/extraction/table/resultsTable';
import type { TableChange, TableStudy, UploadedRow } from '#core/extraction/table/tableChange';
import type { ExtractionTable } from '#core/extraction/vocabulary';
import { Problem } from '#core/problem';
import { ArmCharacteristicValue } from '#entities/ArmCharacteristicValue';
import { CharacteristicValue } from '#entities/CharacteristicValue';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { loadFields } from '#services/extraction/extractionForm';
import { recordArmCharacteristic, recordCharacteristic } from '#services/extraction/fieldValues';
import { recordedValue } from '#services/extraction/moderators';
import { ownSheets, seesOwnSheet } from '#services/extraction/ownSheets';
import { readExtraction } from '#services/extraction/readExtraction';
import { saveArmResult, saveStudyResult } from '#services/extraction/results';
import { loadStudyCases } from '#services/extraction/studyCases';
import { saveStudyCounts } from '#services/extraction/studyCounts';
import { standInReview } from '#services/standing';

interface Upload {
  readonly head: readonly string[];
  readonly rows: readonly UploadedRow[];
}

type Change = TableChange<FieldDeed | ResultDeed>;

/** What a person sees of the extraction as a table: the own sheet where two extract blind, else what stands. */
export async function readTable(ctx: Context, actor: Actor, reviewId: string, table: ExtractionTable) {
  return table === 'form'
    ? formTable(await formState(ctx, actor, reviewId))
    : resultsTable(await resultsState(ctx, actor, reviewId));
}

/** What an edited table would change, and what of it is refused; nothing is changed. */
export async function compareTable(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  table: ExtractionTable,
  upload: Upload,
): Promise<Change[]> {
  insist(whyNotAct(await standInReview(ctx, actor, reviewId), 'extract'));
  return table === 'form'
    ? compareFormTable(await formState(ctx, actor, reviewId), upload.head, upload.rows)
    : compareResultsTable(await resultsState(ctx, actor, reviewId), upload.head, upload.rows);
}

/** Takes over what an edited table changes, each change as if it were typed; what is refused is told with its line. */
export async function takeTable(ctx: Context, actor: Actor, reviewId: string, table: ExtractionTable, upload: Upload) {
  const changes = await compareTable(ctx, actor, reviewId, table, upload);
  const refused: { line: number; column: string; place: string; problem: string }[] = [];
  let taken = 0;
  for (const change of changes) {
    const { line, column, place, problem, deed } = change;
    const failure = deed === null ? (problem ?? '') : await refusalOf(() => takeDeed(ctx, actor, reviewId, deed));
    if (failure === null) taken++;
    else refused.push({ line, column, place, problem: failure });
  }
  return { taken, refused };
}

/** An expected refusal of one change is told with its line and stops no other one. */
async function refusalOf(work: () => Promise<void>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
}

async function takeDeed(ctx: Context, actor: Actor, reviewId: string, deed: FieldDeed | ResultDeed): Promise<void> {
  if (!('of' in deed)) {
    const { characteristicId, studyId, armId, value, isNotReported } = deed;
    const input = { value, isNotReported, foundAt: '', source: null };
    const key = { reviewId, characteristicId, studyId };
    if (armId === null) await recordCharacteristic(ctx, actor, key, input);
    else await recordArmCharacteristic(ctx, actor, { ...key, armId }, input);
    return;
  }
  // Numbers from a table are as reported: a conversion of other ones says nothing of them.
  const about = { foundAt: deed.foundAt, source: null, conversion: null, answered: [] };
  const { studyId, outcomeId } = deed;
  if (deed.of === 'arm') {
    await saveArmResult(ctx, actor, { reviewId, studyId, armId: deed.armId, outcomeId }, { ...deed.numbers, ...about });
  } else if (deed.of === 'counts') {
    await saveStudyCounts(ctx, actor, { reviewId, studyId, outcomeId }, { counts: deed.counts, ...about });
  } else await saveStudyResult(ctx, actor, { reviewId, studyId, outcomeId }, { ...deed.numbers, ...about });
}

async function formState(ctx: Context, actor: Actor, reviewId: string): Promise<FormTableState> {
  const { studies } = await readExtraction(ctx, actor, reviewId);
  const cases = await loadStudyCases(ctx, reviewId, actor);
  const own = await ownSheets(ctx, reviewId, actor, cases);
  const values = new Map<string, TableValue>();
  for (const row of await ctx.db.findBy(CharacteristicValue, { reviewId })) {
    values.set(placeKey(row.studyId, row.characteristicId), {
      value: recordedValue(row),
      isNotReported: row.isNotReported,
    });
  }
  for (const row of await ctx.db.findBy(ArmCharacteristicValue, { reviewId })) {
    values.set(placeKey(row.armId, row.characteristicId), {
      value: recordedValue(row),
      isNotReported: row.isNotReported,
    });
  }
  for (const [studyId, one] of cases) {
    if (!seesOwnSheet(one)) continue;
    for (const [key, entry] of Object.entries(own.get(studyId)?.values ?? {})) {
      const [characteristicId = '', armId = studyId] = key.split(' ');
      values.set(placeKey(armId, characteristicId), { value: entry.value, isNotReported: entry.isNotReported });
    }
  }
  const fields = (await loadFields(ctx, reviewId)).filter(field => !field.isRetired);
  return { fields, studies: studies.map(asTableStudy), values };
}

async function resultsState(ctx: Context, actor: Actor, reviewId: string): Promise<ResultsTableState> {
  const { studies, outcomes } = await readExtraction(ctx, actor, reviewId);
  return {
    outcomes,
    studies: studies.map(asTableStudy),
    armResults: new Map(
      studies.flatMap(study =>
        study.armResults.map(result => [placeKey(result.outcomeId, result.armId), result] as const),
      ),
    ),
    counts: new Map(
      studies.flatMap(study =>
        study.studyCounts.map(counted => [placeKey(counted.outcomeId, study.studyId), counted] as const),
      ),
    ),
    estimates: new Map(
      studies.flatMap(study =>
        study.studyResults.map(result => [placeKey(result.outcomeId, study.studyId), result] as const),
      ),
    ),
  };
}

const asTableStudy = ({ studyId, label, arms }: TableStudy): TableStudy => ({ studyId, label, arms });
