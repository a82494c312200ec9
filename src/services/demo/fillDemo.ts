import { Problem } from '#core/problem';
import { DEFAULT_ANALYSIS } from '#core/synthesis/analysisSpec';
import { NOTHING_FURTHER } from '#core/synthesis/specification';
import { Person } from '#entities/Person';
import type { Context } from '#services/context';
import { fillDemoAppraisals } from '#services/demo/demoAppraisal';
import { fillDemoCertainty, setDemoThreshold } from '#services/demo/demoCertainty';
import { fillDemoCohort } from '#services/demo/demoCohort';
import { fillDemoCommunity } from '#services/demo/demoCommunity';
import { fillDemoCredit } from '#services/demo/demoCredit';
import { fillDemoExtraction } from '#services/demo/demoExtraction';
import { findDemoDuplicates, importDemoFiles } from '#services/demo/demoImport';
import { fillDemoMentoring } from '#services/demo/demoMentoring';
import { fillDemoPractice } from '#services/demo/demoPractice';
import { fillDemoPublications } from '#services/demo/demoPublications';
import { DEMO_COPIES, DEMO_RECORDS, demoRis } from '#services/demo/demoRecords';
import { fillDemoScreening } from '#services/demo/demoScreening';
import { createDemoTeam, type DemoTeam } from '#services/demo/demoTeam';
import { fillDemoUnderWay } from '#services/demo/demoUnderWay';
import { createOpening } from '#services/openings/writeOpening';
import { createProject } from '#services/projects/createProject';
import { acceptInvitation, createInvitation } from '#services/projects/invitations';
import { addCriterion } from '#services/protocol/criteria';
import { saveQuestion } from '#services/protocol/questions';
import { createReview } from '#services/reviews/createReview';
import { lockAnalysis, saveAnalysis } from '#services/synthesis/analyses';

export interface Demo {
  readonly leadId: string;
  readonly reviewId: string;
  readonly email: string;
  readonly password: string;
}

const JOURNAL = 'Demo Journal of Vaccination';

/**
 * Fills an empty installation with a finished review: the thirteen BCG trials, a small team, and every step from the
 * question to the forest plot, done by the same deeds that people do; with a second review under way, so that its visitor
 * finds records to screen, an alarm and applicants; and with what people are to each other: mentors, a community, credit. Throws 'conflict' when there is anybody already.
 */
export async function fillDemo(outer: Context): Promise<Demo> {
  // Workers may be at work already: the demo's few jobs are done here, one after the other.
  const ctx: Context = { ...outer, runsOwnJobs: true };
  if (await ctx.db.exists(Person)) {
    throw new Problem('conflict', 'The demo is for an empty installation, and there are accounts here already.');
  }
  const password = ctx.newToken().slice(0, 16);
  const team = await createDemoTeam(ctx, password);
  const { lead } = team;
  const projectId = await createDemoProject(ctx, team);
  const { id: reviewId } = await createReview(ctx, lead, projectId, {
    title: 'BCG vaccination for the prevention of tuberculosis',
    titleAndAbstractMode: 'double',
    fullTextMode: 'double',
  });
  const reasons = await writeProtocol(ctx, team, reviewId);
  await importDemoFiles(ctx, lead, reviewId, [
    { sourceName: 'PubMed', fileName: 'pubmed.ris', text: demoRis(DEMO_RECORDS, JOURNAL) },
    { sourceName: 'Embase', fileName: 'embase.ris', text: demoRis(DEMO_COPIES, JOURNAL) },
  ]);
  await findDemoDuplicates(ctx, lead, reviewId);
  await fillDemoScreening(ctx, team, reviewId, reasons);
  await fillDemoPractice(ctx, team, reviewId);
  const outcomeId = await fillDemoExtraction(ctx, team, reviewId);
  await setDemoThreshold(ctx, team, reviewId, outcomeId);
  await fillDemoAppraisals(ctx, team, reviewId);
  const { id: analysisId } = await saveAnalysis(ctx, lead, reviewId, {
    name: 'Tuberculosis, all trials',
    outcomeId,
    specification: { ...DEFAULT_ANALYSIS, ...NOTHING_FURTHER, measure: 'RR' },
    leftOut: [],
  });
  await lockAnalysis(ctx, lead, { reviewId, analysisId }, true);
  await fillDemoCertainty(ctx, team, { reviewId, outcomeId, analysisId });
  await fillDemoUnderWay(ctx, team);
  await fillDemoPublications(ctx, team);
  await fillDemoMentoring(ctx, team);
  await fillDemoCommunity(ctx, team);
  await fillDemoCohort(ctx, team);
  await fillDemoCredit(ctx, team, { projectId, reviewId, password });
  return { leadId: lead.personId, reviewId, email: lead.email, password };
}

async function createDemoProject(ctx: Context, { lead, first, second, third }: DemoTeam): Promise<string> {
  const { id: projectId } = await createProject(ctx, lead, {
    title: 'BCG vaccination for the prevention of tuberculosis',
    summary: 'How well does BCG vaccine prevent tuberculosis, and does it depend on where the trial was done?',
    specialty: 'Infectious diseases',
  });
  const seats = [
    [first, ['screener', 'extractor']],
    [second, ['screener', 'extractor']],
    [third, ['adjudicator']],
  ] as const;
  for (const [person, roles] of seats) {
    const { link } = await createInvitation(ctx, lead, { projectId, roles, email: null, days: 14 });
    await acceptInvitation(ctx, person, link.split('/').at(-1) ?? '');
  }
  await createOpening(ctx, lead, projectId, {
    role: 'statistician',
    title: 'Statistician for a meta-regression by latitude',
    asks: 'Check the pooled analysis and add a meta-regression by latitude, about 10 hours in all.',
    earns: 'Formal analysis in CRediT; authorship if the other ICMJE criteria are met too.',
    requiredSkills: ['meta-analysis'],
    hoursPerWeek: 3,
    timeZone: null,
    capacity: 1,
    closesOn: null,
  });
  return projectId;
}

/** Reasons of exclusion at full text, by the fate that they explain. */
export interface DemoReasons {
  readonly notATrial: string;
  readonly otherOutcome: string;
}

async function writeProtocol(ctx: Context, { lead }: DemoTeam, reviewId: string): Promise<DemoReasons> {
  const slot = (name: string, text: string, synonyms: string[], meshHeadings: string[], inSearch: boolean) => ({
    slot: name,
    text,
    synonyms,
    meshHeadings,
    explode: true,
    inSearch,
  });
  await saveQuestion(ctx, lead, reviewId, {
    frame: 'PICO',
    title: 'Does BCG vaccine prevent tuberculosis?',
    slots: [
      slot('population', 'People without tuberculosis', [], [], false),
      slot('intervention', 'BCG vaccine', ['bacillus Calmette-Guerin', 'BCG vaccination'], ['BCG Vaccine'], true),
      slot('comparator', 'No vaccine, or placebo', [], [], false),
      slot('outcome', 'tuberculosis', ['tuberculous'], ['Tuberculosis'], true),
    ],
    filters: [],
    languages: [],
    publishedFrom: null,
    publishedTo: null,
    basedOn: 0,
    searchString: null,
    reason: '',
  });
  const criterion = async (kind: 'include' | 'exclude', slotName: string | null, text: string) =>
    (await addCriterion(ctx, lead, reviewId, { kind, slot: slotName, text })).id;
  await criterion('include', 'population', 'People of any age without tuberculosis at the start');
  await criterion('include', 'intervention', 'BCG vaccine, any strain and route');
  await criterion('include', 'outcome', 'Cases of tuberculosis, counted by group');
  return {
    notATrial: await criterion('exclude', null, 'Not a controlled trial'),
    otherOutcome: await criterion('exclude', 'outcome', 'Cases of tuberculosis not counted'),
  };
}
