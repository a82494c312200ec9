import { IsNull } from 'typeorm';
import { findTool } from '#core/appraisal/appraisalTools';
import { dateText } from '#core/dateText';
import { Problem } from '#core/problem';
import { csvText } from '#core/reporting/csvText';
import { documentMarkdown } from '#core/reporting/document/documentMarkdown';
import { methodsSentenceList } from '#core/reporting/methodsSentences';
import { decimalText } from '#core/reporting/numbers';
import { protocolDocument } from '#core/reporting/registration/protocolDocument';
import type { ProtocolFacts } from '#core/reporting/registration/protocolFacts';
import { filledFields, REGISTRATION_FIELDS, textOfField } from '#core/reporting/registration/registrationFields';
import type { ScreeningMode } from '#core/vocabulary';
import { Analysis } from '#entities/Analysis';
import { Appraisal } from '#entities/Appraisal';
import { Membership } from '#entities/Membership';
import { MinimalDifference } from '#entities/MinimalDifference';
import { ProtocolField } from '#entities/ProtocolField';
import { Question } from '#entities/Question';
import { Review } from '#entities/Review';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { ReviewStanding } from '#policies/standing';
import { outcomeName } from '#services/appraisal/readAppraisals';
import type { Actor, Context } from '#services/context';
import { perform } from '#services/perform';
import { namesOf } from '#services/projects/readProjects';
import { listCriteria } from '#services/protocol/questions';
import { sentenceWordsOf } from '#services/reporting/analysisFacts';
import { loadDeviations } from '#services/reporting/deviations';
import type { ExportedFile } from '#services/reporting/exportReview';
import { loadSearchFacts } from '#services/reporting/searchFacts';
import { standInReview } from '#services/standing';
import { loadSynthesisData, outcomeDataOf } from '#services/synthesis/outcomeData';
import { choicesOf } from '#services/synthesis/readAnalyses';

/** What people wrote in the fields of the protocol, by field. */
export async function loadOwnFields(ctx: Context, reviewId: string): Promise<Map<string, string>> {
  const rows = await ctx.db.findBy(ProtocolField, { reviewId });
  return new Map(rows.map(row => [row.field, row.text]));
}

/** What the protocol can be drafted from. Nothing in it depends on what anybody decided on a record. */
async function loadProtocolFacts(ctx: Context, viewer: ReviewStanding): Promise<ProtocolFacts> {
  const { reviewId, projectId } = viewer;
  const review = await ctx.db.findOneByOrFail(Review, { reviewId });
  const question = await ctx.db.findOne(Question, { where: { reviewId }, order: { version: 'DESC' } });
  const criteria = await listCriteria(ctx, reviewId);
  const all = await loadSynthesisData(ctx, reviewId);
  const locked = await ctx.db.find(Analysis, { where: { reviewId, isLocked: true }, order: { createdAt: 'ASC' } });
  const thresholds = await ctx.db.findBy(MinimalDifference, { reviewId });
  const textsOf = (kind: 'include' | 'exclude') => criteria.filter(one => one.kind === kind).map(one => one.text);
  return {
    title: review.title,
    startedOn: review.createdAt.toISOString(),
    frame: question?.frame ?? null,
    questionTitle: question?.title ?? '',
    slots: Object.fromEntries((question?.slots ?? []).map(({ slot, text }) => [slot, text])),
    include: textsOf('include'),
    exclude: textsOf('exclude'),
    searchString: question?.searchString ?? '',
    sources: (await loadSearchFacts(ctx, reviewId)).map(
      ({ source, platform, ranOn, limits }) =>
        `${source}${platform ? ` (${platform})` : ''}, ${dateText(ranOn)}${limits ? `, limits: ${limits}` : ''}`,
    ),
    team: await loadTeam(ctx, projectId),
    screening: [
      screeningLine('Title and abstract', viewer.rules['title-and-abstract']),
      screeningLine('Full text', viewer.rules['full-text']),
    ],
    outcomes: all.outcomes.map(outcome => outcomeName(outcome) ?? ''),
    characteristics: all.characteristics.map(one => one.name),
    plannedCharacteristics: all.characteristics.filter(one => one.isPlanned).map(one => one.name),
    tools: await loadTools(ctx, reviewId),
    synthesis: locked.flatMap(row => {
      const outcome = all.outcomes.find(one => one.outcomeId === row.outcomeId);
      if (!outcome) return [];
      const words = sentenceWordsOf(row, outcomeDataOf(all, outcome), null);
      return [`${row.name}: ${methodsSentenceList(choicesOf(row).specification, words).join(' ')}`];
    }),
    thresholds: thresholds.flatMap(({ outcomeId, value }) => {
      const outcome = all.outcomes.find(one => one.outcomeId === outcomeId);
      const unit = outcome?.kind === 'dichotomous' ? 'in 1,000 people' : (outcome?.unit ?? '');
      const number = decimalText(value, Number.isInteger(value) ? 0 : 2);
      return outcome ? [`Smallest difference that matters in ${outcome.name}: ${number} ${unit}`.trim()] : [];
    }),
  };
}

const MODES: Readonly<Record<ScreeningMode, (percent: number) => string>> = {
  single: () => 'one person',
  double: () => 'two people, blind to each other',
  share: percent => `one person, and a second one, blind to the first, for a random ${percent} %`,
};

function screeningLine(stage: string, rule: { readonly mode: ScreeningMode; readonly sharePercent: number }): string {
  return `${stage}: ${MODES[rule.mode](rule.sharePercent)}.`;
}

async function loadTeam(ctx: Context, projectId: string): Promise<ProtocolFacts['team']> {
  const members = await ctx.db.find(Membership, {
    where: { projectId, leftAt: IsNull() },
    order: { joinedAt: 'ASC', personId: 'ASC' },
  });
  const names = await namesOf(
    ctx,
    members.map(member => member.personId),
  );
  return members.map(({ personId, roles }) => ({ name: names.get(personId) ?? 'former member', roles }));
}

async function loadTools(ctx: Context, reviewId: string): Promise<string[]> {
  const planned = await ctx.db.findBy(Appraisal, { reviewId });
  const lines = planned.map(({ tool, variant, assessorsNeeded }) => {
    const found = findTool(tool, variant)?.offered;
    const words = found?.variants.find(one => one.variant === variant)?.words;
    const who = assessorsNeeded === 2 ? 'two people, blind to each other, then in consensus' : 'one person';
    return `${found?.name ?? tool}${words ? `, ${words}` : ''}: ${who}.`;
  });
  return [...new Set(lines)];
}

/** The protocol field by field, with its amendments. Everybody in the team may read it. */
export async function readProtocolFields(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const fields = filledFields(await loadProtocolFacts(ctx, viewer), await loadOwnFields(ctx, reviewId));
  return { fields, may: { write: whyNotAct(viewer, 'amendProtocol') } };
}

/** Writes a field of the protocol; null goes back to what the data say. */
export async function writeProtocolField(
  ctx: Context,
  actor: Actor,
  { reviewId, field, text }: { reviewId: string; field: string; text: string | null },
): Promise<void> {
  insist(whyNotAct(await standInReview(ctx, actor, reviewId), 'amendProtocol'));
  if (!REGISTRATION_FIELDS.some(({ id }) => id === field))
    throw new Problem('not-found', 'The protocol has no such field.');
  const written = text === null || text === '' ? null : text;
  await perform(ctx, actor, 'write-protocol', async tx => {
    const where = { reviewId, field };
    const before = await tx.db.findOne(ProtocolField, { where, lock: { mode: 'pessimistic_write' } });
    if ((before?.text ?? null) === written) return tx.changedNothing();
    if (written === null) await tx.db.delete(ProtocolField, where);
    else {
      const row = { ...where, text: written, writtenBy: actor.personId, writtenAt: tx.now() };
      if (before) await tx.db.update(ProtocolField, where, row);
      else await tx.db.insert(ProtocolField, row);
    }
    tx.witness({ reviewId, subjectKind: 'review', subjectId: reviewId, facts: { field } });
  });
}

export type ProtocolFile = 'protocol.docx' | 'protocol.md' | 'prospero.csv';

/** The protocol as a document, or as a table to copy into a register's form. */
export async function exportProtocol(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  file: ProtocolFile,
): Promise<ExportedFile> {
  const { fields } = await readProtocolFields(ctx, actor, reviewId);
  if (file === 'prospero.csv') {
    const rows = fields.map(one => [one.section, one.label, textOfField(one)]);
    return { fileName: file, contentType: 'text/csv', content: csvText([['Section', 'Field', 'Text'], ...rows]) };
  }
  const { title } = await ctx.db.findOneByOrFail(Review, { reviewId });
  const document = protocolDocument(title, fields, await loadDeviations(ctx, reviewId));
  return file === 'protocol.md'
    ? { fileName: file, contentType: 'text/markdown; charset=utf-8', content: documentMarkdown(document) }
    : {
        fileName: file,
        contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        content: await ctx.think.writeDocument(document),
      };
}
