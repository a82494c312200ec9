import { useMutation } from '@tanstack/react-query';
import type { ReplyOf } from '#contract/endpoint';
import { answerPublications, type listMyPublications } from '#contract/publications';
import type { PublicationState } from '#core/people/vocabulary';
import { call } from '../../call.ts';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { useRefreshProfile } from './useRefreshProfile.ts';
import styles from './Works.module.css';

export type MyPublication = ReplyOf<typeof listMyPublications>['publications'][number];

export function sourceOf(publication: MyPublication): string {
  return [publication.journal, publication.year, publication.pmid && `PMID ${publication.pmid}`]
    .filter(Boolean)
    .join(' · ');
}

/** A publication that was answered, and the way to take the answer back. */
export function PublicationItem({
  publication,
  deed,
}: {
  publication: MyPublication;
  deed: { state: PublicationState; words: string };
}) {
  const refresh = useRefreshProfile();
  const answering = useMutation({
    mutationFn: () =>
      call(answerPublications, { body: { publicationIds: [publication.publicationId], state: deed.state } }),
    onSuccess: refresh,
  });
  return (
    <li className={styles.publication}>
      <span className={styles.publicationWords}>
        <span className={styles.workTitle}>{publication.title}</span>
        <span className={styles.second}>{sourceOf(publication)}</span>
      </span>
      <LinkButton onClick={() => answering.mutate()} label={`${deed.words}: ${publication.title}`}>
        {deed.words}
      </LinkButton>
    </li>
  );
}
