import { CopyLink } from '../../parts/CopyLink.tsx';
import { Section } from '../../parts/Section.tsx';
import styles from './Credit.module.css';
import type { Credit } from './useCredit.ts';

/** What the paper prints of all this: only roles that the team has confirmed. */
export function PaperTexts({ reviewId, credit }: { reviewId: string; credit: Credit }) {
  const address = (file: string) => `/api/reviews/${reviewId}/credit/${file}`;
  return (
    <Section
      title="For the paper"
      hint="confirmed roles only"
      aside={
        <span className={styles.links}>
          <a href={address('contributors.xml')} download>
            JATS XML
          </a>
          <a href={address('evidence-sheet.md')} download>
            My evidence sheet, for a letter
          </a>
        </span>
      }
    >
      <h3 className={styles.small}>Contributions</h3>
      {credit.statement === '' ? (
        <p className={styles.quiet}>No role is confirmed yet.</p>
      ) : (
        <p className={styles.statement}>
          {credit.statement} <CopyLink text={credit.statement}>Copy</CopyLink>
        </p>
      )}
      <h3 className={styles.small}>Acknowledgements</h3>
      {credit.acknowledgements === '' ? (
        <p className={styles.quiet}>
          {credit.statement === '' && credit.people.every(({ place }) => place === null)
            ? 'They follow when it is known who the authors are.'
            : 'Everybody who worked is among the authors.'}
        </p>
      ) : (
        <p className={styles.statement}>
          {credit.acknowledgements} <CopyLink text={credit.acknowledgements}>Copy</CopyLink>
        </p>
      )}
    </Section>
  );
}
