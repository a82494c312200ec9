import type { RecordDraft } from '#core/searching/draft';
import { registryText, trialDraft } from '#core/searching/trials/trialDraft';

type Json = { readonly [key: string]: unknown };

/** The value at the end of a path of keys; undefined when there is none. */
function at(value: unknown, ...path: readonly string[]): unknown {
  let here = value;
  for (const key of path) here = isObject(here) ? here[key] : undefined;
  return here;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? registryText(value) : typeof value === 'number' ? String(value) : null;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function texts(value: unknown): string[] {
  return list(value).flatMap(each => text(each) ?? []);
}

/** A list of things as one text, each as its kind and name. */
function joined(value: unknown, ...keys: readonly string[]): string | null {
  const said = list(value).flatMap(
    each =>
      keys
        .map(key => text(at(each, key)))
        .filter(Boolean)
        .join(': ') || [],
  );
  return said.length > 0 ? said.join('; ') : null;
}

/** A study as ClinicalTrials.gov's interface and download (version 2) give it. */
export function readTrialJson(study: unknown): RecordDraft {
  const protocol = at(study, 'protocolSection');
  const part = (module: string, ...path: readonly string[]): unknown => at(protocol, `${module}Module`, ...path);
  const nct = text(part('identification', 'nctId'));
  const organisationId = text(part('identification', 'orgStudyIdInfo', 'id'));
  const conditions = texts(part('conditions', 'conditions'));
  const secondary = list(part('identification', 'secondaryIdInfos')).flatMap(info => text(at(info, 'id')) ?? []);
  const sponsors = [
    part('sponsorCollaborators', 'leadSponsor'),
    ...list(part('sponsorCollaborators', 'collaborators')),
  ];
  const references = list(part('references', 'references')).flatMap(reference => text(at(reference, 'pmid')) ?? []);
  return trialDraft({
    id: nct,
    registry: 'ClinicalTrials.gov',
    otherIds: [...(organisationId ? [organisationId] : []), ...secondary],
    publicTitle: text(part('identification', 'briefTitle')),
    scientificTitle: text(part('identification', 'officialTitle')),
    acronym: text(part('identification', 'acronym')),
    sponsors: sponsors.flatMap(sponsor => text(at(sponsor, 'name')) ?? []),
    dates: [
      text(part('status', 'studyFirstPostDateStruct', 'date')),
      text(part('status', 'studyFirstSubmitDate')),
      text(part('status', 'startDateStruct', 'date')),
    ],
    address: nct ? `https://clinicaltrials.gov/study/${nct}` : null,
    conditions,
    sections: [
      ['Summary', text(part('description', 'briefSummary'))],
      ['Description', text(part('description', 'detailedDescription'))],
      ['Conditions', conditions.length > 0 ? conditions.join('; ') : null],
      ['Interventions', joined(part('armsInterventions', 'interventions'), 'type', 'name')],
      ['Primary outcomes', joined(part('outcomes', 'primaryOutcomes'), 'measure')],
      ['Secondary outcomes', joined(part('outcomes', 'secondaryOutcomes'), 'measure')],
      ['Eligibility', text(part('eligibility', 'eligibilityCriteria'))],
      ['Study type', text(part('design', 'studyType'))],
      ['Phase', texts(part('design', 'phases')).join('; ') || null],
      ['Status', text(part('status', 'overallStatus'))],
      ['Enrolment', text(part('design', 'enrollmentInfo', 'count'))],
    ],
    rest: { keywords: texts(part('conditions', 'keywords')), referencePmids: references },
  });
}
