import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { listConversations } from '#contract/messages';
import { call } from '../call.ts';

interface KnownPersonProps {
  personId: string | null;
  onChange: (personId: string | null) => void;
  error?: string | undefined;
}

/** Somebody whom the viewer shares a project, an application or a mentorship with. Nobody to choose from: nothing is shown. */
export function KnownPerson({ personId, onChange, error }: KnownPersonProps) {
  const known = useQuery({
    queryKey: ['conversations'],
    queryFn: ({ signal }) => call(listConversations, { signal }),
  });
  const people = new Map(
    [...(known.data?.contacts.map(one => one.person) ?? []), ...(known.data?.conversations.map(one => one.with) ?? [])]
      .filter(person => person.name !== 'former member')
      .map(person => [person.personId, person.name] as const),
  );
  if (people.size === 0) return null;
  return (
    <Select
      label={
        <>
          Somebody you know here <span className="muted">optional</span>
        </>
      }
      name="personId"
      description="They are told on their page and by e-mail, and the link works for them alone."
      placeholder="Choose a name"
      searchable
      comboboxProps={{ withinPortal: false }}
      clearable
      error={error}
      data={[...people]
        .map(([value, label]) => ({ value, label }))
        .sort((a, b) => a.label.localeCompare(b.label, 'en'))}
      value={personId}
      onChange={onChange}
    />
  );
}
