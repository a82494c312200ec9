import { useParams } from '@tanstack/react-router';
import { CallProblem } from '../../CallProblem.ts';
import { usePlace } from '../../layouts/place.ts';
import { Avatar } from '../../parts/Avatar.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Fit } from '../../parts/Fit.tsx';
import { FitReasons } from '../../parts/FitReasons.tsx';
import { fitLevel } from '../../parts/fitLevel.ts';
import { Loading } from '../../parts/Loading.tsx';
import { Section } from '../../parts/Section.tsx';
import { counted } from '../../words/counted.ts';
import { day } from '../../words/day.ts';
import { roleName } from '../../words/roleName.ts';
import { NotFound } from '../NotFound.tsx';
import { ApplyCard } from './ApplyCard.tsx';
import { LeadCard } from './LeadCard.tsx';
import styles from './Opening.module.css';
import type { OpeningDetails } from './openingBody.ts';
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
            <p className={styles.text}>{opening.earns || 'The lead has not written this yet. Ask before you begin.'}</p>
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
            <p className={styles.second}>Country, school and age never count: Pooled doesn’t store them.</p>
          </section>
        )}
      </div>
    </div>
  );
}

function Asks({ opening }: { opening: OpeningDetails }) {
  const facts = [
    { name: 'Hours', value: opening.hoursPerWeek === null ? null : `${opening.hoursPerWeek} a week` },
    { name: 'Skills', value: opening.requiredSkills.join(', ') || null },
    { name: 'Meetings', value: opening.timeZone?.replaceAll('_', ' ') ?? null },
    { name: 'Seats', value: `${opening.seatsLeft} of ${opening.capacity} left` },
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(
        fact =>
          fact.value !== null && (
            <div key={fact.name}>
              <dt>{fact.name}</dt>
              <dd>{fact.value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
