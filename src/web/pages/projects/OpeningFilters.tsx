import { Checkbox, Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import { EARNINGS, PAYS, WORK_PLACES } from '#core/people/vocabulary';
import { ROLES } from '#core/vocabulary';
import { count } from '../../words/count.ts';
import { roleName } from '../../words/roleName.ts';
import styles from './Openings.module.css';
import type { OpeningDetails } from './openingBody.ts';
import { countWith, HOURS, type OpeningFilter } from './openingFilters.ts';
import { EARNING_WORDS, PAY_WORDS, PLACE_WORDS } from './postWords.ts';

interface FiltersProps {
  readonly openings: readonly OpeningDetails[];
  readonly filter: OpeningFilter;
  readonly onFilter: (change: Partial<OpeningFilter>) => void;
}

/** Boxes for the words of a closed list that openings have, each with how many it leaves. */
function WordBoxes<Word extends string>({
  name,
  words,
  chosen,
  shown,
  counted,
  onChosen,
}: {
  name: string;
  words: readonly Word[];
  chosen: readonly Word[];
  shown: (word: Word) => string;
  counted: (word: Word) => number;
  onChosen: (words: Word[]) => void;
}) {
  if (words.length === 0) return null;
  return (
    <fieldset className={styles.group}>
      <legend>{name}</legend>
      {words.map(word => (
        <div key={word} className={styles.choice}>
          <Checkbox
            label={shown(word)}
            checked={chosen.includes(word)}
            onChange={event =>
              onChosen(event.target.checked ? [...chosen, word] : chosen.filter(other => other !== word))
            }
          />
          <span className="number muted">{count(counted(word))}</span>
        </div>
      ))}
    </fieldset>
  );
}

/** The filters, each with how many openings it leaves. */
export function OpeningFilters({
  openings,
  filter,
  onFilter,
  state,
  onState,
  foot,
}: FiltersProps & { state: string; onState: (state: string) => void; foot?: ReactNode }) {
  const roles = ROLES.filter(role => filter.roles.includes(role) || openings.some(opening => opening.role === role));
  const earns = EARNINGS.filter(one => filter.earns.includes(one) || openings.some(o => o.earnsKind === one));
  const pays = PAYS.filter(one => filter.pays.includes(one) || openings.some(o => o.post.pay === one));
  const places = WORK_PLACES.filter(one => filter.places.includes(one) || openings.some(o => o.post.workPlace === one));
  const countOf = (change: Partial<OpeningFilter>) => countWith(openings, filter, change);
  return (
    <div className={styles.filters}>
      <WordBoxes
        name="Role"
        words={roles}
        chosen={filter.roles}
        shown={roleName}
        counted={role => countOf({ roles: [role] })}
        onChosen={chosen => onFilter({ roles: chosen })}
      />
      <fieldset className={styles.group}>
        <legend>Hours a week</legend>
        {[...HOURS, null].map(hours => (
          <div key={String(hours)} className={styles.choice}>
            <Radio
              name="hours"
              label={hours === null ? 'any' : `up to ${hours} h`}
              checked={filter.mostHours === hours}
              onChange={() => onFilter({ mostHours: hours })}
            />
            <span className="number muted">{count(countOf({ mostHours: hours }))}</span>
          </div>
        ))}
      </fieldset>
      <WordBoxes
        name="It earns"
        words={earns}
        chosen={filter.earns}
        shown={word => EARNING_WORDS[word]}
        counted={word => countOf({ earns: [word] })}
        onChosen={chosen => onFilter({ earns: chosen })}
      />
      <WordBoxes
        name="Where"
        words={places}
        chosen={filter.places}
        shown={word => PLACE_WORDS[word]}
        counted={word => countOf({ places: [word] })}
        onChosen={chosen => onFilter({ places: chosen })}
      />
      <WordBoxes
        name="Pay"
        words={pays}
        chosen={filter.pays}
        shown={word => PAY_WORDS[word]}
        counted={word => countOf({ pays: [word] })}
        onChosen={chosen => onFilter({ pays: chosen })}
      />
      <fieldset className={styles.group}>
        <legend>For you</legend>
        <div className={styles.choice}>
          <Checkbox
            label="Where I can apply"
            checked={filter.isForMe}
            onChange={event => onFilter({ isForMe: event.target.checked })}
          />
          <span className="number muted">{count(countOf({ isForMe: true }))}</span>
        </div>
        <div className={styles.choice}>
          <Checkbox
            label="New this week"
            checked={filter.isNew}
            onChange={event => onFilter({ isNew: event.target.checked })}
          />
          <span className="number muted">{count(countOf({ isNew: true }))}</span>
        </div>
      </fieldset>
      <fieldset className={styles.group}>
        <legend>State</legend>
        {['open', 'closed'].map(one => (
          <div key={one} className={styles.choice}>
            <Radio name="state" label={one} checked={state === one} onChange={() => onState(one)} />
          </div>
        ))}
      </fieldset>
      {foot}
    </div>
  );
}
