import type { DemoTrial } from '#services/demo/demoTrials';

interface Line {
  readonly text: string;
  readonly left: number;
  readonly down: number;
  readonly size: number;
  readonly isBold?: boolean;
}

const ALLOCATION = {
  random: 'Allocation was at random.',
  alternate: 'Every other person was given vaccine.',
  systematic: 'Allocation followed the last digit of a number.',
} as const;

/** Where the numbers of a demo trial stand in its report: page, and the words of the table's row. */
export function demoRow(trial: DemoTrial, group: 'vaccinated' | 'unvaccinated') {
  const { cases, people } = trial[group];
  const name = group === 'vaccinated' ? 'Vaccinated' : 'Not vaccinated';
  return {
    page: 2,
    quote: `${name} ${said(people)} ${said(cases)}`,
    cells: [name, said(people), said(cases)] as const,
  };
}

export function demoAllocation({ allocation }: DemoTrial) {
  return { page: 1, quote: ALLOCATION[allocation] };
}

export function demoLatitude({ latitude }: DemoTrial) {
  return { page: 1, quote: `at latitude ${latitude} degrees` };
}

/** A report of a demo trial as a PDF of two pages: what its record says, with the table that the numbers are read in. */
export function demoReport(trial: DemoTrial): string {
  const people = said(trial.vaccinated.people + trial.unvaccinated.people);
  const first: Line[] = [
    { text: `BCG vaccination against tuberculosis (${trial.label})`, left: 64, down: 90, size: 17, isBold: true },
    { text: trial.authors.replaceAll('; ', ' and '), left: 64, down: 116, size: 11 },
    {
      text: 'Written for the demo around published counts; not the report of this trial.',
      left: 64,
      down: 140,
      size: 9,
    },
    ...paragraph('Methods', 180, [
      `${people} people without tuberculosis took part ${demoLatitude(trial).quote}.`,
      `${demoAllocation(trial).quote} The others were given no vaccine.`,
      'All were followed for cases of tuberculosis until the end of the trial.',
    ]),
  ];
  const rows = (['vaccinated', 'unvaccinated'] as const).map(group => demoRow(trial, group).cells);
  const second: Line[] = [
    ...paragraph('Results', 90, ['Cases of tuberculosis were found in both groups, as Table 2 tells.']),
    { text: 'Table 2. Cases of tuberculosis by group', left: 64, down: 160, size: 11, isBold: true },
    ...[['Group', 'Persons', 'Cases'] as const, ...rows].flatMap((cells, row) =>
      cells.map((text, column) => ({ text, left: [64, 320, 460][column] ?? 64, down: 188 + row * 24, size: 11 })),
    ),
  ];
  return pdfOf([first, second]);
}

function paragraph(head: string, down: number, lines: readonly string[]): Line[] {
  return [
    { text: head, left: 64, down, size: 13, isBold: true },
    ...lines.map((text, place) => ({ text, left: 64, down: down + 24 + place * 18, size: 11 })),
  ];
}

const said = (count: number) => count.toLocaleString('en-US');

/** Pages of lines as PDF, in letters that every reader has. */
function pdfOf(pages: readonly (readonly Line[])[]): string {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, place) => `${5 + place * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    font('Times-Roman'),
    font('Times-Bold'),
    ...pages.flatMap((lines, place) => {
      const stream = lines.map(lineOf).join('\n');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /R 3 0 R /B 4 0 R >> >> /Contents ${6 + place * 2} 0 R >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ];
    }),
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((body, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  return `${text}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
}

const font = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;

/** Letters beyond ASCII are written by their number, so that a letter is a byte. */
function lineOf({ text, left, down, size, isBold = false }: Line): string {
  const safe = text
    .replace(/[\\()]/g, '\\$&')
    .replace(/[\u0080-\u00ff]/g, letter => `\\${letter.charCodeAt(0).toString(8)}`);
  return `BT /${isBold ? 'B' : 'R'} ${size} Tf ${left} ${792 - down} Td (${safe}) Tj ET`;
}
