import { Select } from '@mantine/core';
import { useState } from 'react';
import type { tryAllocation } from '#contract/cohorts';
import type { BodyInputOf } from '#contract/endpoint';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import styles from './Cohort.module.css';
import type { CohortReply } from './CohortPage.tsx';

export type TeamRule = NonNullable<BodyInputOf<typeof tryAllocation>['rules']>[number];

interface TeamRulesProps {
  cohort: CohortReply;
  rules: readonly TeamRule[];
  onChange: (rules: readonly TeamRule[]) => void;
}

/** Rules on who is in a project together: two people apart, or a skill that somebody in it must have. */
export function TeamRules({ cohort, rules, onChange }: TeamRulesProps) {
  const [kind, setKind] = useState<TeamRule['kind']>('skill');
  const [first, setFirst] = useState<string | null>(null);
  const [second, setSecond] = useState<string | null>(null);
  const projects = [...new Map(cohort.openings.map(one => [one.projectId, one.projectTitle]))];
  const people = cohort.people.map(person => ({ value: person.personId, label: person.name }));
  const nameOf = (id: string) => cohort.people.find(person => person.personId === id)?.name ?? '';
  const sentence = (rule: TeamRule) =>
    rule.kind === 'apart'
      ? `${nameOf(rule.personIds[0])} and ${nameOf(rule.personIds[1])} are not in one project.`
      : `Somebody in “${projects.find(([id]) => id === rule.projectId)?.[1] ?? ''}” has the skill: ${rule.skill}.`;
  const add = () => {
    if (first === null || second === null) return;
    const rule: TeamRule =
      kind === 'apart' ? { kind, personIds: [first, second] } : { kind, projectId: first, skill: second };
    if (!rules.some(one => sentence(one) === sentence(rule))) onChange([...rules, rule]);
    setFirst(null);
    setSecond(null);
  };
  return (
    <section className={styles.rules} aria-label="Rules on teams">
      {rules.map(rule => (
        <p key={sentence(rule)} className={styles.second}>
          {sentence(rule)} <LinkButton onClick={() => onChange(rules.filter(one => one !== rule))}>Drop it</LinkButton>
        </p>
      ))}
      <div className={styles.ruleFields}>
        <Select
          label="Rule on teams"
          data={[
            { value: 'skill', label: 'A skill in a project' },
            { value: 'apart', label: 'Two apart' },
          ]}
          value={kind}
          allowDeselect={false}
          onChange={value => {
            setKind(value === 'apart' ? 'apart' : 'skill');
            setFirst(null);
            setSecond(null);
          }}
        />
        <Select
          label={kind === 'apart' ? 'One person' : 'Project'}
          data={kind === 'apart' ? people : projects.map(([value, label]) => ({ value, label }))}
          value={first}
          searchable
          onChange={setFirst}
        />
        <Select
          label={kind === 'apart' ? 'The other' : 'Skill'}
          data={kind === 'apart' ? people.filter(one => one.value !== first) : cohort.skills}
          value={second}
          searchable
          nothingFoundMessage="Nobody here shares a skill."
          onChange={setSecond}
        />
        <ActionButton because={first && second ? null : 'Choose both first.'} onClick={add}>
          Add the rule
        </ActionButton>
      </div>
    </section>
  );
}
