import type { MatchOpening, MatchPerson } from '#core/matching/matchable';
import type { Suggestion } from '#core/matching/suggest';
import type { Opening } from '#entities/Opening';
import type { Profile } from '#entities/Profile';
import type { Project } from '#entities/Project';

/** What matching may know of a person. Country, school and age aren't stored at all, so they can't count. */
export function matchablePerson(profile: Profile): MatchPerson {
  return {
    personId: profile.personId,
    interests: profile.interests,
    skills: profile.skills,
    roles: profile.rolesWanted,
    hoursPerWeek: profile.hoursPerWeek,
    timeZone: profile.timeZone,
    languages: profile.languages,
  };
}

/** What matching may know of an opening: its topic is the project's, its practical side its own. */
export function matchableOpening(opening: Opening, project: Project): MatchOpening {
  return {
    openingId: opening.openingId,
    title: `${project.title}. ${project.specialty}`,
    abstract: `${project.summary}\n${opening.title}\n${opening.asks}`,
    requiredSkills: opening.requiredSkills,
    role: opening.role,
    hoursPerWeek: opening.hoursPerWeek,
    timeZone: opening.timeZone,
  };
}

/** A suggestion as it travels: absence as null. */
export function presentFit(suggestion: Suggestion) {
  return {
    score: suggestion.score,
    percent: suggestion.percent,
    fit: suggestion.fit,
    reasons: suggestion.reasons.map(reason => ({ ...reason })),
    excludedBecause: suggestion.excludedBecause ?? null,
  };
}
