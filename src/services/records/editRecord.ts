import { Problem } from '#core/problem';
import { createReader } from '#core/searching/createReader';
import { changesOf, editRecord as edited, textsOf, type WantedTexts } from '#core/searching/editRecord';
import type { ReferenceRecord } from '#core/searching/record';
import type { EditOrigin } from '#core/vocabulary';
import { RecordEdit } from '#entities/RecordEdit';
import { SearchRecord } from '#entities/SearchRecord';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { RECORD_COLUMNS, recordRow } from '#services/imports/recordRow';
import { perform } from '#services/perform';
import { namesOf } from '#services/projects/readProjects';
import { standInReview } from '#services/standing';

interface RecordKey {
  readonly reviewId: string;
  readonly recordId: string;
}

/** Puts fields of a record right. Each changed field is kept with what it said before, by whom and from where. */
export async function editRecord(
  ctx: Context,
  actor: Actor,
  key: RecordKey,
  input: { fields: WantedTexts; origin: EditOrigin },
): Promise<void> {
  const { reviewId, recordId } = key;
  insist(whyNotAct(await standInReview(ctx, actor, reviewId), 'import'));
  await perform(ctx, actor, 'edit-record', async tx => {
    const row = await tx.db.findOne(SearchRecord, { where: key, lock: { mode: 'pessimistic_write' } });
    if (!row) throw new Problem('not-found', 'There is no such record.');
    const record = row.details as ReferenceRecord; // written by recordRow
    const changes = changesOf(record, input.fields);
    if (changes.length === 0) return tx.changedNothing();
    const { importId, position, createdAt } = row;
    const place = { reviewId, recordId, importId, position, createdAt };
    const values = recordRow(edited(record, changes), place);
    const columns = RECORD_COLUMNS.map((column, at) => `${column} = $${at + 1}`);
    await tx.db.query(`update search_records set ${columns.join(', ')} where review_id = $1 and record_id = $2`, [
      ...values,
    ]);
    const editedAt = tx.now();
    const said = { reviewId, recordId, origin: input.origin, personId: actor.personId, editedAt };
    await tx.db.insert(
      RecordEdit,
      changes.map(change => ({ ...change, ...said, editId: tx.newId() })),
    );
    const fields = changes.map(change => change.field);
    tx.witness({ reviewId, subjectKind: 'record', subjectId: recordId, facts: { fields, origin: input.origin } });
  });
}

/** What a record says in the fields that can be put right, and every edit so far, the newest first. */
export async function readEdits(ctx: Context, actor: Actor, key: RecordKey) {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  const row = await ctx.db.findOneBy(SearchRecord, key);
  if (!row) throw new Problem('not-found', 'There is no such record.');
  const edits = await ctx.db.find(RecordEdit, { where: key, order: { editedAt: 'DESC', editId: 'DESC' } });
  const names = await namesOf(
    ctx,
    edits.map(edit => edit.personId),
  );
  return {
    fields: textsOf(row.details as ReferenceRecord), // written by recordRow
    edits: edits.map(edit => ({ ...edit, personName: names.get(edit.personId) ?? 'former member' })),
    may: { edit: whyNotAct(viewer, 'import') },
  };
}

/** What PubMed says of a record, found by its PMID or else its DOI. Writes nothing: a person looks before it is taken over. */
export async function lookUpRecord(ctx: Context, actor: Actor, key: RecordKey) {
  insist(whyNotAct(await standInReview(ctx, actor, key.reviewId), 'import'));
  const row = await ctx.db.findOneBy(SearchRecord, key);
  if (!row) throw new Problem('not-found', 'There is no such record.');
  const pmid = row.pmid ?? (row.doi ? await pmidOf(ctx, row.doi) : null);
  const found = pmid === null ? null : await fetchRecord(ctx, pmid);
  if (!found) return { found: null, changes: [] };
  const wanted = Object.fromEntries(Object.entries(textsOf(found)).filter(([, text]) => text !== ''));
  return { found: { pmid: found.pmid }, changes: changesOf(row.details as ReferenceRecord, wanted) }; // as above
}

async function pmidOf(ctx: Context, doi: string): Promise<string | null> {
  const ids = await ctx.pubmed.searchIds(`"${doi.replaceAll('"', '')}"[aid]`);
  // Several records with one DOI are no answer: which of them is meant, nobody can tell.
  return ids.length === 1 ? (ids[0] ?? null) : null;
}

async function fetchRecord(ctx: Context, pmid: string): Promise<ReferenceRecord | null> {
  const records: ReferenceRecord[] = [];
  for await (const { xml } of ctx.pubmed.fetchXml([pmid])) {
    const reader = createReader(
      'pubmed-xml',
      record => records.push(record),
      () => {},
    );
    reader.write(xml);
    reader.end();
  }
  return records.find(record => record.pmid === pmid) ?? null;
}
