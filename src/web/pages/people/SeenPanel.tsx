import { SegmentedControl } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { previewProfile } from '#contract/profiles';
import { call } from '../../call.ts';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import styles from './Profile.module.css';
import { ProfileCard } from './ProfileCard.tsx';
import { LINE_WORDS } from './words.ts';

const VIEWERS = [
  { value: 'stranger', label: 'Everybody', from: 'everybody' },
  { value: 'lead', label: 'A lead I apply to', from: 'this lead' },
  { value: 'team', label: 'My team', from: 'your team' },
] as const;

/** The very answer that a stranger, a lead or the team gets, and what of the profile is hidden from them. */
export function SeenPanel() {
  const [by, setBy] = useState<(typeof VIEWERS)[number]['value']>('lead');
  const seen = useQuery({
    queryKey: ['profile', 'as-seen', by],
    queryFn: ({ signal }) => call(previewProfile, { query: { by }, signal }),
  });
  const viewer = VIEWERS.find(one => one.value === by);
  return (
    <>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label="As seen by"
        data={VIEWERS.map(({ value, label }) => ({ value, label }))}
        value={by}
        onChange={value => setBy(VIEWERS.find(one => one.value === value)?.value ?? 'lead')}
      />
      {seen.isPending && <Loading shape="table" />}
      {seen.isError && <ErrorNote problem={seen.error} onRetry={() => void seen.refetch()} />}
      {seen.data && (
        <>
          <div className={styles.seenCard}>
            <ProfileCard profile={seen.data} />
          </div>
          <h3 className={styles.hiddenTitle}>Hidden from {viewer?.from}</h3>
          <ul>
            {[
              ...seen.data.hidden.map(line => LINE_WORDS[line]),
              ...(by === 'team' ? [] : ['E-mail, until both agree']),
            ].map(words => (
              <li key={words} className={styles.hidden}>
                <IconEyeOff size={16} stroke={1.75} aria-hidden="true" /> {words}
              </li>
            ))}
            {seen.data.hidden.length === 0 && by === 'team' && (
              <li className={styles.second}>Nothing that you filled in.</li>
            )}
          </ul>
          <p className={styles.second}>
            This is exactly the answer that the server gives; nothing is only hidden on the screen.
          </p>
        </>
      )}
    </>
  );
}
