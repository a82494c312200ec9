import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { suggestPeople } from '#contract/offers';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Avatar } from '../../parts/Avatar.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Fit } from '../../parts/Fit.tsx';
import { FitReasons } from '../../parts/FitReasons.tsx';
import { fitLevel } from '../../parts/fitLevel.ts';
import { Loading } from '../../parts/Loading.tsx';
import styles from './Applicants.module.css';

/** People outside the team who would fit and have not applied: an offer may be made to them unasked. */
export function SuggestedPeople({
  openingId,
  onOffer,
}: {
  openingId: string;
  onOffer: (person: { personId: string; name: string }) => void;
}) {
  const suggestions = useQuery({
    queryKey: ['openings', openingId, 'suggestions'],
    queryFn: ({ signal }) => call(suggestPeople, { params: { openingId }, signal }),
  });
  if (suggestions.isPending) return <Loading shape="lines" />;
  if (suggestions.isError) {
    return <ErrorNote problem={suggestions.error} onRetry={() => void suggestions.refetch()} />;
  }
  const people = suggestions.data.people.filter(one => !one.hasApplied);
  if (people.length === 0) {
    return (
      <p className={styles.none}>
        Nobody outside the team fits this opening yet. Words about the topic in the project’s description and in the
        opening help to find people.
      </p>
    );
  }
  return (
    <ol>
      {people.map(({ person, headline, fit, hasOpenOffer }, place) => (
        <li key={person.personId} className={styles.person}>
          <span className={styles.place}>{place + 1}</span>
          <Avatar name={person.name} size={36} />
          <div className={styles.words}>
            <p className={styles.nameLine}>
              <Link to="/people/$personId" params={{ personId: person.personId }} className={styles.name}>
                {person.name}
              </Link>
              <Fit level={fitLevel(fit)} />
            </p>
            {headline && <p className={styles.second}>{headline}</p>}
            <FitReasons fit={fit} isWithWord={false} />
          </div>
          <div className={styles.deeds}>
            {hasOpenOffer ? (
              <Badge kind="include">Offered</Badge>
            ) : (
              <ActionButton size="small" onClick={() => onOffer(person)}>
                Make an offer
              </ActionButton>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
