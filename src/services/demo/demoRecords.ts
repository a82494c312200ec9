import { DEMO_TRIALS, type DemoTrial } from '#services/demo/demoTrials';

/** What becomes of a demo record: in the review, or out of it at a stage. */
export type DemoFate = 'included' | 'excluded' | 'disputed' | 'not-a-trial' | 'other-outcome' | 'not-retrieved';

export interface DemoRecord {
  readonly title: string;
  readonly authors: string;
  readonly year: number;
  readonly abstract: string;
  readonly fate: DemoFate;
}

const ALLOCATION = {
  random: 'allocated at random',
  alternate: 'allocated alternately',
  systematic: 'allocated by a fixed system',
} as const;

function trialRecord(trial: DemoTrial): DemoRecord {
  const { vaccinated, unvaccinated } = trial;
  const people = (vaccinated.people + unvaccinated.people).toLocaleString('en-US');
  const line = (group: DemoTrial['vaccinated']) =>
    `${group.cases.toLocaleString('en-US')} of ${group.people.toLocaleString('en-US')}`;
  return {
    title: `BCG vaccination against tuberculosis: a controlled trial at latitude ${trial.latitude} (${trial.label})`,
    authors: trial.authors,
    year: trial.year,
    abstract:
      `Demo text around published counts. ${people} people without tuberculosis were ${ALLOCATION[trial.allocation]} to ` +
      `BCG vaccine or to no vaccine and followed for cases of tuberculosis. Tuberculosis was found in ` +
      `${line(vaccinated)} vaccinated and in ${line(unvaccinated)} unvaccinated people.`,
    fate: 'included',
  };
}

const OTHERS: readonly DemoRecord[] = [
  other(
    'Skin-test conversion after BCG vaccine in schoolchildren',
    1958,
    'Children given BCG vaccine had a tuberculin test after eight weeks. Cases of tuberculosis were not counted.',
    'other-outcome',
  ),
  other(
    'BCG vaccine at birth: experience of one clinic',
    1966,
    'A report of 212 newborns vaccinated in one year, without a comparison group.',
    'not-a-trial',
  ),
  other(
    'A trial of BCG vaccine in miners: preliminary announcement',
    1955,
    'The plan of a trial is announced. The report could not be obtained.',
    'not-retrieved',
  ),
  other(
    'Household contacts and BCG vaccine: a case–control study',
    1979,
    'Contacts with tuberculosis were compared with contacts without it by vaccination scar.',
    'disputed',
  ),
  other(
    'BCG vaccine and leprosy: a controlled trial',
    1970,
    'Leprosy, not tuberculosis, was the outcome of this trial of BCG vaccine.',
    'excluded',
  ),
  other(
    'Storage temperature and the viability of freeze-dried vaccine',
    1964,
    'Colonies were counted after storage at four temperatures.',
    'excluded',
  ),
  other(
    'Streptomycin for pulmonary tuberculosis',
    1950,
    'Treatment of established disease; no vaccine was given.',
    'excluded',
  ),
  other(
    'Adverse reactions after intradermal vaccination: a case series',
    1972,
    'Twelve people with abscess at the site of injection are described.',
    'excluded',
  ),
  other(
    'Bacillus strains in guinea pigs: protection after challenge',
    1961,
    'Animals were challenged after vaccination with four strains.',
    'excluded',
  ),
  other('Cost of a national vaccination programme', 1978, 'Costs were estimated from public accounts.', 'excluded'),
  other(
    'Tuberculin surveys in rural districts',
    1957,
    'Prevalence of positive reactions by age and district.',
    'excluded',
  ),
  other(
    'Chest radiography in the follow-up of vaccinated recruits',
    1963,
    'Methods of reading films are compared.',
    'excluded',
  ),
];

function other(title: string, year: number, abstract: string, fate: DemoFate): DemoRecord {
  return { title, authors: 'Example', year, abstract: `Demo text. ${abstract}`, fate };
}

export const DEMO_RECORDS: readonly DemoRecord[] = [...DEMO_TRIALS.map(trialRecord), ...OTHERS];

/** Records as a second database would list them again: the finder has something to merge. */
export const DEMO_COPIES: readonly DemoRecord[] = [0, 3, 7, 10, 14].flatMap(place => DEMO_RECORDS[place] ?? []);

/** The records as an RIS file. */
export function demoRis(records: readonly Omit<DemoRecord, 'fate'>[], journal: string): string {
  return records
    .map(({ title, authors, year, abstract }) =>
      [
        'TY  - JOUR',
        `TI  - ${title}`,
        ...authors.split('; ').map(author => `AU  - ${author}`),
        `PY  - ${year}`,
        `JO  - ${journal}`,
        `AB  - ${abstract}`,
        'ER  - ',
        '',
      ].join('\r\n'),
    )
    .join('\r\n');
}
