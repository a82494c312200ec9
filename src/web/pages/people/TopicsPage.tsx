import { TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { correctTopic } from '#contract/profiles';
import type { TopicChange } from '#core/people/vocabulary';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { counted } from '../../words/counted.ts';
import { type OwnProfile, useOwnProfile } from './useOwnProfile.ts';
import { useRefreshProfile } from './useRefreshProfile.ts';
import styles from './Works.module.css';
import { CHANGE_WORDS } from './words.ts';

type Topic = OwnProfile['topics'][number];

function originOf(topic: Topic): string {
  const parts = [
    topic.publications > 0 ? counted(topic.publications, 'publication') : '',
    topic.isOwnWord && topic.change !== 'added' ? 'your words' : '',
    topic.kind === 'mesh' ? 'MeSH' : '',
    topic.change ? CHANGE_WORDS[topic.change] : '',
  ];
  return parts.filter(part => part !== '').join(' · ');
}

/** What openings are compared with: read from publications and words, corrected by the person. */
export function TopicsPage() {
  const profile = useOwnProfile();
  const refresh = useRefreshProfile();
  const [added, setAdded] = useState('');
  const correcting = useMutation({
    mutationFn: (body: { topic: string; change: TopicChange | null }) => call(correctTopic, { body }),
    onSuccess: refresh,
  });
  if (profile.isPending) return <Loading shape="page" />;
  if (profile.isError) return <ErrorNote problem={profile.error} onRetry={() => void profile.refetch()} />;
  const { topics } = profile.data;
  const most = Math.max(1, ...topics.map(topic => topic.weight));
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (added.trim() === '') return;
    correcting.mutate({ topic: added.trim(), change: 'added' });
    setAdded('');
  };
  return (
    <div className={styles.narrow}>
      <PageHead
        title="Your topics"
        line="Read from your publications and your own words. Openings are compared with these; you have the last word."
      />
      {correcting.isError && <ErrorNote problem={correcting.error} safe="Your topics are as they were." />}
      {topics.length === 0 && <p className={styles.second}>Nothing yet: add three words, or find your publications.</p>}
      <ul>
        {topics.map(topic => (
          <li key={topic.topic} className={styles.topic} data-out={topic.change === 'removed' || undefined}>
            <span className={styles.topicWords}>
              <span>{topic.topic}</span>
              <span className={styles.second}>{originOf(topic)}</span>
            </span>
            <span className={styles.weight} aria-hidden="true">
              <span style={{ width: `${(topic.weight / most) * 100}%` }} />
            </span>
            <TopicDeeds topic={topic} onChange={change => correcting.mutate({ topic: topic.topic, change })} />
          </li>
        ))}
      </ul>
      <form className={styles.addTopic} onSubmit={add}>
        <TextInput
          aria-label="Another topic"
          placeholder="another word"
          maxLength={80}
          value={added}
          onChange={event => setAdded(event.target.value)}
        />
        <ActionButton type="submit" isWorking={correcting.isPending}>
          Add the topic
        </ActionButton>
      </form>
    </div>
  );
}

function TopicDeeds({ topic, onChange }: { topic: Topic; onChange: (change: TopicChange | null) => void }) {
  if (topic.change === 'added' && topic.publications === 0)
    return <LinkButton onClick={() => onChange(null)}>Take it out</LinkButton>;
  if (topic.change !== null) return <LinkButton onClick={() => onChange(null)}>Take the correction back</LinkButton>;
  return (
    <span className={styles.topicDeeds}>
      <IconButton
        label={`Count ${topic.topic} more`}
        icon={<IconArrowUp size={18} stroke={1.75} />}
        onClick={() => onChange('up')}
      />
      <IconButton
        label={`Count ${topic.topic} less`}
        icon={<IconArrowDown size={18} stroke={1.75} />}
        onClick={() => onChange('down')}
      />
      <IconButton
        label={`Take ${topic.topic} out`}
        icon={<IconX size={18} stroke={1.75} />}
        onClick={() => onChange('removed')}
      />
    </span>
  );
}
