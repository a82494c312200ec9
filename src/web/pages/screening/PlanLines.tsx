import { IconAlertTriangle, IconCheck, IconUserOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { count } from '../../words/count.ts';
import { counted } from '../../words/counted.ts';
import styles from './TeamPage.module.css';
import type { Board, Gift } from './teamQueries.ts';
import type { GiveOutForm } from './useGiveOut.ts';

/** What would happen, line by line, before it does. */
export function PlanLines({
  plan,
  form,
  unit,
  mode,
}: {
  plan: Gift | null;
  form: GiveOutForm;
  unit: string;
  mode: Board['mode'];
}) {
  if (!plan) return null;
  const { source } = form;
  const tight = plan.perPerson.filter(
    one => one.hoursNeeded !== null && one.hoursAvailable !== null && one.hoursNeeded > one.hoursAvailable,
  );
  return (
    <ul className={styles.plan} aria-live="polite">
      <Line icon={<IconCheck size={16} stroke={1.75} className={styles.fine} />}>
        {source
          ? `${counted(plan.given, unit)} ${plan.given === 1 ? 'moves' : 'move'}, ${source.name}’s ${counted(source.done, 'decision')} stay`
          : `${counted(plan.given, unit)} ${plan.given === 1 ? 'goes' : 'go'} out${WITH_SECOND[mode]}`}
      </Line>
      {plan.notGiven.map(one => (
        <Line key={one.because} icon={<IconAlertTriangle size={16} stroke={1.75} className={styles.short} />}>
          {count(one.count)} {source ? `stay with ${source.name}` : 'stay'}: {one.because}
        </Line>
      ))}
      {plan.authors.map(one => (
        <Line key={one.personId} icon={<IconUserOff size={16} stroke={1.75} className={styles.muted} />}>
          {form.recuse === 'sure' && one.byName === one.records
            ? `${one.name} may be an author of ${count(one.records)}, by the name alone. `
            : `${one.name} is kept from ${counted(one.records - (form.recuse === 'sure' ? one.byName : 0), unit)} that ${one.name.split(' ')[0]} may have written. `}
          {one.byName > 0 && (
            <LinkButton onClick={() => form.setRecuse(form.recuse === 'name' ? 'sure' : 'name')}>
              {form.recuse === 'name' ? 'Not the same person' : 'Keep them apart'}
            </LinkButton>
          )}
        </Line>
      ))}
      {tight.map(one => (
        <Line key={one.personId} icon={<IconAlertTriangle size={16} stroke={1.75} className={styles.short} />}>
          {one.name} would need about {one.hoursNeeded} h and has {one.hoursAvailable} h until then
        </Line>
      ))}
    </ul>
  );
}

const WITH_SECOND: Readonly<Record<Board['mode'], string>> = {
  single: '',
  double: ', so that each has two screeners',
  share: ', some of them to two people',
};

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li>
      {icon}
      <span>{children}</span>
    </li>
  );
}
