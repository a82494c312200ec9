import * as characteristics from '#contract/characteristics';
import { removeStudyCounts as removeCounts, saveStudyCounts as saveCounts } from '#contract/counts';
import * as contract from '#contract/extraction';
import * as form from '#contract/extractionForm';
import * as tables from '#contract/extractionTables';
import * as outcomes from '#contract/outcomes';
import * as reported from '#contract/reportedOutcomes';
import * as sheets from '#contract/sheets';
import * as links from '#contract/studyLinks';
import { type Route, route } from '#http/bind';
import {
  addCharacteristic,
  readCharacteristics,
  removeCharacteristic,
  updateCharacteristic,
} from '#services/extraction/characteristics';
import { previewForm, readForm, saveForm } from '#services/extraction/extractionForm';
import { readExtractionAgreement, setExtractionMode } from '#services/extraction/extractionMode';
import { compareTable, readTable, takeTable } from '#services/extraction/extractionTables';
import { recordArmCharacteristic, recordCharacteristic } from '#services/extraction/fieldValues';
import { freeSeat } from '#services/extraction/freeSeat';
import { addOutcome, removeOutcome, updateOutcome } from '#services/extraction/outcomes';
import { readExtraction } from '#services/extraction/readExtraction';
import { readSheet } from '#services/extraction/readSheet';
import { readReportedOutcome, saveReportedOutcome } from '#services/extraction/reportedOutcomes';
import { removeArmResult, removeStudyResult, saveArmResult, saveStudyResult } from '#services/extraction/results';
import { checkStudy, finishStudy, settleStudy } from '#services/extraction/settleStudy';
import { addArm, createStudy, removeArm, removeStudy, updateArm, updateStudy } from '#services/extraction/studies';
import { removeStudyCounts, saveStudyCounts } from '#services/extraction/studyCounts';
import { linkReports, suggestStudyLinks } from '#services/extraction/studyLinks';

export const extractionRoutes: readonly Route[] = [
  route(contract.getExtraction, (ctx, actor, { params }) => readExtraction(ctx, actor, params.reviewId)),
  route(contract.createStudy, (ctx, actor, { params, body }) => createStudy(ctx, actor, params.reviewId, body)),
  route(contract.updateStudy, (ctx, actor, { params, body }) => updateStudy(ctx, actor, params, body)),
  route(contract.removeStudy, (ctx, actor, { params }) => removeStudy(ctx, actor, params)),
  route(contract.addArm, (ctx, actor, { params, body }) => addArm(ctx, actor, params, body)),
  route(contract.updateArm, (ctx, actor, { params, body }) => updateArm(ctx, actor, params, body)),
  route(contract.removeArm, (ctx, actor, { params }) => removeArm(ctx, actor, params)),
  route(outcomes.addOutcome, (ctx, actor, { params, body }) => addOutcome(ctx, actor, params.reviewId, body)),
  route(outcomes.updateOutcome, (ctx, actor, { params, body }) => updateOutcome(ctx, actor, params, body)),
  route(outcomes.removeOutcome, (ctx, actor, { params }) => removeOutcome(ctx, actor, params)),
  route(contract.saveArmResult, (ctx, actor, { params, body }) => saveArmResult(ctx, actor, params, body)),
  route(contract.removeArmResult, (ctx, actor, { params }) => removeArmResult(ctx, actor, params)),
  route(contract.saveStudyResult, (ctx, actor, { params, body }) => saveStudyResult(ctx, actor, params, body)),
  route(saveCounts, (ctx, actor, { params, body }) => saveStudyCounts(ctx, actor, params, body)),
  route(removeCounts, (ctx, actor, { params }) => removeStudyCounts(ctx, actor, params)),
  route(contract.removeStudyResult, (ctx, actor, { params }) => removeStudyResult(ctx, actor, params)),
  route(characteristics.listCharacteristics, (ctx, actor, { params }) =>
    readCharacteristics(ctx, actor, params.reviewId),
  ),
  route(characteristics.addCharacteristic, (ctx, actor, { params, body }) =>
    addCharacteristic(ctx, actor, params.reviewId, body),
  ),
  route(characteristics.updateCharacteristic, (ctx, actor, { params, body }) =>
    updateCharacteristic(ctx, actor, params, body),
  ),
  route(characteristics.removeCharacteristic, (ctx, actor, { params }) => removeCharacteristic(ctx, actor, params)),
  route(characteristics.recordCharacteristic, (ctx, actor, { params, body }) =>
    recordCharacteristic(ctx, actor, params, body),
  ),
  route(form.getExtractionForm, (ctx, actor, { params }) => readForm(ctx, actor, params.reviewId)),
  route(form.previewExtractionForm, (ctx, actor, { params, body }) =>
    previewForm(ctx, actor, params.reviewId, body.fields),
  ),
  route(form.saveExtractionForm, (ctx, actor, { params, body }) => saveForm(ctx, actor, params.reviewId, body)),
  route(sheets.getStudySheet, (ctx, actor, { params }) => readSheet(ctx, actor, params)),
  route(sheets.finishExtraction, (ctx, actor, { params, body }) => finishStudy(ctx, actor, params, body.isFinished)),
  route(sheets.settleExtraction, (ctx, actor, { params, body }) => settleStudy(ctx, actor, params, body)),
  route(sheets.freeExtractionSeat, (ctx, actor, { params }) => freeSeat(ctx, actor, params)),
  route(sheets.checkExtraction, (ctx, actor, { params, body }) => checkStudy(ctx, actor, params, body.isChecked)),
  route(sheets.setExtractionMode, (ctx, actor, { params, body }) =>
    setExtractionMode(ctx, actor, params.reviewId, body.mode),
  ),
  route(sheets.getExtractionAgreement, (ctx, actor, { params }) =>
    readExtractionAgreement(ctx, actor, params.reviewId),
  ),
  route(sheets.recordArmCharacteristic, (ctx, actor, { params, body }) =>
    recordArmCharacteristic(ctx, actor, params, body),
  ),
  route(tables.getExtractionTable, (ctx, actor, { params }) => readTable(ctx, actor, params.reviewId, params.table)),
  route(tables.compareExtractionTable, async (ctx, actor, { params, body }) => ({
    changes: await compareTable(ctx, actor, params.reviewId, params.table, body),
  })),
  route(tables.takeExtractionTable, (ctx, actor, { params, body }) =>
    takeTable(ctx, actor, params.reviewId, params.table, body),
  ),
  route(reported.getReportedOutcome, (ctx, actor, { params }) => readReportedOutcome(ctx, actor, params)),
  route(reported.saveReportedOutcome, (ctx, actor, { params, body }) => saveReportedOutcome(ctx, actor, params, body)),
  route(links.suggestStudyLinks, (ctx, actor, { params }) => suggestStudyLinks(ctx, actor, params.reviewId)),
  route(links.linkReports, (ctx, actor, { params, body }) => linkReports(ctx, actor, params, body.recordIds)),
];
