/** The fourteen roles of CRediT (ANSI/NISO Z39.104-2022, https://credit.niso.org), by the last part of their address. */
export const CREDIT_ROLE_SLUGS = [
  'conceptualization',
  'data-curation',
  'formal-analysis',
  'funding-acquisition',
  'investigation',
  'methodology',
  'project-administration',
  'resources',
  'software',
  'supervision',
  'validation',
  'visualization',
  'writing-original-draft',
  'writing-review-editing',
] as const;
export type CreditRole = (typeof CREDIT_ROLE_SLUGS)[number];

/** How much of a role somebody carried, where several share it. People state it; no count decides it. */
export const CREDIT_DEGREES = ['lead', 'equal', 'supporting'] as const;
export type CreditDegree = (typeof CREDIT_DEGREES)[number];

export interface CreditRoleWords {
  /** Exactly as the standard writes it. */
  readonly label: string;
  /** In our own words. */
  readonly meaning: string;
  /** Nothing that is done here can prove it: the person declares it. */
  readonly isDeclaredOnly: boolean;
}

export const CREDIT_ROLES: Readonly<Record<CreditRole, CreditRoleWords>> = {
  conceptualization: { label: 'Conceptualization', meaning: 'the idea and the aims', isDeclaredOnly: false },
  'data-curation': {
    label: 'Data curation',
    meaning: 'cleaning and annotating data and keeping them usable',
    isDeclaredOnly: false,
  },
  'formal-analysis': { label: 'Formal analysis', meaning: 'the statistics', isDeclaredOnly: false },
  'funding-acquisition': { label: 'Funding acquisition', meaning: 'getting the money', isDeclaredOnly: true },
  investigation: {
    label: 'Investigation',
    meaning: 'doing the research and collecting the evidence',
    isDeclaredOnly: false,
  },
  methodology: { label: 'Methodology', meaning: 'designing the methods', isDeclaredOnly: false },
  'project-administration': {
    label: 'Project administration',
    meaning: 'planning the work and keeping it together',
    isDeclaredOnly: false,
  },
  resources: { label: 'Resources', meaning: 'giving access, material or tools', isDeclaredOnly: false },
  software: { label: 'Software', meaning: 'programming', isDeclaredOnly: true },
  supervision: { label: 'Supervision', meaning: 'oversight and mentoring', isDeclaredOnly: false },
  validation: { label: 'Validation', meaning: 'checking that results hold', isDeclaredOnly: false },
  visualization: { label: 'Visualization', meaning: 'figures and tables', isDeclaredOnly: false },
  'writing-original-draft': {
    label: 'Writing – original draft',
    meaning: 'writing the first text',
    isDeclaredOnly: false,
  },
  'writing-review-editing': {
    label: 'Writing – review & editing',
    meaning: 'revising the text critically',
    isDeclaredOnly: false,
  },
};

export function creditRoleUri(role: CreditRole): string {
  return `https://credit.niso.org/contributor-roles/${role}/`;
}
