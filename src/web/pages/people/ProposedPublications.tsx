import { Checkbox } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerPublications } from '#contract/publications';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Section } from '../../parts/Section.tsx';
import { counted } from '../../words/counted.ts';
import { type MyPublication, sourceOf } from './PublicationItem.tsx';
import { useRefreshProfile } from './useRefreshProfile.ts';
import styles from './Works.module.css';

const SHOWN = 8;

/** Which of these are yours? Likely ones are ticked; those left unticked are remembered as somebody else's. */
export function ProposedPublications({ publications }: { publications: readonly MyPublication[] }) {
  // What the person ticked or unticked; all the rest follows what is known, also when more of it becomes known.
  const [touched, setTouched] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isTicked = (one: MyPublication) => touched.get(one.publicationId) ?? one.isLikely;
  const [isAllShown, setIsAllShown] = useState(false);
  const refresh = useRefreshProfile();
  const shown = isAllShown ? publications : publications.slice(0, SHOWN);
  const mine = publications.filter(isTicked);
  const others = shown.filter(one => !isTicked(one));
  const answering = useMutation({
    mutationFn: async () => {
      const ids = (list: readonly MyPublication[]) => list.map(one => one.publicationId);
      if (mine.length > 0) await call(answerPublications, { body: { publicationIds: ids(mine), state: 'claimed' } });
      if (others.length > 0)
        await call(answerPublications, { body: { publicationIds: ids(others), state: 'refused' } });
    },
    onSuccess: refresh,
  });
  if (publications.length === 0) return null;
  const toggle = (one: MyPublication) => setTouched(new Map([...touched, [one.publicationId, !isTicked(one)]]));
  return (
    <Section
      title="Which of these are yours?"
      aside={<span className="muted">likely ones are ticked; you confirm</span>}
    >
      {answering.isError && <ErrorNote problem={answering.error} safe="Nothing was confirmed." />}
      <ul>
        {shown.map(one => (
          <li key={one.publicationId} className={styles.publication}>
            <Checkbox
              className={styles.publicationTick}
              checked={isTicked(one)}
              onChange={() => toggle(one)}
              label={
                <span className={styles.publicationWords}>
                  <span className={styles.workTitle}>{one.title}</span>
                  <span className={styles.second}>{sourceOf(one)}</span>
                </span>
              }
            />
            <span className={styles.evidence}>{one.evidence.join(', ') || 'the name alone'}</span>
          </li>
        ))}
      </ul>
      {publications.length > shown.length && (
        <LinkButton onClick={() => setIsAllShown(true)}>
          {publications.length - shown.length} more, less likely
        </LinkButton>
      )}
      <div className={styles.confirm}>
        <ActionButton kind="primary" isWorking={answering.isPending} onClick={() => answering.mutate()} isWide>
          {mine.length > 0 ? `Confirm ${counted(mine.length, 'publication')}` : 'None of these is mine'}
        </ActionButton>
        {mine.length > 0 && others.length > 0 && (
          <span className={styles.second}>The {others.length} shown and not ticked are remembered as not yours.</span>
        )}
      </div>
    </Section>
  );
}
