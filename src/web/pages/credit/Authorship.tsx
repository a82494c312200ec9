import { Switch } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconCircleHalf2 } from '@tabler/icons-react';
import { Section } from '../../parts/Section.tsx';
import styles from './Credit.module.css';
import { type CreditPerson, useCreditDeeds } from './useCredit.ts';

const DECLARED = {
  2: { criterion: '2', words: 'I drafted the text or revised it critically' },
  3: { criterion: '3', words: 'I approve the final version' },
  4: { criterion: '4', words: 'I answer for all parts of the work' },
} as const;

/** The four ICMJE criteria for one person; what no log shows, they declare themselves. */
export function Authorship({ reviewId, person, caveat }: { reviewId: string; person: CreditPerson; caveat: string }) {
  const { declare } = useCreditDeeds(reviewId);
  const { criteria, sentence } = person.icmje;
  return (
    <Section title="Authorship, by ICMJE">
      <ul className={styles.criteria}>
        {criteria.map(({ criterion, title, state, evidence }) => {
          const declared = Object.hasOwn(DECLARED, criterion) ? DECLARED[criterion as keyof typeof DECLARED] : null; // hasOwn says so
          return (
            <li key={criterion} data-state={state}>
              {state === 'supported' ? (
                <IconCircleCheck size={18} stroke={1.75} aria-label="Supported" />
              ) : state === 'open' ? (
                <IconCircleDashed size={18} stroke={1.75} aria-label="Open" />
              ) : (
                <IconCircleHalf2 size={18} stroke={1.75} aria-label="Not enough alone" />
              )}
              <div>
                <p className={styles.criterion}>{title}</p>
                {evidence.length > 0 && (
                  <p className={styles.quiet}>
                    {evidence.join('; ')}
                    {state === 'not-enough-alone' && '. Not enough alone'}
                  </p>
                )}
                {declared && person.isMe && (
                  <Switch
                    size="xs"
                    className={styles.declare}
                    label={declared.words}
                    checked={state === 'supported'}
                    disabled={declare.isPending}
                    onChange={event =>
                      declare.mutate({ criterion: declared.criterion, isDeclared: event.currentTarget.checked })
                    }
                  />
                )}
              </div>
            </li>
          );
        })}
      </ul>
      <p className={styles.quiet}>
        All four are needed. {sentence}
        {sentence === caveat ? '' : ` ${caveat}`}
      </p>
    </Section>
  );
}
