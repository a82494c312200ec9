import { type TopicCorrection, topicKey } from '#core/people/profileTopics';
import type {
  Audience,
  CareerStage,
  ExamStep,
  ProfileKind,
  ProfileLine,
  TopicChange,
  VisaNeed,
} from '#core/people/vocabulary';
import { Problem } from '#core/problem';
import type { Role } from '#core/vocabulary';
import { ClaimedPublication } from '#entities/ClaimedPublication';
import { Person } from '#entities/Person';
import { type Away, Profile } from '#entities/Profile';
import type { Relation } from '#policies/profiles';
import type { Actor, Context } from '#services/context';
import { hiddenLines, presentProfile } from '#services/people/presentProfile';
import { relationTo } from '#services/people/relationTo';
import { perform } from '#services/perform';

export interface ProfileFields {
  readonly kind: ProfileKind;
  readonly headline: string;
  readonly interests: string;
  readonly skills: readonly string[];
  readonly rolesWanted: readonly Role[];
  readonly languages: readonly string[];
  readonly hoursPerWeek: number | null;
  readonly timeZone: string | null;
  readonly away: readonly Away[];
  readonly affiliation: string;
  readonly careerStage: CareerStage | null;
  readonly medicalSchool: string;
  readonly schoolCountry: string;
  readonly graduationYear: number | null;
  readonly examSteps: readonly ExamStep[];
  readonly visaNeed: VisaNeed | null;
  readonly aims: readonly string[];
  readonly audiences: Readonly<Partial<Record<ProfileLine, Audience>>>;
  readonly topicCorrections: readonly TopicCorrection[];
  readonly isWelcomed: true;
}

/** What may be left out of a change, as a request without it gives it. */
export type ProfileChange = { readonly [Field in keyof ProfileFields]?: ProfileFields[Field] | undefined };

async function load(ctx: Context, personId: string) {
  const person = await ctx.db.findOneBy(Person, { personId });
  const profile = await ctx.db.findOneBy(Profile, { personId });
  if (!person || !profile) throw new Problem('not-found', 'There is no such person.');
  const claimed = await ctx.db.findBy(ClaimedPublication, { personId, state: 'claimed' });
  return { person, profile, claimed };
}

/** A person's own profile, whole. */
export async function readOwnProfile(ctx: Context, actor: Actor) {
  const { person, profile, claimed } = await load(ctx, actor.personId);
  return {
    ...presentProfile(person, profile, claimed, 'self'),
    audiences: profile.audiences,
    proposed: await ctx.db.countBy(ClaimedPublication, { personId: actor.personId, state: 'proposed' }),
    isWelcomed: profile.welcomedAt !== null,
  };
}

/** A person as the actor may see them. */
export async function readPerson(ctx: Context, actor: Actor, personId: string) {
  const { person, profile, claimed } = await load(ctx, personId);
  return presentProfile(person, profile, claimed, await relationTo(ctx, actor, personId));
}

/** The very answer that somebody else gets who stands so to the actor, and which filled lines it leaves out. */
export async function previewProfile(ctx: Context, actor: Actor, relation: Relation) {
  const { person, profile, claimed } = await load(ctx, actor.personId);
  return { ...presentProfile(person, profile, claimed, relation), hidden: hiddenLines(profile, claimed, relation) };
}

/** Changes lines of a person's own profile; what is left out stays as it is. */
export async function changeProfile(ctx: Context, actor: Actor, change: ProfileChange): Promise<void> {
  const { audiences, isWelcomed, ...fields } = change;
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  await perform(ctx, actor, 'save-profile', async tx => {
    const profile = await lockProfile(tx, actor);
    await tx.db.update(
      Profile,
      { personId: actor.personId },
      {
        ...given,
        // Merged, so that sharing one line leaves the others as they are.
        audiences: { ...profile.audiences, ...audiences },
        welcomedAt: isWelcomed ? (profile.welcomedAt ?? tx.now()) : profile.welcomedAt,
        updatedAt: tx.now(),
      },
    );
    tx.witness({ subjectKind: 'person', subjectId: actor.personId });
  });
}

/** Keeps, changes or takes back the correction of one topic. */
export async function correctTopic(
  ctx: Context,
  actor: Actor,
  input: { topic: string; change: TopicChange | null },
): Promise<void> {
  await perform(ctx, actor, 'correct-topic', async tx => {
    const { topicCorrections } = await lockProfile(tx, actor);
    const others = topicCorrections.filter(one => topicKey(one.topic) !== topicKey(input.topic));
    const kept = input.change === null ? others : [...others, { topic: input.topic, change: input.change }];
    await tx.db.update(Profile, { personId: actor.personId }, { topicCorrections: kept, updatedAt: tx.now() });
    tx.witness({ subjectKind: 'person', subjectId: actor.personId });
  });
}

async function lockProfile(tx: Context, actor: Actor): Promise<Profile> {
  const profile = await tx.db.findOne(Profile, {
    where: { personId: actor.personId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!profile) throw new Problem('not-found', 'There is no such person.');
  return profile;
}
