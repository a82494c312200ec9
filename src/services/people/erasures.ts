import { In } from 'typeorm';
import { AccountExport } from '#entities/AccountExport';
import { AgreementWish } from '#entities/AgreementWish';
import { Application } from '#entities/Application';
import { CheckInNote } from '#entities/CheckInNote';
import { ClaimedPublication } from '#entities/ClaimedPublication';
import { CommunityMember } from '#entities/CommunityMember';
import { FullTextMark } from '#entities/FullTextMark';
import { Goal } from '#entities/Goal';
import { Letter } from '#entities/Letter';
import { MentoringPromise } from '#entities/MentoringPromise';
import { MentorSeat } from '#entities/MentorSeat';
import { Mentorship } from '#entities/Mentorship';
import { MessageStop } from '#entities/MessageStop';
import { Notification } from '#entities/Notification';
import { NotificationSettings } from '#entities/NotificationSettings';
import { Offer } from '#entities/Offer';
import { Opening } from '#entities/Opening';
import { OpeningAlert } from '#entities/OpeningAlert';
import { PasswordReset } from '#entities/PasswordReset';
import type { Person } from '#entities/Person';
import { PostReport } from '#entities/PostReport';
import { PracticeAttempt } from '#entities/PracticeAttempt';
import { Preference } from '#entities/Preference';
import { Profile } from '#entities/Profile';
import { PublishedName } from '#entities/PublishedName';
import { RecordNote } from '#entities/RecordNote';
import { endPlace } from '#services/communities/memberships';
import type { DeedContext } from '#services/perform';

/** Seats, applications and offers end; openings of projects that nobody else is in close. */
export async function endProjects(tx: DeedContext, personId: string, aloneIn: readonly string[]): Promise<void> {
  const now = tx.now();
  await tx.db.query('update memberships set left_at = $2 where person_id = $1 and left_at is null', [personId, now]);
  await tx.db.update(
    Application,
    { personId, state: In(['sent', 'waiting', 'offered']) },
    { state: 'withdrawn', answeredAt: now },
  );
  await tx.db.update(Application, { personId }, { note: '', declineNote: '' });
  await tx.db.update(Offer, { personId, state: 'open' }, { state: 'declined', answeredAt: now });
  const openings = await tx.db.findBy(Opening, { projectId: In([...aloneIn]) });
  const openingId = In(openings.map(one => one.openingId));
  await tx.db.update(Opening, { openingId }, { state: 'closed' });
  await tx.db.update(Offer, { openingId, state: 'open' }, { state: 'withdrawn', answeredAt: now });
  // A cohort that is still open forgets the wishes; a settled one needs them for its proof, and they are ids alone.
  await tx.db.query(
    "delete from rank_lists where person_id = $1 and cohort_id in (select cohort_id from cohorts where state = 'ranking')",
    [personId],
  );
}

/** Mentorships end, with what was planned; what the two shared stays with the other one, what was private goes. */
export async function endMentoring(tx: DeedContext, personId: string): Promise<void> {
  const now = tx.now();
  const ends = [
    ['mentee_id', 'asked', 'withdrawn'],
    ['mentor_id', 'asked', 'declined'],
    ['mentee_id', 'invited', 'declined'],
    ['mentor_id', 'invited', 'withdrawn'],
    ['mentee_id', 'active', 'ended'],
    ['mentor_id', 'active', 'ended'],
  ] as const;
  for (const [side, from, to] of ends) {
    await tx.db.query(`update mentorships set state = $2, ended_at = $3 where ${side} = $1 and state = $4`, [
      ...[personId, to, now, from],
    ]);
  }
  await tx.db.query(
    `delete from check_ins where state = 'planned' and mentorship_id in
       (select mentorship_id from mentorships where $1 in (mentee_id, mentor_id))`,
    [personId],
  );
  await tx.db.query(
    `update check_ins set agenda = '{}' where mentorship_id in (select mentorship_id from mentorships where mentee_id = $1)`,
    [personId],
  );
  await tx.db.update(Mentorship, { menteeId: personId, isInvitation: false }, { note: '' });
  await tx.db.update(Mentorship, { mentorId: personId, isInvitation: true }, { note: '' });
  await tx.db.delete(CheckInNote, { personId, audience: 'private' });
  await tx.db.delete(MentoringPromise, { promisedBy: personId });
  await tx.db.delete(Goal, { personId });
  await tx.db.delete(MentorSeat, { personId });
}

/** What others were told names them: it goes on without the name. Their own news and letters go. */
export async function eraseNews(tx: DeedContext, { personId, name }: Person): Promise<void> {
  for (const table of ['notifications', 'letters', 'notification_settings']) {
    await tx.db.query(`delete from ${table} where person_id = $1`, [personId]);
  }
  // As a word of its own: a short name may be a part of other words.
  await tx.db.query(
    `with named as (select '\\m' || regexp_replace($1, '([^[:alnum:][:space:]])', '\\\\\\1', 'g') || '\\M' as pattern)
     update notifications set title = regexp_replace(title, pattern, 'former member', 'g'),
       line = regexp_replace(line, pattern, 'former member', 'g')
     from named where position($1 in title) > 0 or position($1 in line) > 0`,
    [name],
  );
}

/** Places in communities end; what was said of why a pair suits goes with it. */
export async function endCommunities(tx: DeedContext, personId: string): Promise<void> {
  const places = await tx.db.findBy(CommunityMember, { personId, state: In(['asked', 'member']) });
  for (const { communityId } of places) await endPlace(tx, communityId, personId);
  await tx.db.query("update community_pairs set reasons = '{}' where $1 in (newcomer_id, member_id)", [personId]);
}

/** What the person wrote in reviews for themselves alone. Shared remarks are part of the work and stay. */
export async function erasePrivateRemarks(tx: DeedContext, personId: string): Promise<void> {
  await tx.db.delete(RecordNote, { personId, audience: 'own' });
  await tx.db.delete(FullTextMark, { personId, audience: 'own' });
}

/** What the person told of themselves, and every place that still names or addresses them. */
export async function erasePersonal(tx: DeedContext, { personId, name, email }: Person): Promise<void> {
  for (const table of [Profile, ClaimedPublication, OpeningAlert, Preference, PracticeAttempt, AccountExport]) {
    await tx.db.delete(table, { personId });
  }
  await tx.db.delete(PasswordReset, { personId });
  for (const table of [Notification, NotificationSettings, Letter, MessageStop])
    await tx.db.delete(table, { personId });
  await tx.db.query('delete from message_blocks where $1 in (person_id, blocked_id)', [personId]);
  // What others were told of them begins with their name; what they wrote to somebody stays with that person.
  await tx.db.query(
    "update notifications set title = 'former member' || substr(title, length($1) + 1) where starts_with(title, $1 || ' ')",
    [name],
  );
  await tx.db.delete(PublishedName, { personId });
  await tx.db.update(PostReport, { personId }, { note: '' });
  await tx.db.delete(AgreementWish, { personId });
  await tx.db.query(
    `update certificates set withdrawn_at = coalesce(withdrawn_at, $2),
       content = content || '{"name": "former member"}' where person_id = $1`,
    [personId, tx.now()],
  );
  await tx.db.query(
    'update invitations set withdrawn_at = coalesce(withdrawn_at, $2) where (email = $1 or person_id = $3) and accepted_at is null',
    [email, tx.now(), personId],
  );
  await tx.db.query('update invitations set email = null where email = $1 or accepted_by = $2', [email, personId]);
}
