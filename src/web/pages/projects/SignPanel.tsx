import { Checkbox, PasswordInput } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { signAuthorshipAgreement } from '#contract/agreements';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { day } from '../../words/day.ts';
import styles from './Agreement.module.css';
import type { AgreementReply } from './AgreementPage.tsx';
import type { AgreedLine } from './AgreementTable.tsx';
import { EARNS_WORDS, POINT_WORDS } from './agreementWords.ts';

/** The reader's own lines in words, and their password in place of a handwritten name. */
export function SignPanel({
  projectId,
  agreement,
  line,
  because,
}: {
  projectId: string;
  agreement: NonNullable<AgreementReply['agreement']>;
  line: AgreedLine;
  because: string | null;
}) {
  const [password, setPassword] = useState('');
  const [hasRead, setHasRead] = useState(false);
  const queries = useQueryClient();
  const { version, fingerprint } = agreement;
  const signing = useMutation({
    mutationFn: () =>
      call(signAuthorshipAgreement, { params: { projectId, version }, body: { password, fingerprint } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['projects', projectId, 'agreement'] }),
  });
  const errors = useFieldErrors(signing.error, ['password']);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!signing.isPending) signing.mutate();
  };
  const lines = [
    { name: 'You do', value: line.does },
    { name: 'By', value: line.byOn ? day(line.byOn) : 'no date' },
    { name: 'You earn, if it is done', value: EARNS_WORDS[line.earns] },
    {
      name: 'You plan, of the four ICMJE points',
      value: line.points.map(one => POINT_WORDS[one]).join(', ') || 'none',
    },
    { name: 'It costs', value: 'nothing; a fee would void this agreement' },
  ];
  return (
    <>
      <dl className={styles.mine}>
        {lines.map(one => (
          <div key={one.name}>
            <dt>{one.name}</dt>
            <dd>{one.value}</dd>
          </div>
        ))}
      </dl>
      {because === null ? (
        <form ref={errors.form} className={styles.sign} onSubmit={send} noValidate>
          <FormProblem problem={signing.error} errors={errors} />
          <PasswordInput
            label={
              <>
                Your password <span className="muted">in place of a handwritten signature</span>
              </>
            }
            name="password"
            autoComplete="current-password"
            value={password}
            error={errors.of('password')}
            onChange={event => setPassword(event.target.value)}
          />
          <Checkbox
            checked={hasRead}
            onChange={event => setHasRead(event.target.checked)}
            label={`I’ve read version ${version} and the rules for changes.`}
          />
          <ActionButton
            type="submit"
            kind="primary"
            size="large"
            icon={<IconSignature stroke={1.75} />}
            isWorking={signing.isPending}
            because={hasRead ? null : 'Tick that you have read it.'}
            isWide
          >
            Sign version {version}
          </ActionButton>
          <p className={styles.second}>Journals don’t arbitrate. This helps you to settle it among yourselves.</p>
        </form>
      ) : (
        <p className={styles.second}>{because}</p>
      )}
    </>
  );
}
