import * as contract from '#contract/remarks';
import { type Route, route } from '#http/bind';
import { addLabel, changeLabel, labelRecords, listLabels, removeLabel } from '#services/remarks/labels';
import { changeNote, removeNote, writeNote } from '#services/remarks/notes';
import { readRemarks } from '#services/remarks/readRemarks';

export const remarkRoutes: readonly Route[] = [
  route(contract.listLabels, (ctx, actor, { params }) => listLabels(ctx, actor, params.reviewId)),
  route(contract.addLabel, (ctx, actor, { params, body }) => addLabel(ctx, actor, params.reviewId, body)),
  route(contract.changeLabel, (ctx, actor, { params, body }) => changeLabel(ctx, actor, params, body)),
  route(contract.removeLabel, (ctx, actor, { params }) => removeLabel(ctx, actor, params)),
  route(contract.putLabel, (ctx, actor, { params: { recordId, ...label } }) =>
    labelRecords(ctx, actor, { ...label, recordIds: [recordId], isOn: true }),
  ),
  route(contract.takeLabel, (ctx, actor, { params: { recordId, ...label } }) =>
    labelRecords(ctx, actor, { ...label, recordIds: [recordId], isOn: false }),
  ),
  route(contract.getRemarks, (ctx, actor, { params }) => readRemarks(ctx, actor, params)),
  route(contract.writeNote, (ctx, actor, { params, body }) => writeNote(ctx, actor, { ...params, ...body })),
  route(contract.changeNote, (ctx, actor, { params, body }) => changeNote(ctx, actor, params, body)),
  route(contract.removeNote, (ctx, actor, { params }) => removeNote(ctx, actor, params)),
];
