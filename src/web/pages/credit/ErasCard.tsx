import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { erasExperience, erasWork } from '#core/credit/erasEntry';
import { ERAS_SEASONS, type ErasField } from '#core/credit/erasSeasons';
import { CopyLink } from '../../parts/CopyLink.tsx';
import { Section } from '../../parts/Section.tsx';
import { day } from '../../words/day.ts';
import styles from './Credit.module.css';
import type { Credit, CreditPerson } from './useCredit.ts';

const FIELD_WORDS: Readonly<Record<Exclude<ErasField, 'status'>, string>> = {
  journal: 'Journal',
  book: 'Book',
  meeting: 'Meeting',
  date: 'Date, as printed',
};

/** The entries that this review gives for the residency application: scholarly work and experience. */
export function ErasCard({ credit, person }: { credit: Credit; person: CreditPerson }) {
  const [seasonName, setSeason] = useState(ERAS_SEASONS[0]?.season ?? '');
  const [chosenType, setType] = useState('');
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const season = ERAS_SEASONS.find(one => one.season === seasonName) ?? ERAS_SEASONS[0];
  const type = season?.types.find(one => one.type === chosenType) ?? season?.types[0];
  if (!season || !type) return null;
  const put = (field: string) => (value: string) => setValues(before => ({ ...before, [field]: value }));
  const inOrder = credit.people.filter(({ place }) => place !== null);
  const authors = inOrder.length > 0 ? inOrder : credit.people.filter(one => one.isMe);
  const venue = type.fields.find(field => field !== 'status' && field !== 'date');
  const entry = erasWork(credit.reviewTitle, authors, person.personId, {
    type: type.type,
    venue: (venue && values[venue]) ?? '',
    status: type.fields.includes('status') ? (values.status ?? '') : '',
    date: values.date ?? '',
  });
  const experience = experienceText(credit.reviewTitle, person);
  return (
    <Section title={`For ERAS, season ${season.season}`} aside={<CopyLink text={entry.text}>Copy</CopyLink>}>
      <div className={styles.eras}>
        <Select
          label="Season"
          data={ERAS_SEASONS.map(one => one.season)}
          value={season.season}
          allowDeselect={false}
          onChange={next => setSeason(next ?? season.season)}
        />
        <Select
          label="Type"
          data={season.types.map(one => one.type)}
          value={type.type}
          allowDeselect={false}
          onChange={next => setType(next ?? type.type)}
        />
        {type.fields.map(field =>
          field === 'status' ? (
            <Select
              key={field}
              label="Status"
              data={[...season.statuses]}
              value={values.status || null}
              placeholder="Choose"
              onChange={next => put('status')(next ?? '')}
            />
          ) : (
            <TextInput
              key={field}
              label={FIELD_WORDS[field]}
              value={values[field] ?? ''}
              onChange={event => put(field)(event.currentTarget.value)}
            />
          ),
        )}
      </div>
      <div className={styles.card}>
        <p className={styles.cardKind}>{entry.type}</p>
        <p className={styles.entry}>
          {entry.authors.map((author, index) => (
            <span key={author.cited}>
              {index > 0 && ', '}
              {author.isOwn ? <strong>{author.cited}</strong> : author.cited}
            </span>
          ))}
          . {/[.?!]$/.test(entry.title) ? entry.title : `${entry.title}.`} {entry.rest && `${entry.rest}.`}
        </p>
        <p className={styles.quiet}>
          {experience} <CopyLink text={experience}>Copy</CopyLink>
        </p>
      </div>
      <p className={styles.quiet}>
        {season.note} {inOrder.length === 0 && 'The order of authors is not set yet: only your name stands here.'}
      </p>
    </Section>
  );
}

function experienceText(reviewTitle: string, person: CreditPerson): string {
  const experience = erasExperience(person.lines.map(line => ({ ...line, sentence: line.label })));
  if (!experience) return '';
  const { firstAt, lastAt, hours, description } = experience;
  const when = `${day(firstAt, 'short')} to ${day(lastAt, 'short')}.`;
  return [`Research: ${reviewTitle}.`, when, hours === null ? '' : `At least ${hours} hours.`, description]
    .filter(Boolean)
    .join(' ');
}
