/** Invented authors of the demo's records, each with an invented institute: nobody's name, nobody's place. */
export const DEMO_AUTHORS = {
  lind: ['Lind-Example, Karin', 'Institute of Lung Health, Demo University, Nordstad'],
  adeyemi: ['Adeyemi-Example, Tola', 'Department of Primary Care, Demo College of Medicine, Oakbridge'],
  sato: ['Sato-Example, Mei', 'Unit of Child Nutrition, Invented Children’s Hospital, Hanamachi'],
  moreau: ['Moreau-Example, Claire', 'School of Public Health, Demo University, Valmont'],
  karlsen: ['Karlsen-Example, Per', 'Centre for Infection Studies, Example Medical School, Fjordby'],
  rossi: ['Rossi-Example, Ada', 'Laboratory of Nutrition, Invented Institute, Montechiaro'],
} as const satisfies Record<string, readonly [name: string, affiliation: string]>;

export type DemoAuthorKey = keyof typeof DEMO_AUTHORS;
