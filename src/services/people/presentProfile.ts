import { profileTopics } from '#core/people/profileTopics';
import type { ProfileLine } from '#core/people/vocabulary';
import type { ClaimedPublication } from '#entities/ClaimedPublication';
import type { Person } from '#entities/Person';
import type { Profile } from '#entities/Profile';
import { mayContact, type Relation, visibleLines } from '#policies/profiles';

/** Who signed in by ORCID alone has no address that reaches them. */
const UNREACHABLE = /@orcid\.invalid$/;

/** A profile as somebody sees it who stands so to the person: the one place that decides what leaves the server. */
export function presentProfile(
  person: Person,
  profile: Profile,
  claimed: readonly ClaimedPublication[],
  relation: Relation,
) {
  const lines = visibleLines(profile.audiences, relation);
  const shown = <T>(line: ProfileLine, value: T, otherwise: T): T => (lines.has(line) ? value : otherwise);
  const publications = shown('publications', claimed, []);
  return {
    personId: person.personId,
    name: person.name,
    kind: profile.kind,
    headline: shown('headline', profile.headline, ''),
    interests: shown('topics', profile.interests, ''),
    topics: shown('topics', profileTopics(claimed, profile.interests, profile.topicCorrections), []).filter(
      topic => relation === 'self' || topic.change !== 'removed',
    ),
    publications: [...publications].sort((a, b) => (b.year ?? 0) - (a.year ?? 0) || (a.title < b.title ? -1 : 1)),
    orcid: shown('publications', person.orcid, null),
    skills: shown('skills', profile.skills, []),
    rolesWanted: shown('rolesWanted', profile.rolesWanted, []),
    languages: shown('languages', profile.languages, []),
    hoursPerWeek: shown('hoursPerWeek', profile.hoursPerWeek, null),
    timeZone: shown('timeZone', profile.timeZone, null),
    // Why somebody is away is theirs alone.
    away: shown('away', profile.away, []).map(one => (relation === 'self' ? one : { ...one, why: '' })),
    affiliation: shown('affiliation', profile.affiliation, ''),
    careerStage: shown('careerStage', profile.careerStage, null),
    medicalSchool: shown('school', profile.medicalSchool, ''),
    schoolCountry: shown('school', profile.schoolCountry, ''),
    graduationYear: shown('school', profile.graduationYear, null),
    examSteps: shown('examSteps', profile.examSteps, []),
    visaNeed: shown('visa', profile.visaNeed, null),
    aims: shown('aims', profile.aims, []),
    email: mayContact(relation) && !UNREACHABLE.test(person.email) ? person.email : null,
  };
}

/** The lines that a profile fills and that somebody who stands so to the person does not see. */
export function hiddenLines(
  profile: Profile,
  claimed: readonly ClaimedPublication[],
  relation: Relation,
): ProfileLine[] {
  const lines = visibleLines(profile.audiences, relation);
  const isFilled: Readonly<Record<ProfileLine, boolean>> = {
    headline: profile.headline !== '',
    topics: profile.interests !== '' || claimed.length > 0,
    publications: claimed.length > 0,
    skills: profile.skills.length > 0,
    rolesWanted: profile.rolesWanted.length > 0,
    languages: profile.languages.length > 0,
    hoursPerWeek: profile.hoursPerWeek !== null,
    timeZone: profile.timeZone !== null,
    away: profile.away.length > 0,
    affiliation: profile.affiliation !== '',
    careerStage: profile.careerStage !== null,
    school: profile.medicalSchool !== '' || profile.schoolCountry !== '' || profile.graduationYear !== null,
    examSteps: profile.examSteps.length > 0,
    aims: profile.aims.length > 0,
    visa: profile.visaNeed !== null,
  };
  // As a list of words each of the vocabulary, in its order.
  return (Object.keys(isFilled) as ProfileLine[]).filter(line => isFilled[line] && !lines.has(line));
}
