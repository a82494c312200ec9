import { canonicalJson } from '#core/audit/chain';
import { Problem } from '#core/problem';
import { checkedItems } from '#core/reporting/checklist/checkedItems';
import { documentMarkdown } from '#core/reporting/document/documentMarkdown';
import type { WrittenDocument } from '#core/reporting/document/writtenDocument';
import { compareDrafts, frozenSentences } from '#core/reporting/manuscript/compareDrafts';
import { type Block, blocksOf, boundIn, type Draft } from '#core/reporting/manuscript/draft';
import { manuscriptDocument } from '#core/reporting/manuscript/manuscriptDocument';
import { manuscriptDraft } from '#core/reporting/manuscript/manuscriptDraft';
import { templateOf, whyNotKeep, withOwnWords } from '#core/reporting/manuscript/ownWords';
import type { ReferenceStyle } from '#core/reporting/references/referenceText';
import { ROLES } from '#core/vocabulary';
import { AuthorPlace } from '#entities/AuthorPlace';
import { ManuscriptDraft } from '#entities/ManuscriptDraft';
import { ManuscriptWords } from '#entities/ManuscriptWords';
import { Review } from '#entities/Review';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { ReviewStanding } from '#policies/standing';
import { whyNotSeeFlow } from '#policies/visibility';
import type { Actor, ArchiveEntry, Context } from '#services/context';
import { TELL_NOBODY, type TellSteps } from '#services/madeFiles/tellSteps';
import { notify } from '#services/notifications/notify';
import { membersWith, namesOfReview } from '#services/notifications/people';
import { type DeedContext, perform } from '#services/perform';
import { namesOf } from '#services/projects/readProjects';
import { loadExhibits } from '#services/reporting/exhibits';
import { loadManuscriptFacts, loadReportGround, type ReportGround } from '#services/reporting/manuscriptFacts';
import { loadOwnFields } from '#services/reporting/protocolFields';
import { standInReview } from '#services/standing';

/** Who reads the report: those alone whom blinding doesn't keep from the flow, for its numbers are in it. */
export async function standAtReport(ctx: Context, actor: Actor, reviewId: string): Promise<ReviewStanding> {
  const viewer = await standInReview(ctx, actor, reviewId);
  insist(whyNotSeeFlow(viewer));
  return viewer;
}

/** The draft as the data are at this moment, once as Pooled words it and once with the team's own words. */
async function buildDraft(ctx: Context, actor: Actor, viewer: ReviewStanding, report: ReportGround) {
  const drafted = manuscriptDraft(await loadManuscriptFacts(ctx, actor, viewer, report));
  const words = await ctx.db.findBy(ManuscriptWords, { reviewId: viewer.reviewId });
  return { drafted, draft: withOwnWords(drafted, words), words };
}

async function newestDraft(ctx: Context, reviewId: string): Promise<ManuscriptDraft | null> {
  return ctx.db.findOne(ManuscriptDraft, { where: { reviewId }, order: { number: 'DESC' } });
}

/** The manuscript, sentence by sentence, and what changed since it was last frozen. */
export async function readManuscript(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standAtReport(ctx, actor, reviewId);
  const report = await loadReportGround(ctx, viewer);
  const { drafted, draft, words } = await buildDraft(ctx, actor, viewer, report);
  const frozen = await newestDraft(ctx, reviewId);
  const changes = frozen && compareDrafts(draft, frozen.sentences);
  const own = new Map(words.map(one => [one.sentenceId, one.text]));
  const names = await namesOf(ctx, frozen ? [frozen.frozenBy] : []);
  const templates = new Map(
    blocksOf(drafted).flatMap(block => (block.kind === 'sentence' ? [[block.id, templateOf(block)] as const] : [])),
  );
  const blockOf = (block: Block) =>
    block.kind !== 'sentence'
      ? block
      : {
          ...block,
          template: templates.get(block.id) ?? '',
          ownWords: own.get(block.id) ?? null,
          isNew: changes?.added.has(block.id) ?? false,
          changes: changes?.changed.get(block.id) ?? null,
        };
  return {
    title: report.review.title,
    sections: draft.sections.map(section => ({
      ...section,
      paragraphs: section.paragraphs.map(blocks => blocks.map(blockOf)),
    })),
    frozen: frozen && {
      number: frozen.number,
      frozenAt: frozen.frozenAt,
      byName: names.get(frozen.frozenBy) ?? 'former member',
      gone: changes?.gone ?? [],
    },
    may: { write: whyNotAct(viewer, 'writeReport') },
  };
}

/** Keeps the draft as it stands, so that what changes later is seen against it. */
export async function freezeDraft(ctx: Context, actor: Actor, reviewId: string): Promise<{ number: number }> {
  const viewer = await standAtReport(ctx, actor, reviewId);
  insist(whyNotAct(viewer, 'writeReport'));
  const { draft } = await buildDraft(ctx, actor, viewer, await loadReportGround(ctx, viewer));
  const sentences = frozenSentences(draft);
  return perform(ctx, actor, 'freeze-draft', async tx => {
    await tx.db.findOne(Review, { where: { reviewId }, lock: { mode: 'pessimistic_write' } });
    const before = await newestDraft(tx, reviewId);
    if (before && canonicalJson(before.sentences) === canonicalJson(sentences)) {
      tx.changedNothing();
      return { number: before.number };
    }
    const draftId = tx.newId();
    const number = (before?.number ?? 0) + 1;
    const stamp = { frozenBy: actor.personId, frozenAt: tx.now() };
    await tx.db.insert(ManuscriptDraft, { reviewId, draftId, number, sentences, ...stamp });
    tx.witness({ reviewId, subjectKind: 'manuscript-draft', subjectId: draftId, facts: { number } });
    await tellAuthors(tx, actor, reviewId, number);
    return { number };
  });
}

/** Every author approves what goes to a journal. Whoever may not read the report yet is not told of it. */
async function tellAuthors(tx: DeedContext, actor: Actor, reviewId: string, number: number): Promise<void> {
  const { title, projectId } = await namesOfReview(tx, reviewId);
  const seated = await membersWith(tx, projectId, ROLES, actor.personId);
  const authors = (await tx.db.findBy(AuthorPlace, { reviewId })).filter(one => seated.includes(one.personId));
  for (const { personId } of authors) {
    if (whyNotSeeFlow(await standInReview(tx, { personId, isAdministrator: false }, reviewId)) !== null) continue;
    await notify(tx, [personId], {
      ...{ kind: 'draft-frozen', about: `${reviewId}:${number}`, link: `/reviews/${reviewId}/manuscript` },
      ...{ title: `Draft ${number} waits for your approval: ${title}`, line: 'Approve it on the page of credit.' },
    });
  }
}

function findSentence(draft: Draft, sentenceId: string) {
  const found = blocksOf(draft).find(block => block.id === sentenceId);
  if (found?.kind !== 'sentence') throw new Problem('not-found', 'The draft has no such sentence any more.');
  return found;
}

/** Writes a sentence in one's own words around its values; null goes back to the drafted one. */
export async function writeSentence(
  ctx: Context,
  actor: Actor,
  { reviewId, sentenceId, text }: { reviewId: string; sentenceId: string; text: string | null },
): Promise<void> {
  const viewer = await standAtReport(ctx, actor, reviewId);
  insist(whyNotAct(viewer, 'writeReport'));
  const { drafted } = await buildDraft(ctx, actor, viewer, await loadReportGround(ctx, viewer));
  const sentence = findSentence(drafted, sentenceId);
  const valueCount = boundIn(sentence.pieces).length;
  const why = text === null ? null : whyNotKeep(text, valueCount);
  if (why) throw new Problem('invalid', why, {}, [{ pointer: '/body/text', detail: why }]);
  const isDropped = text === null || text.trim() === templateOf(sentence);
  await perform(ctx, actor, isDropped ? 'drop-own-words' : 'write-sentence', async tx => {
    const where = { reviewId, sentenceId };
    const before = await tx.db.findOne(ManuscriptWords, { where, lock: { mode: 'pessimistic_write' } });
    if ((isDropped && !before) || (before?.text === text && before?.valueCount === valueCount))
      return tx.changedNothing();
    const stamp = { writtenBy: actor.personId, writtenAt: tx.now() };
    if (isDropped) await tx.db.delete(ManuscriptWords, where);
    else if (before) await tx.db.update(ManuscriptWords, where, { text, valueCount, ...stamp });
    else await tx.db.insert(ManuscriptWords, { ...where, text, valueCount, ...stamp });
    tx.witness({ reviewId, subjectKind: 'review', subjectId: reviewId, facts: { sentence: sentenceId } });
  });
}

/** Every item of the checklist with where this report answers it. */
export async function readChecklist(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standAtReport(ctx, actor, reviewId);
  const report = await loadReportGround(ctx, viewer);
  const { draft } = await buildDraft(ctx, actor, viewer, report);
  return { items: checkedItems(draft, report.review.title, await loadOwnFields(ctx, reviewId)) };
}

/** The manuscript with its figures, tables and references in place. */
export async function buildManuscriptDocument(
  ctx: Context,
  actor: Actor,
  viewer: ReviewStanding,
  { style, tell = TELL_NOBODY }: { readonly style: ReferenceStyle; readonly tell?: TellSteps },
): Promise<WrittenDocument> {
  const report = await loadReportGround(ctx, viewer);
  const total = report.analyses.length + 4;
  await tell(1, total, 'Drafting sentences');
  const { draft } = await buildDraft(ctx, actor, viewer, report);
  await tell(2, total, 'Making tables');
  const onForest = (drawn: number, name: string) => tell(3 + drawn, total, `Drawing ${name}`);
  const enclosed = await loadExhibits(ctx, report, { palette: 'print', style, onForest });
  await tell(total - 1, total, 'Writing the file');
  return manuscriptDocument(draft, { ...enclosed, title: report.review.title });
}

/** A document as Markdown with its figures beside it, as pictures and as drawings. */
export async function markdownEntries(ctx: Context, document: WrittenDocument, name: string): Promise<ArchiveEntry[]> {
  const figures = document.blocks.filter(block => block.kind === 'figure');
  const pictures = await ctx.think.drawPictures(figures.map(figure => figure.svg));
  return [
    { name, text: documentMarkdown(document) },
    ...figures.flatMap(({ name: figure, svg }, place): ArchiveEntry[] => {
      const bytes = pictures[place];
      const drawing = { name: `figures/${figure}.svg`, text: svg };
      return bytes ? [drawing, { name: `figures/${figure}.png`, bytes }] : [drawing];
    }),
  ];
}
