import { Problem } from '#core/problem';
import type { Context } from '#services/context';
import { raiseDemoAlarm } from '#services/demo/demoAlarm';
import { findDemoDuplicates, importDemoFiles } from '#services/demo/demoImport';
import { demoNbib } from '#services/demo/demoNbib';
import type { DemoTeam } from '#services/demo/demoTeam';
import { UNDER_WAY_RECORDS, WITHDRAWN } from '#services/demo/demoUnderWayRecords';
import { writeMessage } from '#services/messages/writeMessage';
import { applyForOpening } from '#services/openings/applications';
import { createOpening } from '#services/openings/writeOpening';
import { createProject } from '#services/projects/createProject';
import { acceptInvitation, createInvitation } from '#services/projects/invitations';
import { addCriterion } from '#services/protocol/criteria';
import { saveQuestion } from '#services/protocol/questions';
import { createReview } from '#services/reviews/createReview';
import { giveOutRecords } from '#services/screening/giveOutRecords';
import { listMyQueue } from '#services/screening/myScreening';
import { recordDecision } from '#services/screening/recordDecision';

const TITLE = 'Vitamin D for the prevention of acute respiratory infection';

/**
 * A second review of the lead's, in the middle of screening title and abstract: the lead and one screener have done a part,
 * two records wait for the adjudicator, two people apply for a seat. The lead has applied elsewhere.
 */
export async function fillDemoUnderWay(ctx: Context, team: DemoTeam): Promise<void> {
  const projectId = await beginProject(ctx, team);
  const { id: reviewId } = await createReview(ctx, team.lead, projectId, {
    ...{ title: TITLE, titleAndAbstractMode: 'double', fullTextMode: 'double' },
  });
  await writeQuestion(ctx, team, reviewId);
  const text = demoNbib(UNDER_WAY_RECORDS, ({ title }) => (title === WITHDRAWN.title ? WITHDRAWN.pmid : null));
  await importDemoFiles(ctx, team.lead, reviewId, [{ sourceName: 'PubMed', fileName: 'vitamin-d.nbib', text }]);
  await findDemoDuplicates(ctx, team.lead, reviewId);
  await screenInPart(ctx, team, reviewId);
  await raiseDemoAlarm(ctx, team.lead, reviewId);
  await applyElsewhere(ctx, team);
  await talk(ctx, team);
}

async function beginProject(ctx: Context, { lead, second, third, ...team }: DemoTeam): Promise<string> {
  const { id: projectId } = await createProject(ctx, lead, {
    title: TITLE,
    summary: 'Does vitamin D keep people from colds and pneumonia, and for whom does it matter?',
    specialty: 'Primary care',
    letter: 'possible',
  });
  const seats = [
    [second, ['screener']],
    [third, ['adjudicator']],
  ] as const;
  for (const [person, roles] of seats) {
    const { link } = await createInvitation(ctx, lead, { projectId, roles, email: null, days: 14 });
    await acceptInvitation(ctx, person, link.split('/').at(-1) ?? '');
  }
  const { id: openingId } = await createOpening(ctx, lead, projectId, {
    role: 'screener',
    title: 'Third screener for full texts',
    asks: 'Read about forty full texts with a partner, each blind to the other.',
    earns: 'Investigation in CRediT; authorship if the other ICMJE criteria are met too.',
    requiredSkills: ['screening'],
    hoursPerWeek: 4,
    timeZone: 'Europe/London',
    capacity: 1,
    closesOn: null,
    ...{ workCount: 40, workUnit: 'reports' as const, totalHours: 12 },
  });
  const notes = [
    [team.applicant, 'I have screened one review and like to read trials.'],
    [team.otherApplicant, 'I am new to screening and would learn it first in a practice set.'],
  ] as const;
  for (const [person, note] of notes) await applyForOpening(ctx, person, { openingId, note, shares: true });
  return projectId;
}

async function writeQuestion(ctx: Context, { lead }: DemoTeam, reviewId: string): Promise<void> {
  const slot = (name: string, text: string, synonyms: string[], meshHeadings: string[], inSearch: boolean) => ({
    ...{ slot: name, text, synonyms, meshHeadings, explode: true, inSearch },
  });
  await saveQuestion(ctx, lead, reviewId, {
    frame: 'PICO',
    title: 'Does vitamin D prevent acute respiratory infection?',
    slots: [
      slot('population', 'People of any age', [], [], false),
      slot('intervention', 'vitamin D', ['cholecalciferol', 'ergocalciferol'], ['Vitamin D'], true),
      slot('comparator', 'placebo', [], [], false),
      slot('outcome', 'respiratory infection', ['common cold', 'pneumonia'], ['Respiratory Tract Infections'], true),
    ],
    ...{
      filters: [],
      languages: [],
      publishedFrom: null,
      publishedTo: null,
      basedOn: 0,
      searchString: null,
      reason: '',
    },
  });
  const criteria = [
    ['include', 'intervention', 'Vitamin D2 or D3 in any dose'],
    ['include', 'outcome', 'People with at least one acute respiratory infection, counted by group'],
    ['exclude', null, 'Not a randomised trial'],
  ] as const;
  for (const [kind, of, text] of criteria) await addCriterion(ctx, lead, reviewId, { kind, slot: of, text });
}

async function screenInPart(ctx: Context, { lead, second }: DemoTeam, reviewId: string): Promise<void> {
  const key = { reviewId, stage: 'title-and-abstract' } as const;
  const personIds = [lead.personId, second.personId];
  await giveOutRecords(ctx, lead, key, {
    ...{ personIds, which: { kind: 'waiting' }, count: null, sharePercent: null, order: 'import', split: 'equal' },
    ...{ limits: [], recuse: 'name', pairs: 'kept', dueOn: null, seed: 2, isPreview: false },
  });
  for (const [person, seat] of [
    [lead, 'lead'],
    [second, 'second'],
  ] as const) {
    const queue = { show: 'all', text: '', after: -1, limit: 100 } as const;
    const { records } = await listMyQueue(ctx, person, key, queue);
    for (const { recordId, title } of records) {
      const known = UNDER_WAY_RECORDS.find(one => one.title === title);
      if (!known) throw new Problem('unavailable', `The demo lost one of its records on the way: ${title}`);
      const choice = known[seat];
      if (choice) await recordDecision(ctx, person, { ...key, recordId }, { choice, criterionId: null, note: '' });
    }
  }
}

/** A project led by an IMG, who looks for somebody with numbers; the demo's lead has applied. */
async function applyElsewhere(ctx: Context, { lead, third, senior }: DemoTeam): Promise<void> {
  const { id: projectId } = await createProject(ctx, third, {
    title: 'Recurrence after a first pneumothorax',
    summary:
      'How often does a spontaneous pneumothorax come back, and what predicts it? Proportions and hazard ratios.',
    specialty: 'Pulmonary medicine',
  });
  const { id: openingId } = await createOpening(ctx, third, projectId, {
    role: 'statistician',
    title: 'Adviser on the meta-analysis of proportions',
    asks: 'Help to choose the model before the protocol is registered, and look at the code at the end.',
    earns: 'Acknowledgement, or authorship if the ICMJE criteria are met.',
    requiredSkills: ['meta-analysis'],
    hoursPerWeek: 1,
    timeZone: null,
    capacity: 1,
    closesOn: null,
  });
  await applyForOpening(ctx, lead, { openingId, note: 'I can give an hour a week from January.', shares: true });
  await createOpening(ctx, third, projectId, {
    role: 'screener',
    title: 'Second screener, title and abstract',
    asks: 'Decide on about 400 records on pneumothorax, respiratory infection and its prevention, blind to your partner.',
    earns: 'Acknowledgement and Investigation in CRediT; screening alone does not make an author.',
    requiredSkills: ['screening'],
    hoursPerWeek: 2,
    timeZone: 'Europe/London',
    capacity: 2,
    closesOn: null,
    ...{ workCount: 400, workUnit: 'records' as const, totalHours: 6 },
  });
  const { link } = await createInvitation(ctx, third, { projectId, roles: ['extractor'], email: null, days: 14 });
  await acceptInvitation(ctx, senior, link.split('/').at(-1) ?? '');
}

/** The lead asks an applicant something; the answer is not read yet. */
async function talk(ctx: Context, { lead, applicant }: DemoTeam): Promise<void> {
  const question = 'Thank you for your note. Which review did you screen, and how many records were they?';
  const answer = 'Nutrition in the first year of life, about 900 records with one partner.';
  await writeMessage(ctx, lead, { personId: applicant.personId, text: question, key: ctx.newId() });
  await writeMessage(ctx, applicant, { personId: lead.personId, text: answer, key: ctx.newId() });
}
