import { draftAgreement, readAgreement, signAgreement } from '#services/agreements/agreements';
import type { Context } from '#services/context';
import { issueCertificate } from '#services/credit/certificates';
import { answerClaim, claimRole } from '#services/credit/claims';
import type { DemoPerson, DemoTeam } from '#services/demo/demoTeam';

interface DemoPlace {
  readonly projectId: string;
  readonly reviewId: string;
  readonly password: string;
}

const ALL_POINTS = ['work', 'text', 'approval', 'accountability'] as const;

/** The finished review's agreement, claims at every state and a certificate; signing and one claim wait for the lead. */
export async function fillDemoCredit(ctx: Context, team: DemoTeam, place: DemoPlace): Promise<void> {
  await agree(ctx, team, place);
  const { lead, first, second, third } = team;
  const { reviewId } = place;
  const claim = (person: DemoPerson, role: Parameters<typeof claimRole>[3]['role'], note = '') =>
    claimRole(ctx, person, reviewId, { role, degree: role === 'investigation' ? 'equal' : null, note });
  const { id: hers } = await claim(first, 'investigation');
  await answerClaim(ctx, lead, { reviewId, claimId: hers }, { verdict: 'confirmed', reason: '' });
  const { id: disputed } = await claim(second, 'formal-analysis', 'I checked the forest plot by hand.');
  const reason = 'Looking at the plot was a check of the report; the model was chosen and run by Helen.';
  await answerClaim(ctx, third, { reviewId, claimId: disputed }, { verdict: 'disputed', reason });
  await claim(third, 'validation', 'I settled what the two extractors read differently.');
  await issueCertificate(ctx, first, reviewId);
}

/** A version that says who does what and what it earns; two have signed it. */
async function agree(ctx: Context, { lead, first, second, third }: DemoTeam, { projectId, password }: DemoPlace) {
  const line = (person: DemoPerson, does: string, earns: 'author' | 'acknowledgement') => ({
    ...{ personId: person.personId, does, byOn: null, earns },
    points: earns === 'author' ? [...ALL_POINTS] : [],
  });
  const { version } = await draftAgreement(ctx, lead, projectId, {
    lines: [
      line(lead, 'Question, protocol, analysis, first draft', 'author'),
      line(first, 'Screens, extracts all trials, writes the methods with Helen', 'author'),
      line(second, 'Screens, extracts all trials, revises the draft', 'author'),
      line(third, 'Settles conflicts of screening and extraction', 'acknowledgement'),
    ],
    orderRule: 'First who writes the first draft, last who leads; the others by the alphabet.',
    ifChanges: 'Whoever can’t go on says so two weeks before; we write a new version together.',
    basedOn: 0,
  });
  for (const person of [first, second]) {
    const { agreement } = await readAgreement(ctx, person, projectId, version);
    const fingerprint = agreement?.fingerprint ?? '';
    await signAgreement(ctx, person, { projectId, version, password, fingerprint });
  }
}
