import { Select } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { COMMUNITY_PARTS } from '#core/mentoring/communityWords';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './Community.module.css';
import { PART_WORDS } from './communityWords.ts';
import { OwnPlaceFields } from './OwnPlaceFields.tsx';
import { type Community, type OwnPlaceBody, useLeave, useOwnPlace } from './useCommunities.ts';

const NEW: OwnPlaceBody = { part: 'mentee', wants: '', wishesLikePath: false, places: 0, isCounted: true };

/** Asks to join, changes what one said, or leaves. */
export function OwnPlaceDialog({ community, onClose }: { community: Community; onClose: () => void }) {
  const { mine, own: said, may, communityId } = community;
  const isIn = mine?.state === 'member';
  const isAsked = mine?.state === 'asked';
  const [own, setOwn] = useState<OwnPlaceBody>(said ?? NEW);
  const save = useOwnPlace(communityId);
  const leave = useLeave(communityId);
  const errors = useFieldErrors(save.error, ['part', 'wants', 'places']);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate(own, { onSuccess: onClose });
  };
  return (
    <Dialog title={isIn ? 'Your place here' : `Join ${community.name}`} onClose={onClose}>
      <form ref={errors.form} className={styles.form} onSubmit={send} noValidate>
        <FormProblem problem={save.error ?? leave.error} errors={errors} />
        {!isIn && (
          <Select
            label="You join as"
            data={COMMUNITY_PARTS.map(part => ({
              value: part,
              label: `${PART_WORDS[part].one}: ${PART_WORDS[part].isFor}`,
            }))}
            value={own.part}
            allowDeselect={false}
            onChange={value => {
              const part = COMMUNITY_PARTS.find(one => one === value);
              if (part) setOwn({ ...own, part });
            }}
          />
        )}
        <OwnPlaceFields part={own.part} own={own} onChange={setOwn} />
        <div className={styles.buttons}>
          {(isIn || isAsked) && (
            <ActionButton
              kind="danger"
              because={may.leave}
              isWorking={leave.isPending}
              onClick={() => leave.mutate(undefined, { onSuccess: onClose })}
            >
              {isIn ? 'Leave the community' : 'Take the request back'}
            </ActionButton>
          )}
          <ActionButton onClick={onClose}>Not yet</ActionButton>
          <ActionButton type="submit" kind="primary" isWorking={save.isPending}>
            {isIn || isAsked ? 'Save' : 'Ask to join'}
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
