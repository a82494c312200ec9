import { IconBriefcase, IconFolderPlus, IconSchool, IconUserCircle, IconUsers } from '@tabler/icons-react';
import type { ProfileKind } from '#core/people/vocabulary';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { EmptyState, type Way } from '../../parts/EmptyState.tsx';

type Step = Omit<Way, 'action'> & {
  readonly key: 'profile' | 'practice' | 'openings' | 'project' | 'mentor';
  readonly words: string;
  to: string;
};

const STEPS: readonly Step[] = [
  {
    key: 'profile',
    icon: <IconUserCircle stroke={1.75} />,
    title: 'Say what you bring',
    line: 'Topics, skills and hours, in three minutes. From then on openings come with reasons why they fit.',
    words: 'Say what you bring',
    to: '/welcome',
  },
  {
    key: 'practice',
    icon: <IconSchool stroke={1.75} />,
    title: 'Practise screening',
    line: 'Records whose answers are known. You see how you did; leads only if you show them.',
    words: 'Look at practice sets',
    to: '/practice',
  },
  {
    key: 'openings',
    icon: <IconBriefcase stroke={1.75} />,
    title: 'Find a seat',
    line: 'Reviews that look for screeners, extractors, statisticians and others.',
    words: 'Look at openings',
    to: '/openings',
  },
  {
    key: 'project',
    icon: <IconFolderPlus stroke={1.75} />,
    title: 'Begin a project',
    line: 'You lead it: invite people you know, open seats for others, and begin its review.',
    words: 'New project',
    to: '/projects/new',
  },
  {
    key: 'mentor',
    icon: <IconUsers stroke={1.75} />,
    title: 'Mentor somebody',
    line: 'Say for what and for how many; who looks for a mentor finds you, or you invite them.',
    words: 'Go to mentoring',
    to: '/mentoring',
  },
];

/** What comes first, for somebody for whom nothing waits yet. Faculty mostly come with a project, graduates for a seat. */
export function FirstSteps({ kind, profileIsEmpty }: { kind: ProfileKind; profileIsEmpty: boolean }) {
  const order = kind === 'faculty' ? ['project', 'profile', 'mentor', 'openings'] : ['profile', 'openings', 'practice'];
  const steps = order
    .flatMap(key => STEPS.filter(step => step.key === key))
    .filter(step => step.key !== 'profile' || profileIsEmpty);
  return (
    <EmptyState
      drawing="way"
      title="You are in no review yet"
      ways={steps.map((step, place) => ({
        ...step,
        action: (
          <ActionButton kind={place === 0 ? 'primary' : 'secondary'} to={step.to}>
            {step.words}
          </ActionButton>
        ),
      }))}
      foot="Invited by somebody? Open the link that you were sent."
    >
      Here you will see your next deed in each review, offers, and openings that fit you.
    </EmptyState>
  );
}
