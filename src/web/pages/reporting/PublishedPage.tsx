import { IconCalendar, IconDownload, IconLink, IconQuote, IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReplyOf } from '#contract/endpoint';
import { getPublished, getPublishedData } from '#contract/publication';
import { addressOf, call } from '../../call.ts';
import { Brand } from '../../layouts/Brand.tsx';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Note } from '../../parts/Note.tsx';
import { count } from '../../words/count.ts';
import { day } from '../../words/day.ts';
import styles from './Published.module.css';
import { PublishedViews } from './PublishedViews.tsx';

type Published = ReplyOf<typeof getPublished>;
export type PublishedReview = NonNullable<Published['review']>;

/** A finished review for anybody: read, check, take along. Nothing else of the installation is behind it. */
export function PublishedPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const [isCiting, setIsCiting] = useState(false);
  const query = useQuery({
    queryKey: ['published', reviewId],
    queryFn: ({ signal }) => call(getPublished, { params: { reviewId }, signal }),
  });
  const published = query.data;
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <Brand to="/" />
        <span className={styles.small}>public page, read only</span>
        {published?.review && (
          <span className={styles.deeds}>
            <ActionButton icon={<IconQuote stroke={1.75} />} onClick={() => setIsCiting(true)}>
              Cite
            </ActionButton>
            <ActionButton
              kind="primary"
              icon={<IconDownload stroke={1.75} />}
              href={addressOf(getPublishedData, { params: { reviewId } })}
              download="review.zip"
            >
              Download data and R script
            </ActionButton>
          </span>
        )}
      </header>
      <main id="content" className={styles.content}>
        {query.isPending ? (
          <Loading shape="figure" />
        ) : query.isError ? (
          <ErrorNote problem={query.error} safe="Nothing is published at this address." />
        ) : (
          published && <Body published={published} />
        )}
      </main>
      {isCiting && published && <CiteDialog published={published} onClose={() => setIsCiting(false)} />}
    </div>
  );
}

function Body({ published }: { published: Published }) {
  const { title, version, doi, publishedAt, withdrawn, review } = published;
  return (
    <>
      <div className={styles.facts}>
        <Badge kind="fact" icon={<IconCalendar size={14} stroke={1.75} />}>
          Published {day(publishedAt)}
        </Badge>
        <Badge kind="fact">Version {version}</Badge>
        {doi && (
          <a className={styles.doi} href={`https://doi.org/${doi}`} rel="noreferrer">
            <IconLink size={14} stroke={1.75} /> {doi}
          </a>
        )}
      </div>
      <h1 className={styles.title}>{title}</h1>
      {withdrawn ? (
        <Note kind="warn" claim={`Withdrawn on ${day(withdrawn.at)}.`}>
          {withdrawn.because}
        </Note>
      ) : (
        review && <ReviewBody review={review} />
      )}
    </>
  );
}

function ReviewBody({ review }: { review: PublishedReview }) {
  const named = review.people.flatMap(one => one.name ?? []);
  const unnamed = review.people.length - named.length;
  return (
    <div className={styles.columns}>
      <div className={styles.main}>
        {named.length > 0 && (
          <p className={styles.small}>
            {named.join(', ')}
            {unnamed > 0 && ` and ${unnamed} who ${unnamed === 1 ? 'is' : 'are'} not named`}
          </p>
        )}
        {review.answer.length > 0 && <blockquote className={styles.answer}>{review.answer.join(' ')}</blockquote>}
        <PublishedViews review={review} />
      </div>
      <aside className={styles.aside}>
        <section className={styles.card}>
          <h2>How it got here</h2>
          <ol className={styles.steps}>
            {review.steps.map(({ n, what, more }) => (
              <li key={what}>
                <strong>{count(n)}</strong>
                <span>
                  {what} <span className={styles.small}>{more}</span>
                </span>
              </li>
            ))}
          </ol>
        </section>
        <section className={styles.card}>
          <h2>Take it with you</h2>
          <ul className={styles.files}>
            {review.files.map(({ name, bytes }) => (
              <li key={name}>
                <span>{name}</span>
                <span className={styles.small}>
                  {bytes < 1000 ? `${bytes} B` : `${count(Math.round(bytes / 1000))} kB`}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <section className={styles.card}>
          <h2>
            <IconShieldCheck size={18} stroke={1.75} /> Blinding, by the log
          </h2>
          <p>{review.chain.sentence}</p>
          <p className={styles.small}>{count(review.chain.events)} events in the audit chain. Its fingerprint:</p>
          <code className={styles.fingerprint}>{review.chain.fingerprint}</code>
        </section>
        <p className={styles.small}>
          Named with the consent of each. Nothing else of this installation is reached from here.
        </p>
      </aside>
    </div>
  );
}

function CiteDialog({ published, onClose }: { published: Published; onClose: () => void }) {
  const names = published.review?.people.flatMap(one => one.name ?? []) ?? [];
  const place = published.doi ? `https://doi.org/${published.doi}` : window.location.href;
  const year = published.publishedAt.slice(0, 4);
  return (
    <Dialog title="Cite this review" onClose={onClose}>
      <p className={styles.cite}>
        {names.length > 0 && `${names.join(', ')}. `}
        {published.title}. Version {published.version}, {year}. {place}
      </p>
    </Dialog>
  );
}
