import type { Context } from '#services/context';
import type { DemoPerson, DemoTeam } from '#services/demo/demoTeam';
import { claimFile } from '#services/people/claimPublications';

interface Written {
  readonly title: string;
  readonly year: number;
  readonly journal: string;
  readonly with: string;
  readonly keywords: readonly string[];
}

/** Invented publications of the demo's people, in journals that there are not. */
const WRITTEN: readonly (readonly [keyof DemoTeam, readonly Written[]])[] = [
  [
    'lead',
    [
      {
        ...{ title: 'Latitude and the protection by BCG vaccine: an invented re-analysis', year: 2019 },
        ...{ journal: 'Demo Journal of Vaccination', with: 'Okafor, Amara', keywords: ['BCG Vaccine', 'Tuberculosis'] },
      },
      {
        ...{ title: 'Tuberculin surveys in schools, an example of sampling', year: 2022 },
        ...{ journal: 'Example Archives of Epidemiology', with: 'Feld, Martin', keywords: ['Tuberculosis', 'Schools'] },
      },
    ],
  ],
  [
    'first',
    [
      {
        ...{ title: 'Vaccination of children in a demonstration district: an invented audit', year: 2023 },
        ...{ journal: 'Demo Journal of Vaccination', with: 'Marsh, Helen', keywords: ['Vaccination', 'Child'] },
      },
    ],
  ],
  [
    'adviser',
    [
      {
        ...{ title: 'Winter colds in primary care: an example of a registry study', year: 2021 },
        ...{
          journal: 'Invented Reports in Primary Care',
          with: 'Nair, Priya',
          keywords: ['Respiratory Tract Infections', 'Primary Health Care'],
        },
      },
    ],
  ],
];

/** Publications that people claimed by a file of their own; topics follow from them. */
export async function fillDemoPublications(ctx: Context, team: DemoTeam): Promise<void> {
  for (const [who, written] of WRITTEN) {
    const person = team[who];
    const content = (async function* () {
      yield ctx.encode(written.map(one => risOf(person, one)).join('\r\n'));
    })();
    await claimFile(ctx, person, { fileName: 'my-publications.ris', content });
  }
}

function risOf({ name }: DemoPerson, { title, year, journal, with: other, keywords }: Written): string {
  const [given = '', ...family] = name.split(' ');
  return [
    'TY  - JOUR',
    `TI  - ${title}`,
    `AU  - ${family.join(' ')}, ${given}`,
    `AU  - ${other}`,
    `PY  - ${year}`,
    `JO  - ${journal}`,
    ...keywords.map(word => `KW  - ${word}`),
    'ER  - ',
    '',
  ].join('\r\n');
}
