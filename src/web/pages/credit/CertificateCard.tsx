import { IconCertificate } from '@tabler/icons-react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { CopyLink } from '../../parts/CopyLink.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Section } from '../../parts/Section.tsx';
import { toast } from '../../parts/toast.ts';
import { counted } from '../../words/counted.ts';
import { day } from '../../words/day.ts';
import styles from './Credit.module.css';
import { type Credit, useCreditDeeds } from './useCredit.ts';

/** Proof that can be shown: a page of its own behind a link that nobody can guess. */
export function CertificateCard({ reviewId, credit, hasWork }: { reviewId: string; credit: Credit; hasWork: boolean }) {
  const { issue, withdrawCertificate } = useCreditDeeds(reviewId);
  return (
    <Section title="Certificate">
      {(issue.error ?? withdrawCertificate.error) && (
        <ErrorNote problem={issue.error ?? withdrawCertificate.error} safe="Nothing was changed." />
      )}
      {credit.certificates.map(certificate => (
        <div key={certificate.certificateId} className={styles.certificate}>
          <IconCertificate size={24} stroke={1.5} aria-hidden="true" />
          <div>
            <p className={styles.criterion}>{counted(certificate.lines, 'kind')} of work</p>
            <p className={styles.quiet}>
              issued {day(certificate.issuedAt, 'short')}; whoever has the link can check it
            </p>
            <p className={styles.links}>
              <a href={certificate.url} target="_blank" rel="noreferrer">
                Open
              </a>
              <CopyLink text={certificate.url}>Copy the link</CopyLink>
              <LinkButton
                label={`Withdraw the certificate of ${day(certificate.issuedAt, 'short')}`}
                onClick={() =>
                  withdrawCertificate.mutate(certificate.certificateId, {
                    onSuccess: () => toast({ text: 'Withdrawn: its link no longer opens anything' }),
                  })
                }
              >
                Withdraw
              </LinkButton>
            </p>
          </div>
        </div>
      ))}
      <ActionButton
        isWorking={issue.isPending}
        because={hasWork ? null : 'The log shows nothing of yours yet.'}
        onClick={() => issue.mutate()}
      >
        {credit.certificates.length === 0 ? 'Issue a certificate' : 'Issue one as of today'}
      </ActionButton>
    </Section>
  );
}
