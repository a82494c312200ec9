import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { draftAuthorshipAgreement } from '#contract/agreements';
import { AGREED_EARNINGS, type AgreementLine, AUTHOR_POINTS } from '#core/projects/agreement';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { type FieldErrors, useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './Agreement.module.css';
import type { AgreementReply } from './AgreementPage.tsx';
import { EARNS_WORDS, POINT_WORDS } from './agreementWords.ts';

const RULES = ['orderRule', 'ifChanges'] as const;
const LINE_FIELDS = ['does', 'byOn', 'earns', 'points', 'personId'] as const;
const USUAL_CHANGES = [
  'Two weeks behind: a talk first, then the seat may be offered to another.',
  'Work done stays credited, whoever finishes.',
  'Who leaves before drafting or revising is thanked, not listed.',
].join('\n');

/** Every member's lines, and the rules that all share. Saving makes a new version, which everybody signs anew. */
export function AgreementForm({
  projectId,
  found,
  onDone,
  onLeave,
}: {
  projectId: string;
  found: AgreementReply;
  onDone: () => void;
  onLeave: () => void;
}) {
  const before = found.agreement;
  const [lines, setLines] = useState<readonly AgreementLine[]>(() =>
    found.members.map(
      ({ personId }) =>
        before?.lines.find(line => line.personId === personId) ?? {
          ...{ personId, does: '', byOn: null, earns: 'acknowledgement', points: ['work'] },
        },
    ),
  );
  const [orderRule, setOrderRule] = useState(before?.orderRule ?? '');
  const [ifChanges, setIfChanges] = useState(before?.ifChanges ?? USUAL_CHANGES);
  const queries = useQueryClient();
  // Who does nothing is not named.
  const named = lines.filter(line => line.does.trim() !== '');
  const saving = useMutation({
    mutationFn: () =>
      call(draftAuthorshipAgreement, {
        params: { projectId },
        body: {
          basedOn: found.versions.at(-1)?.version ?? 0,
          lines: named.map(({ personId, does, byOn, earns, points }) => ({
            ...{ personId, does, byOn, earns, points: [...points] },
          })),
          ...{ orderRule, ifChanges },
        },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['projects', projectId, 'agreement'] });
      onDone();
    },
  });
  const fields = named.flatMap((_, place) => LINE_FIELDS.map(field => `lines/${place}/${field}`));
  const errors = useFieldErrors(saving.error, [...RULES, ...fields]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!saving.isPending) saving.mutate();
  };
  const change = (personId: string, next: Partial<AgreementLine>) =>
    setLines(lines.map(line => (line.personId === personId ? { ...line, ...next } : line)));
  return (
    <form ref={errors.form} className={styles.form} onSubmit={send} noValidate>
      <PageHead
        title={before ? `Version ${(found.versions.at(-1)?.version ?? 0) + 1}` : 'First version'}
        line="Leave “does” empty for who is not named. Everybody named signs this version anew."
      />
      <FormProblem problem={saving.error} errors={errors} />
      {lines.map(line => (
        <LineFields
          key={line.personId}
          name={found.members.find(member => member.personId === line.personId)?.name ?? ''}
          line={line}
          at={`lines/${named.indexOf(line)}`}
          errors={errors}
          onChange={next => change(line.personId, next)}
        />
      ))}
      <Textarea
        label="Order of names"
        name="orderRule"
        placeholder="First is who extracted more and wrote more, counted by the log. The lead stands last."
        autosize
        minRows={2}
        value={orderRule}
        error={errors.of('orderRule')}
        onChange={event => setOrderRule(event.target.value)}
      />
      <Textarea
        label="If something changes"
        name="ifChanges"
        autosize
        minRows={3}
        value={ifChanges}
        error={errors.of('ifChanges')}
        onChange={event => setIfChanges(event.target.value)}
      />
      <div className={styles.buttons}>
        <ActionButton onClick={onLeave}>Leave it as it was</ActionButton>
        <ActionButton type="submit" kind="primary" isWorking={saving.isPending}>
          Save as a new version
        </ActionButton>
      </div>
    </form>
  );
}

function LineFields({
  name,
  line,
  at,
  errors,
  onChange,
}: {
  name: string;
  line: AgreementLine;
  at: string;
  errors: FieldErrors;
  onChange: (next: Partial<AgreementLine>) => void;
}) {
  return (
    <fieldset className={styles.line}>
      <legend>{name}</legend>
      <Textarea
        label="Does"
        name={`${at}/does`}
        autosize
        minRows={1}
        value={line.does}
        error={errors.of(`${at}/does`) ?? errors.of(`${at}/personId`)}
        onChange={event => onChange({ does: event.target.value })}
      />
      <div className={styles.pair}>
        <TextInput
          label="By"
          type="date"
          name={`${at}/byOn`}
          value={line.byOn ?? ''}
          error={errors.of(`${at}/byOn`)}
          onChange={event => onChange({ byOn: event.target.value || null })}
        />
        <Select
          label="Earns, if done"
          name={`${at}/earns`}
          allowDeselect={false}
          data={AGREED_EARNINGS.map(one => ({ value: one, label: EARNS_WORDS[one] }))}
          value={line.earns}
          error={errors.of(`${at}/earns`)}
          onChange={value => onChange({ earns: AGREED_EARNINGS.find(one => one === value) ?? line.earns })}
        />
      </div>
      <Checkbox.Group
        label="Planned, of the four ICMJE points"
        value={[...line.points]}
        error={errors.of(`${at}/points`)}
        onChange={values => onChange({ points: AUTHOR_POINTS.filter(point => values.includes(point)) })}
      >
        <div className={styles.pair}>
          {AUTHOR_POINTS.map(point => (
            <Checkbox key={point} value={point} label={POINT_WORDS[point]} />
          ))}
        </div>
      </Checkbox.Group>
    </fieldset>
  );
}
