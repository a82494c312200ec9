import { IconMessageCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { listConversations } from '#contract/messages';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';

/** The way to write to a person, for those who may; for others there is none. */
export function MessageLink({ personId }: { personId: string }) {
  const found = useQuery({
    queryKey: ['conversations'],
    queryFn: ({ signal }) => call(listConversations, { signal }),
  }).data;
  const mayWrite =
    found?.contacts.some(one => one.person.personId === personId) ||
    found?.conversations.some(one => one.with.personId === personId);
  if (!mayWrite) return null;
  return (
    <ActionButton to="/messages" search={{ with: personId }} icon={<IconMessageCircle stroke={1.75} />}>
      Write a message
    </ActionButton>
  );
}
