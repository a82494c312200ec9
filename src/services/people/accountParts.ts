/** A part of one's own account: rows that are the person's ($1) alone, in columns that say nothing of what others did. */
export interface AccountPart {
  readonly name: string;
  readonly sql: string;
}

const IN_REVIEW = 'join reviews review on review.review_id = own.review_id';
const ON_RECORD = 'join search_records record on record.review_id = own.review_id and record.record_id = own.record_id';

/** What a person wrote of themselves and keeps here. */
const OF_THE_PERSON: readonly AccountPart[] = [
  { name: 'account', sql: 'select name, email, orcid, is_administrator, created_at from persons where person_id = $1' },
  { name: 'profile', sql: "select (to_jsonb(own) - 'person_id') as profile from profiles own where person_id = $1" },
  {
    name: 'publications',
    sql: `select title, authors, journal, year, pmid, doi, state, origin, added_at, answered_at
      from claimed_publications where person_id = $1 order by added_at, publication_id`,
  },
  { name: 'habits', sql: 'select name, about, value, saved_at from preferences where person_id = $1 order by 1, 2' },
  {
    name: 'notifications',
    sql: 'select kind, at, read_at from notifications where person_id = $1 order by notification_id',
  },
  {
    name: 'notification-settings',
    sql: "select (to_jsonb(own) - 'person_id') as settings from notification_settings own where person_id = $1",
  },
  {
    name: 'messages-written',
    sql: 'select conversation_id, text, sent_at from private_messages where from_id = $1 order by message_id',
  },
  { name: 'kept-searches', sql: 'select name, wish, created_at from opening_alerts where person_id = $1 order by 3' },
  {
    name: 'deeds-outside-reviews',
    sql: 'select deed, subject_kind, at from site_events where actor_id = $1 order by at, site_event_id',
  },
];

/** Projects, openings, agreements, cohorts. */
const OF_PROJECTS: readonly AccountPart[] = [
  {
    name: 'projects',
    sql: `select project.title, own.roles, own.joined_at, own.left_at from memberships own
      join projects project using (project_id) where own.person_id = $1 order by own.joined_at`,
  },
  {
    name: 'applications',
    sql: `select opening.title as opening, project.title as project, own.note, own.state, own.sent_at, own.answered_at,
        own.decline_reason, own.decline_note
      from applications own join openings opening using (opening_id) join projects project using (project_id)
      where own.person_id = $1 order by own.sent_at`,
  },
  {
    name: 'offers',
    sql: `select opening.title as opening, project.title as project, own.note, own.state, own.made_at, own.answered_at
      from offers own join openings opening using (opening_id) join projects project using (project_id)
      where own.person_id = $1 order by own.made_at`,
  },
  {
    name: 'agreements',
    sql: `select project.title as project, agreement.version, line.value - 'personId' as my_line, own.signed_at, own.fingerprint
      from authorship_agreements agreement join projects project using (project_id)
      cross join jsonb_array_elements(agreement.lines) line
      left join authorship_signatures own on own.project_id = agreement.project_id and own.version = agreement.version
        and own.person_id = $1
      where line.value ->> 'personId' = $1::text order by project.title, agreement.version`,
  },
  {
    name: 'changes-asked-for',
    sql: `select project.title as project, own.version, own.text, own.asked_at from agreement_wishes own
      join projects project using (project_id) where own.person_id = $1 order by own.asked_at`,
  },
  {
    name: 'wishes-in-cohorts',
    sql: `select cohort.name as cohort, own.choices as opening_ids, own.ranked_at from rank_lists own
      join cohorts cohort using (cohort_id) where own.person_id = $1 and own.side = 'person' order by cohort.name`,
  },
  {
    name: 'reported-openings',
    sql: 'select reason, note, reported_at from post_reports where person_id = $1 order by reported_at',
  },
];

/** Mentoring, without who the other one is and what they wrote. */
const OF_MENTORING: readonly AccountPart[] = [
  { name: 'mentoring-offered', sql: 'select tasks, capacity, about from mentor_seats where person_id = $1' },
  {
    name: 'mentorships',
    sql: `select mentorship_id, case when mentee_id = $1 then 'mentee' else 'mentor' end as i_was, task, state,
        case when mentee_id = $1 then note end as my_request, rhythm, asked_at, answered_at, ended_at
      from mentorships where mentee_id = $1 or mentor_id = $1 order by asked_at`,
  },
  {
    name: 'check-ins',
    sql: `select own.mentorship_id, own.on_day, own.starts_at, own.place, own.state,
        case when pair.mentee_id = $1 then own.agenda end as my_agenda
      from check_ins own join mentorships pair using (mentorship_id)
      where pair.mentee_id = $1 or pair.mentor_id = $1 order by own.on_day`,
  },
  {
    name: 'check-in-notes',
    sql: `select meeting.on_day, own.audience, own.text, own.written_at from check_in_notes own
      join check_ins meeting using (check_in_id) where own.person_id = $1 order by own.written_at`,
  },
  {
    name: 'promises',
    sql: 'select text, made_at, kept_at from mentoring_promises where promised_by = $1 order by made_at',
  },
  {
    name: 'communities',
    sql: `select c.name as community, own.part, own.state, own.is_core, own.wants, own.wishes_like_path, own.places,
        own.is_counted, own.asked_at, own.joined_at, own.left_at
      from community_members own join communities c using (community_id) where own.person_id = $1 order by own.asked_at`,
  },
  {
    name: 'event-answers',
    sql: `select event.title as event, event.starts_at, own.state, own.answered_at from event_answers own
      join community_events event using (event_id) where own.person_id = $1 order by event.starts_at`,
  },
  {
    name: 'first-contacts',
    sql: `select c.name as community, case when own.newcomer_id = $1 then 'newcomer' else 'member' end as i_was, own.state,
        own.made_at, own.ended_at
      from community_pairs own join communities c using (community_id)
      where $1 in (own.newcomer_id, own.member_id) order by own.made_at`,
  },
  { name: 'goals', sql: 'select text, due_on, is_shared, reached_at from goals where person_id = $1 order by goal_id' },
];

/** Decisions and texts in reviews: one's own and nobody else's, without verdicts, which say what others chose. */
const OF_REVIEWS: readonly AccountPart[] = [
  {
    name: 'decisions',
    sql: `select review.title as review, own.stage, record.title as record, own.choice, criterion.text as reason,
        own.note, own.quote, own.page, own.decided_at
      from screening_decisions own ${IN_REVIEW} ${ON_RECORD}
      left join criteria criterion on criterion.review_id = own.review_id and criterion.criterion_id = own.criterion_id
      where own.person_id = $1 order by own.decided_at, own.decision_id`,
  },
  {
    name: 'settled-conflicts',
    sql: `select review.title as review, own.stage, record.title as record, own.choice, own.reason, own.decided_at
      from adjudications own ${IN_REVIEW} ${ON_RECORD} where own.adjudicator_id = $1 order by own.decided_at`,
  },
  {
    name: 'given-to-me',
    sql: `select review.title as review, own.stage, record.title as record, own.due_on, own.given_at, own.withdrawn_at
      from screening_assignments own ${IN_REVIEW} ${ON_RECORD} where own.person_id = $1 order by own.given_at, own.position`,
  },
  {
    name: 'risk-of-bias-assessments',
    sql: `select review.title as review, own.appraisal_id, own.answers, own.own_judgements, own.started_at, own.finished_at
      from assessments own ${IN_REVIEW} where own.person_id = $1 order by own.started_at`,
  },
  {
    name: 'extraction-sheets',
    sql: `select review.title as review, study.label as study, own.content, own.started_at, own.finished_at
      from extraction_sheets own ${IN_REVIEW}
      join studies study on study.review_id = own.review_id and study.study_id = own.study_id
      where own.person_id = $1 order by own.started_at`,
  },
  {
    name: 'notes-on-records',
    sql: `select review.title as review, record.title as record, own.stage, own.audience, own.text, own.written_at
      from record_notes own ${IN_REVIEW} ${ON_RECORD} where own.person_id = $1 order by own.written_at`,
  },
  {
    name: 'marks-in-full-texts',
    sql: `select review.title as review, own.audience, own.page, own.quote, own.note, own.written_at
      from full_text_marks own ${IN_REVIEW} where own.person_id = $1 order by own.written_at`,
  },
  {
    name: 'discussions',
    sql: `select review.title as review, own.text, own.written_at from discussion_messages own ${IN_REVIEW}
      where own.person_id = $1 order by own.written_at`,
  },
  {
    name: 'practice',
    sql: `select s.name as practice_set, attempt.started_at, attempt.finished_at, record.title as record, own.choice,
        own.note, own.decided_at
      from practice_attempts attempt join practice_sets s using (practice_set_id)
      left join practice_decisions own on own.practice_set_id = attempt.practice_set_id and own.person_id = attempt.person_id
      left join practice_records record on record.practice_set_id = own.practice_set_id and record.record_id = own.record_id
      where attempt.person_id = $1 order by attempt.started_at, own.decided_at`,
  },
  {
    name: 'credit-claims',
    sql: `select review.title as review, own.role, own.degree, own.note, own.claimed_at, own.ended_at
      from credit_claims own ${IN_REVIEW} where own.person_id = $1 order by own.claimed_at`,
  },
  {
    name: 'certificates',
    sql: `select review.title as review, own.content, own.issued_at, own.withdrawn_at
      from certificates own ${IN_REVIEW} where own.person_id = $1 order by own.issued_at`,
  },
  {
    name: 'deeds-in-reviews',
    sql: `select review.title as review, own.deed, own.subject_kind, own.at from audit_events own ${IN_REVIEW}
      where own.actor_id = $1 order by own.at, own.event_id`,
  },
];

/** All parts, in the order in which they are gathered. */
export const ACCOUNT_PARTS: readonly AccountPart[] = [...OF_THE_PERSON, ...OF_PROJECTS, ...OF_MENTORING, ...OF_REVIEWS];
