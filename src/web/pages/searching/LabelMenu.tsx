import { Button, Checkbox, Menu, TextInput } from '@mantine/core';
import { IconTag } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { labelSelection } from '#contract/records';
import { addLabel } from '#contract/remarks';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { toast } from '../../parts/toast.ts';
import { counted } from '../../words/counted.ts';
import { LabelBadge } from './LabelBadge.tsx';
import styles from './LabelMenu.module.css';
import { askedSelection, type RecordSelection } from './RecordDeeds.tsx';
import { useLabels } from './useRecords.ts';

/** Puts a label on the selection, an old one or a new one. The message takes it off again. */
export function LabelMenu({ reviewId, selection }: { reviewId: string; selection: RecordSelection }) {
  const { data } = useLabels(reviewId);
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [isOwn, setIsOwn] = useState(false);
  const refresh = () => queries.invalidateQueries({ queryKey: ['reviews', reviewId] });
  const put = useMutation({
    mutationFn: ({ labelId, isOn }: { labelId: string; isOn: boolean }) =>
      call(labelSelection, { params: { reviewId, labelId }, body: { selection: askedSelection(selection), isOn } }),
    onSuccess: async ({ count }, { labelId, isOn }) => {
      await refresh();
      const undo = { word: 'Undo', deed: () => put.mutate({ labelId, isOn: !isOn }) };
      toast({ text: isOn ? `${counted(count, 'record')} labelled` : 'Label taken off', ...(isOn ? { undo } : {}) });
    },
  });
  const add = useMutation({
    mutationFn: () =>
      call(addLabel, { params: { reviewId }, body: { name, tint: 'blue', audience: isOwn ? 'own' : 'shared' } }),
    onSuccess: ({ id }) => {
      setName('');
      put.mutate({ labelId: id, isOn: true });
    },
  });
  if (data?.may.annotate) return <ActionButton because={data.may.annotate}>Label</ActionButton>;
  return (
    <Menu position="top-end" closeOnItemClick={false} trapFocus>
      <Menu.Target>
        <Button variant="default" leftSection={<IconTag size={16} stroke={1.75} />}>
          Label
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        {(data?.labels ?? []).map(label => (
          <Menu.Item key={label.labelId} onClick={() => put.mutate({ labelId: label.labelId, isOn: true })}>
            <LabelBadge name={label.name} tint={label.tint} isOwn={label.audience === 'own'} />
          </Menu.Item>
        ))}
        <form
          className={styles.form}
          onSubmit={event => {
            event.preventDefault();
            if (name.trim() !== '') add.mutate();
          }}
        >
          <TextInput
            label="A new label"
            value={name}
            maxLength={40}
            error={add.error?.message ?? put.error?.message}
            onChange={event => setName(event.target.value)}
          />
          <Checkbox
            size="xs"
            label="only for me"
            checked={isOwn}
            onChange={event => setIsOwn(event.currentTarget.checked)}
          />
          <p className={styles.hint}>Others see what you label when they see your decisions.</p>
          <ActionButton type="submit" size="small" isWorking={add.isPending || put.isPending}>
            Make it and put it on
          </ActionButton>
        </form>
      </Menu.Dropdown>
    </Menu>
  );
}
