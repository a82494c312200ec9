import { IsNull } from 'typeorm';
import { acknowledgements } from '#core/credit/acknowledgements';
import type { Contribution, PersonLedger } from '#core/credit/contributionLedger';
import { contributionsStatement, type CreditClaim as PrintedClaim } from '#core/credit/contributionsStatement';
import { creditProposals } from '#core/credit/creditProposals';
import { icmjeStatus } from '#core/credit/icmjeStatus';
import { AuthorPlace } from '#entities/AuthorPlace';
import { Membership } from '#entities/Membership';
import type { ReviewStanding } from '#policies/standing';
import type { Context } from '#services/context';
import type { readClaims } from '#services/credit/readClaims';
import { readLedgers } from '#services/credit/readLedgers';
import { namesOf } from '#services/projects/readProjects';

/** People in the order of the paper, then by name; with their ledgers. */
export async function creditStanding(ctx: Context, viewer: ReviewStanding) {
  const { reviewId, projectId } = viewer;
  const ledgers = await readLedgers(ctx, viewer);
  const members = await ctx.db.findBy(Membership, { projectId, leftAt: IsNull() });
  const places = new Map((await ctx.db.findBy(AuthorPlace, { reviewId })).map(one => [one.personId, one.place]));
  const ids = [...new Set([...members, ...ledgers].map(({ personId }) => personId))];
  const names = await namesOf(ctx, ids);
  const proposals = creditProposals(ledgers);
  const people = ids
    .map(personId => {
      const ledger = ledgers.find(one => one.personId === personId) ?? emptyLedger(personId);
      return {
        personId,
        name: names.get(personId) ?? 'former member',
        isMember: members.some(member => member.personId === personId),
        place: places.get(personId) ?? null,
        lines: ledger.contributions.map(shownLine),
        proposals: proposals.filter(one => one.personId === personId).map(({ role, evidence }) => ({ role, evidence })),
        icmje: icmjeStatus(ledger),
      };
    })
    .sort((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity) || a.name.localeCompare(b.name, 'en'));
  const team = members.map(({ personId, roles }) => ({ personId, isLead: roles.includes('lead') }));
  return { people, ledgers, team };
}

export type CreditStanding = Awaited<ReturnType<typeof creditStanding>>;

/** Time is shown by tenths of an hour, rounded down: what the log shows is a lower bound. */
const STEP = 6;

function emptyLedger(personId: string): PersonLedger {
  return { personId, contributions: [], notCounted: [] };
}

function shownLine({ kind, stage, sentence, count, minutes, roles, firstAt, lastAt }: Contribution) {
  return {
    ...{ kind: stage ? `${kind} ${stage}` : kind, label: sentence, count, roles: [...roles] },
    ...{ minutes: STEP * Math.floor(minutes / STEP), firstAt: new Date(firstAt), lastAt: new Date(lastAt) },
  };
}

/** Claims as they are printed. */
export function confirmed(claims: Awaited<ReturnType<typeof readClaims>>): PrintedClaim[] {
  return claims
    .filter(({ state }) => state === 'confirmed')
    .map(({ personId, role, degree }) => ({ personId, role, ...(degree ? { degree } : {}) }));
}

/** Authors are those whom a lead has put in order; before, all who have a confirmed role. */
export function authorsOf({ people }: CreditStanding, claims: readonly PrintedClaim[]) {
  const inOrder = people.filter(({ place }) => place !== null);
  return inOrder.length > 0 ? inOrder : people.filter(one => claims.some(({ personId }) => personId === one.personId));
}

/** The statement names everybody with a confirmed role; thanks go to who worked and is no author. */
export function forThePaper(standing: CreditStanding, claims: readonly PrintedClaim[]) {
  const authorIds = authorsOf(standing, claims).map(({ personId }) => personId);
  return {
    statement: contributionsStatement(standing.people, claims),
    // Before anybody is an author, everybody would be thanked.
    acknowledgements: authorIds.length === 0 ? '' : acknowledgements(standing.people, standing.ledgers, authorIds),
  };
}
