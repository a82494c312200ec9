import { Link, Navigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Brand } from '../../layouts/Brand.tsx';
import { useHasPage } from '../../layouts/useHasPage.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { SignInForm } from '../../parts/SignInForm.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { useCameAsVisitor } from '../../queries/useCameAsVisitor.ts';
import { useSession } from '../../queries/useSession.ts';
import { DemoOffer } from './DemoOffer.tsx';
import { ExampleRecord } from './ExampleRecord.tsx';
import { ForWhom } from './ForWhom.tsx';
import styles from './Landing.module.css';

// The example is really computed, with what the server computes with: fetched after the page stands.
const ExampleResult = lazy(() => import('./ExampleResult.tsx').then(module => ({ default: module.ExampleResult })));
const WayEnd = lazy(() => import('./WayEnd.tsx').then(module => ({ default: module.WayEnd })));

const LINKS = [
  { name: 'Openings', to: '/openings' },
  { name: 'A finished review', to: '/finished-review' },
  { name: 'Pool a table', to: '/pool-a-table' },
  { name: 'How blinding works', to: '/blinding' },
];

const WAY = [
  { count: '1,243', unit: 'records found', short: 'records' },
  { count: '954', unit: 'screened, by two people, blind', short: 'screened' },
  { count: '82', unit: 'reports read in full', short: 'read' },
  { count: '13', unit: 'studies, each number with its page', short: 'studies' },
];

/** What Pooled is, in ten seconds; sign in beside it. Who is signed in already goes home. */
export function Landing() {
  const session = useSession();
  const hasPage = useHasPage();
  const [back] = useAddress('back');
  const cameAsVisitor = useCameAsVisitor();
  if (session.data?.person && !cameAsVisitor && hasPage('/home')) return <Navigate to="/home" replace />;
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <Brand to="/" />
        <nav aria-label="Pooled" className={styles.links}>
          {LINKS.filter(link => hasPage(link.to)).map(link => (
            <Link key={link.to} to={link.to}>
              {link.name}
            </Link>
          ))}
        </nav>
        {hasPage('/sign-in') && (
          <Link to="/sign-in" className={styles.toSignIn}>
            Sign in
          </Link>
        )}
      </header>
      <main id="content">
        <div className={styles.first}>
          <div>
            <h1 className={styles.claim}>Systematic reviews, made by people who find each other here.</h1>
            <p className={styles.line}>
              One workbench from the question to the pooled estimate, and a meeting place for international medical
              graduates, faculty and team leads. What you do is counted, and becomes credit you can prove.
            </p>
            <div className={styles.deeds}>
              <ActionButton kind="primary" size="large" to="/sign-up" isWide>
                Create an account
              </ActionButton>
              {hasPage('/finished-review') && (
                <ActionButton size="large" to="/finished-review" isWide>
                  Walk through a finished review
                </ActionButton>
              )}
              {session.data?.signIn.isEmpty && <DemoOffer />}
              <span className={styles.free}>Free. No fees between people.</span>
            </div>
          </div>
          <section className={styles.signIn} data-elsewhere={hasPage('/sign-in') || undefined} aria-label="Sign in">
            <h2 className={styles.signInTitle}>Sign in</h2>
            <SignInForm isPrimary={false} back={back} />
          </section>
        </div>
        <section className={styles.band} aria-label="From the search to the estimate, an example">
          <div className={styles.inner}>
            <ol className={styles.way}>
              {WAY.map(step => (
                <li key={step.unit}>
                  <span className={styles.count}>{step.count}</span>
                  <span className={styles.unit}>{step.unit}</span>
                  <span className={styles.short}>{step.short}</span>
                </li>
              ))}
              <Suspense fallback={<li />}>
                <WayEnd />
              </Suspense>
            </ol>
            <div className={styles.pieces}>
              <ExampleRecord />
              <Suspense fallback={<div className={styles.piece} />}>
                <ExampleResult />
              </Suspense>
            </div>
            <p className={styles.note}>
              An example. The thirteen trials of BCG and the result are real; the counts before them and the abstract
              are made up.
            </p>
          </div>
        </section>
        <ForWhom />
      </main>
      <footer className={styles.foot}>
        <span>Reads RIS, NBIB, EndNote, BibTeX, CSV and PubMed itself</span>
        <span>Writes R scripts, CSV and RIS</span>
      </footer>
    </div>
  );
}
