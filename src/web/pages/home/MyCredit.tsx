import { Link } from '@tanstack/react-router';
import { CREDIT_ROLES } from '#core/credit/creditRoles';
import { Section } from '../../parts/Section.tsx';
import { count } from '../../words/count.ts';
import { counted } from '../../words/counted.ts';
import styles from './Home.module.css';
import { useHomeCredit } from './useHomeParts.ts';

const names = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** What I did, in three numbers, and which roles it supports. */
export function MyCredit() {
  const credit = useHomeCredit().data;
  if (!credit || credit.reviews === 0) return null;
  const figures = [
    { value: count(credit.recordsScreened), unit: 'records and reports decided' },
    { value: count(credit.studiesExtracted), unit: 'studies extracted' },
    {
      value: credit.hours < 1 ? `${Math.round(60 * credit.hours)} min` : `${credit.hours} h`,
      unit: `at least, in ${counted(credit.reviews, 'review')}`,
    },
  ];
  return (
    <Section title="My credit" aside={<Link to="/credit">Open ledger</Link>}>
      <dl className={styles.figures}>
        {figures.map(({ value, unit }) => (
          <div key={unit}>
            <dt>{unit}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.rowLine}>
        {credit.roles.length > 0 && `Supports ${names.format(credit.roles.map(role => CREDIT_ROLES[role].label))}. `}
        Screening alone does not make an author.
      </p>
    </Section>
  );
}
