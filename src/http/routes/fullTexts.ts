import * as contract from '#contract/fullTexts';
import { type Route, route } from '#http/bind';
import { fileFullTexts, removeFullText } from '#services/screening/fileFullTexts';
import { listUploads, openFullText, readFullTextsOf } from '#services/screening/listFullTexts';
import { addMark, changeMark, listMarks, removeMark } from '#services/screening/marks';
import { uploadFullText } from '#services/screening/uploadFullText';

export const fullTextRoutes: readonly Route[] = [
  route(contract.listUploads, (ctx, actor, { params }) => listUploads(ctx, actor, params.reviewId)),
  route(contract.uploadFullText, (ctx, actor, { params, query, request }) =>
    uploadFullText(ctx, actor, { ...params, ...query, recordId: query.recordId, content: request }),
  ),
  route(contract.fileFullTexts, (ctx, actor, { params, body }) =>
    fileFullTexts(ctx, actor, params.reviewId, body.filings),
  ),
  route(contract.removeFullText, (ctx, actor, { params }) => removeFullText(ctx, actor, params)),
  route(contract.getFullTextFile, async (ctx, actor, { params }) => {
    const { fileName, bytes, read } = await openFullText(ctx, actor, params);
    return { fileName, contentType: 'application/pdf', content: { bytes, read } };
  }),
  route(contract.getReportFullTexts, (ctx, actor, { params }) => readFullTextsOf(ctx, actor, params)),
  route(contract.listMarks, (ctx, actor, { params }) => listMarks(ctx, actor, params)),
  route(contract.addMark, (ctx, actor, { params, body }) => addMark(ctx, actor, params, body)),
  route(contract.changeMark, (ctx, actor, { params, body }) => changeMark(ctx, actor, params, body)),
  route(contract.removeMark, (ctx, actor, { params }) => removeMark(ctx, actor, params)),
];
