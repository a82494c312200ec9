import { IconCheck, IconSchool, IconStethoscope, IconUsersGroup } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useHasPage } from '../../layouts/useHasPage.ts';
import { Avatar } from '../../parts/Avatar.tsx';
import { Fit } from '../../parts/Fit.tsx';
import { OfAll } from '../../parts/OfAll.tsx';
import { ProgressBar } from '../../parts/ProgressBar.tsx';
import styles from './ForWhom.module.css';

const ComparedWithMetafor = lazy(() =>
  import('./ComparedWithMetafor.tsx').then(module => ({ default: module.ComparedWithMetafor })),
);

const TEAM = [
  { name: 'Wei-Lin Chen', done: 340, of: 354 },
  { name: 'Jonas Brandt', done: 310, of: 354 },
  { name: 'Farid Rahimi', done: 251, of: 400 },
];

/** What graduates, leads and faculty get: one piece of the product each, and one link. The people are invented. */
export function ForWhom() {
  const hasPage = useHasPage();
  return (
    <div className={styles.three}>
      <section className={styles.one} aria-labelledby="for-graduates">
        <p className={styles.who}>
          <IconStethoscope size={17} stroke={1.75} /> International medical graduates
        </p>
        <h2 id="for-graduates">A seat that fits, and see why</h2>
        <p className={styles.line}>
          Take real work in a review, meet a mentor, and leave with proof that a programme can check.
        </p>
        <div className={styles.card}>
          <div className={styles.head}>
            <strong>Extractor, 24 studies</strong>
            <Fit level={3} />
          </div>
          <p className={styles.serif}>Preventive therapy in people with HIV</p>
          <ul className={styles.reasons}>
            <li>
              <IconCheck size={15} stroke={1.75} /> shares <i>tuberculosis, latent infection</i>
            </li>
            <li>
              <IconCheck size={15} stroke={1.75} /> your 6 h a week are enough
            </li>
            <li>
              <IconCheck size={15} stroke={1.75} /> earns Investigation and Validation
            </li>
          </ul>
        </div>
        {hasPage('/openings') && <Link to="/openings">Look at the openings</Link>}
      </section>
      <section className={styles.one} aria-labelledby="for-leads">
        <p className={styles.who}>
          <IconUsersGroup size={17} stroke={1.75} /> Team leads
        </p>
        <h2 id="for-leads">Work given out fairly, blind by design</h2>
        <p className={styles.line}>
          See who has time, where work is stuck, and how well screeners agree, without seeing what nobody may see.
        </p>
        <ul className={styles.card}>
          {TEAM.map(({ name, done, of }) => (
            <li key={name} className={styles.person}>
              <Avatar name={name} size={24} />
              <span className={styles.name}>{name}</span>
              <ProgressBar done={done} of={of} label={`${name}: records decided`} />
              <OfAll done={done} of={of} />
            </li>
          ))}
        </ul>
        {hasPage('/sign-up') && <Link to="/sign-up">Start a review</Link>}
      </section>
      <section className={styles.one} aria-labelledby="for-faculty">
        <p className={styles.who}>
          <IconSchool size={17} stroke={1.75} /> Faculty
        </p>
        <h2 id="for-faculty">Few, right applicants and honest numbers</h2>
        <p className={styles.line}>
          Five best fits first, contact hidden until both agree, and results checked digit by digit against metafor.
        </p>
        <Suspense fallback={<div className={styles.card} />}>
          <ComparedWithMetafor />
        </Suspense>
        {hasPage('/openings/new') && <Link to="/openings/new">Post an opening</Link>}
      </section>
    </div>
  );
}
