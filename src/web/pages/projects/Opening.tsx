import { useParams } from '@tanstack/react-router';
import type { Earning } from '#core/people/vocabulary';
import { CallProblem } from '../../CallProblem.ts';
import { usePlace } from '../../layouts/place.ts';
import { Avatar } from '../../parts/Avatar.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Fit } from '../../parts/Fit.tsx';
import { FitReasons } from '../../parts/FitReasons.tsx';
import { fitLevel } from '../../parts/fitLevel.ts';
import { Loading } from '../../parts/Loading.tsx';
import { Note } from '../../parts/Note.tsx';
import { Section } from '../../parts/Section.tsx';
import { counted } from '../../words/counted.ts';
import { day } from '../../words/day.ts';
import { roleList } from '../../words/roleList.ts';
import { roleName } from '../../words/roleName.ts';
import { NotFound } from '../NotFound.tsx';
import { ApplyCard } from './ApplyCard.tsx';
import { FactList } from './FactList.tsx';
import { LeadCard } from './LeadCard.tsx';
import styles from './Opening.module.css';
import type { OpeningDetails } from './openingBody.ts';
import { postFacts } from './postFacts.ts';
import { workWords } from './postWords.ts';
import { ReportPost } from './ReportPost.tsx';
import { useOpening } from './useOpening.ts';

/** Shall I apply? What one would do, what it asks and earns, and the note that goes with an application. */
export function Opening() {
  const { openingId = '' } = useParams({ strict: false });
  const opening = useOpening(openingId);
  usePlace(opening.data?.title);
  if (opening.isPending) return <Loading shape="page" />;
  if (opening.isError) {
    if (opening.error instanceof CallProblem && opening.error.status === 404) return <NotFound />;
    return <ErrorNote problem={opening.error} onRetry={() => void opening.refetch()} />;
  }
  return <Content opening={opening.data} />;
}

function Content({ opening }: { opening: OpeningDetails }) {
  const isLead = opening.may.seeApplicants === null;
  return (
    <div className={styles.columns}>
      <article>
        {opening.hiddenBecause !== null && (
          <Note kind="warn" claim="An administrator took this opening out of sight.">
            {opening.hiddenBecause} Nobody but you sees it.
          </Note>
        )}
        <p className={styles.badges}>
          <Badge kind="accent">{roleName(opening.role)}</Badge>
          <Badge kind="fact">{counted(opening.seatsLeft, 'seat')} left</Badge>
          {opening.closesOn && <Badge kind="fact">by {day(opening.closesOn)}</Badge>}
          {opening.state === 'closed' && <Badge kind="neutral">Closed</Badge>}
          {opening.fit && !isLead && <Fit level={fitLevel(opening.fit)} />}
        </p>
        <h1 className={styles.title}>{opening.title}</h1>
        <p className={styles.project}>{opening.projectTitle}</p>
        {opening.leadName && (
          <div className={styles.lead}>
            <Avatar name={opening.leadName} size={36} />
            <div>
              <p className={styles.name}>{opening.leadName}</p>
              <p className={styles.second}>leads the project</p>
            </div>
          </div>
        )}
        <div className={styles.sections}>
          {opening.projectSummary && (
            <Section title="What the project is about">
              <p className={styles.text}>{opening.projectSummary}</p>
            </Section>
          )}
          <Section title="What you’d do">
            <p className={styles.text}>{opening.asks || 'The lead has not written this yet. Ask in your note.'}</p>
            <Asks opening={opening} />
          </Section>
          <Section title="What it earns">
            {opening.earnsKind && <Earned kind={opening.earnsKind} />}
            {(opening.earns || !opening.earnsKind) && (
              <p className={styles.text}>
                {opening.earns || 'The lead has not written this yet. Ask before you begin.'}
              </p>
            )}
          </Section>
          <Section title="The team so far">
            <ul className={styles.team}>
              {opening.team.map(member => (
                <li key={member.personId}>
                  <Avatar name={member.name} size={30} />
                  <span>
                    <span className={styles.name}>{member.name}</span>
                    <span className={styles.second}>{roleList(member.roles)}</span>
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        </div>
      </article>
      <div className={styles.side}>
        {isLead ? <LeadCard opening={opening} /> : <ApplyCard opening={opening} />}
        {opening.fit && !isLead && (
          <section className={styles.why} aria-label="How it fits you">
            <h2 className={styles.whyTitle}>
              {opening.fit.excludedBecause === null ? 'Why this fits you' : 'How this fits you'}
            </h2>
            <FitReasons fit={opening.fit} isWithWord={false} />
            <p className={styles.second}>Country, school and age never count.</p>
          </section>
        )}
        {!isLead && <ReportPost openingId={opening.openingId} />}
      </div>
    </div>
  );
}

function Earned({ kind }: { kind: Earning }) {
  const words =
    kind === 'authorship-possible'
      ? 'Authorship possible: if you also draft or revise the text, approve it and answer for it (the four ICMJE points). One role alone makes no author.'
      : 'Acknowledgement, with your work named by its CRediT roles from the log.';
  return <p className={styles.earned}>{words}</p>;
}

function Asks({ opening }: { opening: OpeningDetails }) {
  return (
    <FactList
      facts={[
        { name: 'Work', value: workWords(opening) },
        { name: 'From', value: opening.startsOn && day(opening.startsOn) },
        { name: 'Due', value: opening.dueOn && day(opening.dueOn) },
        { name: 'Hours', value: opening.hoursPerWeek === null ? null : `${opening.hoursPerWeek} a week` },
        ...postFacts(opening.post),
        { name: 'Languages', value: opening.languages.join(', ') || null },
        { name: 'Skills', value: opening.requiredSkills.join(', ') || null },
        { name: 'Meetings', value: opening.timeZone?.replaceAll('_', ' ') ?? null },
        { name: 'Seats', value: `${opening.seatsLeft} of ${opening.capacity} left` },
      ]}
    />
  );
}
