import { IconArrowRight, IconLock, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Choice } from '#core/vocabulary';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { AvatarRow } from '../../parts/AvatarRow.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { BlindBadge } from '../../parts/BlindBadge.tsx';
import { DecisionButtons } from '../../parts/DecisionButtons.tsx';
import { Fit } from '../../parts/Fit.tsx';
import { KeyCap } from '../../parts/KeyCap.tsx';
import { Mark } from '../../parts/Mark.tsx';
import styles from './Gallery.module.css';
import { GalleryCell } from './GalleryCell.tsx';

export function GalleryDecisions() {
  const [chosen, setChosen] = useState<Choice | null>(null);
  return (
    <>
      <GalleryCell name="Buttons">
        <div className={styles.row}>
          <ActionButton kind="primary">Primary</ActionButton>
          <ActionButton>Secondary</ActionButton>
          <ActionButton kind="quiet">Quiet</ActionButton>
          <ActionButton kind="danger" icon={<IconTrash stroke={1.75} />}>
            Remove
          </ActionButton>
        </div>
        <div className={styles.row}>
          <ActionButton kind="primary" size="large" after={<IconArrowRight stroke={1.75} />}>
            Settle conflicts
          </ActionButton>
          <ActionButton size="small">Small</ActionButton>
          <ActionButton kind="primary" isWorking icon={<IconArrowRight stroke={1.75} />}>
            Working
          </ActionButton>
        </div>
        <ActionButton kind="primary" because="1 problem left in the search string">
          Agree version 1
        </ActionButton>
      </GalleryCell>
      <GalleryCell name="Decision buttons: at rest, chosen">
        <div className={styles.row}>
          <DecisionButtons isSmall chosen={chosen} onChoose={setChosen} />
        </div>
        <DecisionButtons isSmall chosen="include" keys={null} onChoose={setChosen} />
      </GalleryCell>
      <GalleryCell name="Badges, key caps, marks">
        <div className={styles.row}>
          <Badge kind="include">Include</Badge>
          <Badge kind="exclude">Exclude</Badge>
          <Badge kind="unsure">Unsure</Badge>
          <Badge kind="conflict">Conflict</Badge>
          <Badge kind="accent" icon={<IconLock size={14} stroke={1.75} />}>
            Locked
          </Badge>
          <Badge kind="neutral">no abstract</Badge>
          <Badge kind="warn">ask author</Badge>
          <BlindBadge />
        </div>
        <div className={styles.row}>
          {['E', 'U', 'I', 'Z', '?', 'Ctrl K'].map(key => (
            <KeyCap key={key}>{key}</KeyCap>
          ))}
          <AvatarRow size={26} names={['Helen Marsh', 'Amara Okafor', 'Farid Rahimi', 'Lucía Fernández']} />
          <Fit level={3} />
          <Fit level={1} />
        </div>
        <p className={styles.text}>
          were <Mark kind="include">randomly allocated</Mark>; a <Mark kind="exclude">case series</Mark>;{' '}
          <Mark kind="changed">1,842</Mark> nurses
        </p>
      </GalleryCell>
    </>
  );
}
