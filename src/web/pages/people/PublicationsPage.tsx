import { useQuery } from '@tanstack/react-query';
import { listMyPublications } from '#contract/publications';
import { call } from '../../call.ts';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { Section } from '../../parts/Section.tsx';
import { FindPublications } from './FindPublications.tsx';
import { ProposedPublications } from './ProposedPublications.tsx';
import { PublicationItem } from './PublicationItem.tsx';
import styles from './Works.module.css';

/** What have I published? Found by name, PMID or file; the likely ones are ticked, the person confirms. */
export function PublicationsPage() {
  const found = useQuery({
    queryKey: ['profile', 'publications'],
    queryFn: ({ signal }) => call(listMyPublications, { signal }),
  });
  if (found.isPending) return <Loading shape="page" />;
  if (found.isError) return <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />;
  const of = (state: string) => found.data.publications.filter(one => one.state === state);
  return (
    <div className={styles.narrow}>
      <PageHead
        title="Your publications"
        line="Your topics follow from them. Nobody sees them until you share the line in your profile."
      />
      <FindPublications />
      <ProposedPublications publications={of('proposed')} />
      <Section title="Yours" hint={String(of('claimed').length)}>
        {of('claimed').length === 0 && <p className={styles.second}>None confirmed yet.</p>}
        <ul>
          {of('claimed').map(one => (
            <PublicationItem key={one.publicationId} publication={one} deed={{ state: 'refused', words: 'Not mine' }} />
          ))}
        </ul>
      </Section>
      {of('refused').length > 0 && (
        <Section title="Not yours" hint="kept, so that you are not asked again">
          <ul>
            {of('refused').map(one => (
              <PublicationItem
                key={one.publicationId}
                publication={one}
                deed={{ state: 'claimed', words: 'Mine after all' }}
              />
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
