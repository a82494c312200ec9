import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { ActionButton } from '../../../parts/ActionButton.tsx';
import { ErrorNote } from '../../../parts/ErrorNote.tsx';
import { Loading } from '../../../parts/Loading.tsx';
import { Note } from '../../../parts/Note.tsx';
import { Section } from '../../../parts/Section.tsx';
import { counted } from '../../../words/counted.ts';
import type { Study } from '../extraction.ts';
import { ComparedRows } from './ComparedRows.tsx';
import styles from './CompareTab.module.css';
import { type Sheet, useSheet } from './sheet.ts';
import { type Picks, useSheetDeeds } from './useSheetDeeds.ts';

/** Two extractors' versions side by side, and whose stands where they differ. */
export function CompareTab({ reviewId, study }: { reviewId: string; study: Study }) {
  const sheet = useSheet(reviewId, study.studyId);
  if (sheet.isError) return <ErrorNote problem={sheet.error} safe="Both versions are stored." />;
  if (sheet.isPending) return <Loading shape="table" />;
  const { comparison, state, may } = sheet.data;
  if (!comparison) return <p className="muted">Both versions are shown here when both extractors are done.</p>;
  return (
    <CompareDesk
      reviewId={reviewId}
      studyId={study.studyId}
      comparison={comparison}
      because={state === 'settled' ? 'This is settled. Correct single values in their fields.' : may.settle}
      isSettled={state === 'settled'}
      note={sheet.data.settled?.note ?? ''}
    />
  );
}

function CompareDesk({
  reviewId,
  studyId,
  comparison,
  because,
  isSettled,
  note,
}: {
  reviewId: string;
  studyId: string;
  comparison: NonNullable<Sheet['comparison']>;
  because: string | null;
  isSettled: boolean;
  note: string;
}) {
  const { settle } = useSheetDeeds(reviewId, studyId);
  const [picks, setPicks] = useState<Picks>({});
  const [words, setWords] = useState('');
  const differing = comparison.places.filter(place => !place.isSame);
  const same = comparison.places.filter(place => place.isSame);
  const open = differing.filter(place => picks[place.key] === undefined).length;
  const total = comparison.places.length;
  const sentence =
    differing.length === 0
      ? `Both wrote the same at all ${counted(total, 'place')}.`
      : `They agree at ${same.length} of ${counted(total, 'place')}; ${counted(differing.length, 'differs', 'differ')}.`;
  return (
    <>
      <p className={styles.sentence}>{sentence}</p>
      {isSettled && note !== '' && (
        <div className={styles.note}>
          <Note kind="info">{note}</Note>
        </div>
      )}
      {settle.error && <Note kind="error" claim={settle.error.message} />}
      {differing.length > 0 && (
        <Section title="Where they differ">
          <ComparedRows
            people={comparison.people}
            places={differing}
            picked={place => (isSettled ? place.picked : picks[place.key])}
            onPick={because === null ? (key, personId) => setPicks({ ...picks, [key]: personId }) : null}
            onPickAll={
              because === null
                ? personId => setPicks(Object.fromEntries(differing.map(place => [place.key, personId])))
                : null
            }
          />
        </Section>
      )}
      {!isSettled && (
        <div className={styles.foot}>
          {because === null && differing.length > 0 && (
            <Textarea
              label="What was talked over, optional"
              autosize
              minRows={1}
              maxLength={2000}
              value={words}
              onChange={event => setWords(event.currentTarget.value)}
            />
          )}
          <ActionButton
            kind="primary"
            because={because ?? (open > 0 ? `${counted(open, 'difference is', 'differences are')} still open.` : null)}
            isWorking={settle.isPending}
            onClick={() => settle.mutate({ picks, note: words })}
          >
            {differing.length === 0 ? 'Let it stand' : `Settle ${counted(differing.length, 'difference')}`}
          </ActionButton>
        </div>
      )}
      {same.length > 0 && (
        <Section title="Where they agree" hint="stands by itself">
          <ComparedRows
            people={comparison.people}
            places={same}
            picked={() => undefined}
            onPick={null}
            onPickAll={null}
          />
        </Section>
      )}
    </>
  );
}
