import type { Audience, CareerStage, ProfileKind, ProfileLine } from '#core/people/vocabulary';
import type { Role } from '#core/vocabulary';
import type { Actor, Context } from '#services/context';
import { changeProfile } from '#services/people/profiles';
import { signUp } from '#services/people/signUp';

export interface DemoPerson extends Actor {
  readonly name: string;
  readonly email: string;
}

interface Part {
  readonly name: string;
  readonly kind: ProfileKind;
  readonly headline: string;
  readonly interests: string;
  readonly skills: readonly string[];
  readonly rolesWanted: readonly Role[];
  readonly languages?: readonly string[];
  readonly affiliation?: string;
  readonly careerStage?: CareerStage;
  readonly timeZone?: string;
}

const PARTS = {
  lead: {
    name: 'Helen Marsh',
    kind: 'faculty',
    headline: 'Infectious disease epidemiologist',
    interests: 'Tuberculosis, vaccines, meta-analysis of trials',
    skills: ['meta-analysis', 'trial methods'],
    rolesWanted: [],
  },
  first: {
    name: 'Wei-Lin Chen',
    kind: 'img',
    headline: 'IMG, two reviews screened so far',
    interests: 'Vaccination, tuberculosis in children',
    skills: ['screening', 'PubMed', 'data extraction'],
    rolesWanted: ['screener', 'extractor'],
  },
  second: {
    name: 'Jonas Brandt',
    kind: 'img',
    headline: 'IMG, interested in public health',
    interests: 'Public health, BCG vaccine, prevention of infection',
    skills: ['screening', 'data extraction'],
    rolesWanted: ['screener', 'extractor'],
  },
  third: {
    name: 'Amara Okafor',
    kind: 'img',
    headline: 'IMG, pulmonary medicine',
    interests: 'Pulmonary tuberculosis, treatment and prevention',
    skills: ['screening'],
    rolesWanted: ['screener', 'adjudicator'],
  },
  applicant: {
    name: 'Priya Nair',
    kind: 'img',
    headline: 'IMG, first review behind her',
    interests: 'Respiratory infection, vitamin D, nutrition, prevention in primary care',
    skills: ['screening', 'PubMed'],
    rolesWanted: ['screener'],
  },
  otherApplicant: {
    name: 'Omar Haddad',
    kind: 'img',
    headline: 'IMG, learns to read trials',
    interests: 'Cardiac imaging, heart failure',
    skills: ['data extraction'],
    rolesWanted: ['screener', 'extractor'],
  },
  adviser: {
    name: 'Martin Feld',
    kind: 'faculty',
    headline: 'Primary care, teaches how to write',
    interests: 'Primary care, prevention, respiratory infection, medical writing',
    skills: ['writing', 'screening'],
    rolesWanted: ['writer'],
    affiliation: 'Department of Family Medicine, Demo University',
    careerStage: 'professor',
    timeZone: 'America/New_York',
  },
  senior: {
    name: 'Lucia Ferreira',
    kind: 'img',
    headline: 'IMG, resident in internal medicine since last year',
    interests: 'Systematic reviews, infection, preparing for residency',
    skills: ['screening', 'data extraction', 'meta-analysis'],
    rolesWanted: ['extractor', 'statistician'],
    careerStage: 'resident',
    languages: ['English', 'Portuguese'],
  },
} as const satisfies Record<string, Part>;

/** The demo's people share what they bring, so that a visitor sees suggestions with their reasons. */
const SHARED = {
  headline: 'everybody',
  topics: 'everybody',
  skills: 'everybody',
  rolesWanted: 'everybody',
  languages: 'everybody',
  hoursPerWeek: 'everybody',
  timeZone: 'everybody',
  affiliation: 'everybody',
  careerStage: 'everybody',
  publications: 'everybody',
} as const satisfies Partial<Record<ProfileLine, Audience>>;

export type DemoTeam = Readonly<Record<keyof typeof PARTS, DemoPerson>>;

/** A few invented people with one password, so that a visitor can look at the review with each one's eyes. */
export async function createDemoTeam(ctx: Context, password: string): Promise<DemoTeam> {
  const team: Partial<Record<keyof typeof PARTS, DemoPerson>> = {};
  // Object.entries forgets that the keys are those of PARTS.
  for (const [seat, part] of Object.entries(PARTS) as [keyof typeof PARTS, Part][]) {
    const email = `${part.name.toLowerCase().replace(/[^a-z]+/g, '.')}@demo.invalid`;
    const { personId } = await signUp(ctx, { name: part.name, email, password, kind: part.kind });
    const person = { personId, isAdministrator: false, name: part.name, email };
    await changeProfile(ctx, person, {
      kind: part.kind,
      headline: part.headline,
      interests: part.interests,
      skills: part.skills,
      rolesWanted: part.rolesWanted,
      languages: part.languages ?? ['English'],
      affiliation: part.affiliation ?? '',
      careerStage: part.careerStage ?? null,
      hoursPerWeek: 6,
      timeZone: part.timeZone ?? 'Europe/London',
      audiences: SHARED,
      isWelcomed: true,
    });
    team[seat] = person;
  }
  return team as DemoTeam; // every seat of PARTS was filled just now
}
