import { In } from 'typeorm';
import type { PersonPath } from '#core/matching/eligibility';
import type { MatchOpening, MatchPerson } from '#core/matching/matchable';
import type { Suggestion } from '#core/matching/suggest';
import { APART } from '#core/matching/topicTerms';
import type { TopicChange } from '#core/people/vocabulary';
import { ClaimedPublication } from '#entities/ClaimedPublication';
import type { Opening } from '#entities/Opening';
import type { Profile } from '#entities/Profile';
import type { Project } from '#entities/Project';
import { type Relation, visibleLines } from '#policies/profiles';
import type { Context } from '#services/context';

/** How much a corrected topic counts; one that was added counts by standing among the interests. */
const FACTORS: Readonly<Record<TopicChange, number>> = { up: 2, down: 0.5, removed: 0, added: 1 };

/**
 * What matching may know of a person, for somebody who stands so to them: a reason must not tell what the person has not
 * shared. Country, school, year and age are no part of it, so they can't count.
 */
export function matchablePerson(
  profile: Profile,
  publications: readonly ClaimedPublication[],
  relation: Relation,
): MatchPerson {
  const lines = visibleLines(profile.audiences, relation);
  const added = profile.topicCorrections.filter(one => one.change === 'added').map(one => one.topic);
  return {
    personId: profile.personId,
    interests: lines.has('topics') ? [profile.interests, ...added].filter(text => text !== '').join('. ') : '',
    // Topics follow from publications: both lines must be open before their words may be named.
    publications:
      lines.has('topics') && lines.has('publications')
        ? publications.map(({ publicationId, pmid, title, abstract, meshHeadings }) => ({
            ...{ id: pmid ? `pmid ${pmid}` : publicationId, title, abstract, meshHeadings },
          }))
        : [],
    corrections: profile.topicCorrections.map(({ topic, change }) => ({ topic, factor: FACTORS[change] })),
    skills: lines.has('skills') ? profile.skills : [],
    roles: lines.has('rolesWanted') ? profile.rolesWanted : [],
    hoursPerWeek: lines.has('hoursPerWeek') ? profile.hoursPerWeek : null,
    timeZone: lines.has('timeZone') ? profile.timeZone : null,
    languages: lines.has('languages') ? profile.languages : [],
    away: lines.has('away') ? profile.away : [],
  };
}

/** These people as matching may know them, each with their publications. */
export async function matchablePeople(
  ctx: Context,
  profiles: readonly Profile[],
  relation: Relation,
): Promise<MatchPerson[]> {
  const claimed = await ctx.db.findBy(ClaimedPublication, {
    personId: In(profiles.map(profile => profile.personId)),
    state: 'claimed',
  });
  const of = new Map<string, ClaimedPublication[]>();
  for (const one of claimed) of.set(one.personId, [...(of.get(one.personId) ?? []), one]);
  const practised = await sharedPractice(
    ctx,
    profiles.map(profile => profile.personId),
  );
  return profiles.map(profile => ({
    ...matchablePerson(profile, of.get(profile.personId) ?? [], relation),
    practised: practised.get(profile.personId) ?? [],
  }));
}

/** Results of practice that people share with everybody; those that they keep to themselves count for nothing. */
async function sharedPractice(ctx: Context, personIds: readonly string[]) {
  const rows: { person_id: string; name: string; found: number; of: number }[] = await ctx.db.query(
    `select attempt.person_id, s.name, count(*)::int as of,
       count(*) filter (where decision.choice <> 'exclude')::int as found
     from practice_attempts attempt join practice_sets s using (practice_set_id)
     join practice_decisions decision using (practice_set_id, person_id)
     join practice_records record using (practice_set_id, record_id)
     where attempt.person_id = any($1) and attempt.finished_at is not null and attempt.is_shared
       and record.answer = 'include'
     group by attempt.person_id, attempt.practice_set_id, s.name`,
    [personIds],
  );
  const of = new Map<string, { name: string; found: number; of: number }[]>();
  for (const { person_id: id, name, found, of: all } of rows)
    of.set(id, [...(of.get(id) ?? []), { name, found, of: all }]);
  return of;
}

/** What matching may know of an opening: its topic is the project's, its practical side its own. */
export function matchableOpening(opening: Opening, project: Project): MatchOpening {
  return {
    openingId: opening.openingId,
    title: [project.title, project.specialty].join(APART),
    abstract: [project.summary, opening.title, opening.asks].join(APART),
    requiredSkills: opening.requiredSkills,
    role: opening.role,
    hoursPerWeek: opening.hoursPerWeek,
    timeZone: opening.timeZone,
    languages: opening.languages,
    startsOn: opening.startsOn,
    dueOn: opening.dueOn,
    totalHours: opening.totalHours,
  };
}

/** What of a person's path somebody may know who stands so to them: for rules that exclude, never for a score. */
export function pathOf(profile: Profile, relation: Relation): PersonPath {
  const lines = visibleLines(profile.audiences, relation);
  return {
    graduationYear: lines.has('school') ? profile.graduationYear : null,
    examSteps: lines.has('examSteps') ? profile.examSteps : [],
    visaNeed: lines.has('visa') ? profile.visaNeed : null,
  };
}

/** A suggestion as it travels: absence as null. What a rule of the project excludes is said beside the rest. */
export function presentFit(suggestion: Suggestion, notEligible: string | null = null) {
  return {
    score: suggestion.score,
    percent: suggestion.percent,
    fit: suggestion.fit,
    reasons: suggestion.reasons.map(reason => ({ ...reason })),
    excludedBecause: [suggestion.excludedBecause, notEligible].filter(Boolean).join(' ') || null,
  };
}
