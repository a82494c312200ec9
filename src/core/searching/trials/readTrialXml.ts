import { plainHeader } from '#core/searching/csv/columns';
import type { RecordDraft } from '#core/searching/draft';
import { keepRaw } from '#core/searching/keepRaw';
import { readIctrpFields, type TrialField } from '#core/searching/trials/readTrialFields';
import { registryText, trialDraft } from '#core/searching/trials/trialDraft';
import { at, childrenOf, isElement, textOf, type XmlElement } from '#core/searching/xml/element';

function text(element: XmlElement | undefined): string | null {
  return registryText(textOf(element));
}

function texts(element: XmlElement | undefined, name: string): string[] {
  return childrenOf(element, name).flatMap(found => text(found) ?? []);
}

/** The children that no field has asked for, under their own names. */
function restOf(element: XmlElement, asked: ReadonlySet<string>): Record<string, string[]> {
  const rest: Record<string, string[]> = {};
  for (const node of element.children) {
    const value = isElement(node) && !asked.has(node.name) ? text(node) : null;
    if (isElement(node) && value !== null) keepRaw(rest, node.name, value);
  }
  return rest;
}

/** A trial of WHO's ICTRP. */
export function readIctrpTrial(trial: XmlElement): RecordDraft {
  const asked = new Set<string>();
  const fields = trial.children.filter(isElement);
  const field: TrialField = (...names) => {
    for (const name of names) {
      for (const element of fields) {
        if (plainHeader(element.name) !== name) continue;
        asked.add(element.name);
        const value = text(element);
        if (value !== null) return value;
      }
    }
    return null;
  };
  const facts = readIctrpFields(field, {});
  return trialDraft({ ...facts, rest: restOf(trial, asked) });
}

function labelled(items: readonly XmlElement[], kind: string, name: string): string | null {
  const said = items.flatMap(item => {
    const named = text(at(item, name));
    return named ? [[text(at(item, kind)), named].filter(Boolean).join(': ')] : [];
  });
  return said.length > 0 ? said.join('; ') : null;
}

const STUDY_PLACES: ReadonlySet<string> = new Set([
  ...['id_info', 'brief_title', 'official_title', 'acronym', 'sponsors', 'brief_summary', 'detailed_description'],
  ...['condition', 'intervention', 'primary_outcome', 'secondary_outcome', 'eligibility', 'phase', 'study_type'],
  ...['overall_status', 'enrollment', 'study_first_posted', 'firstreceived_date', 'start_date', 'required_header'],
]);

/** A study of ClinicalTrials.gov in its old XML. */
export function readClinicalStudy(study: XmlElement): RecordDraft {
  const ids = at(study, 'id_info');
  const conditions = texts(study, 'condition');
  const sponsors = at(study, 'sponsors');
  const partners = [at(sponsors, 'lead_sponsor'), ...childrenOf(sponsors, 'collaborator')];
  return trialDraft({
    id: text(at(ids, 'nct_id')),
    registry: 'ClinicalTrials.gov',
    otherIds: [...texts(ids, 'org_study_id'), ...texts(ids, 'secondary_id')],
    publicTitle: text(at(study, 'brief_title')),
    scientificTitle: text(at(study, 'official_title')),
    acronym: text(at(study, 'acronym')),
    sponsors: partners.flatMap(partner => text(at(partner, 'agency')) ?? []),
    dates: ['study_first_posted', 'study_first_submitted', 'firstreceived_date', 'start_date'].map(name =>
      text(at(study, name)),
    ),
    address: text(at(study, 'required_header', 'url')),
    conditions,
    sections: [
      ['Summary', text(at(study, 'brief_summary'))],
      ['Description', text(at(study, 'detailed_description'))],
      ['Conditions', conditions.length > 0 ? conditions.join('; ') : null],
      ['Interventions', labelled(childrenOf(study, 'intervention'), 'intervention_type', 'intervention_name')],
      ['Primary outcomes', labelled(childrenOf(study, 'primary_outcome'), '', 'measure')],
      ['Secondary outcomes', labelled(childrenOf(study, 'secondary_outcome'), '', 'measure')],
      ['Eligibility', text(at(study, 'eligibility', 'criteria'))],
      ['Study type', text(at(study, 'study_type'))],
      ['Phase', text(at(study, 'phase'))],
      ['Status', text(at(study, 'overall_status'))],
      ['Enrolment', text(at(study, 'enrollment'))],
    ],
    rest: restOf(study, STUDY_PLACES),
  });
}

const LISTED_PLACES: ReadonlySet<string> = new Set([
  ...['nct_id', 'title', 'acronym', 'conditions', 'interventions', 'outcome_measures', 'sponsors', 'other_ids', 'url'],
  ...['first_posted', 'start_date', 'study_types', 'phases', 'status', 'enrollment'],
]);

/** A hit in the list that ClinicalTrials.gov's old search exported. */
export function readListedStudy(study: XmlElement): RecordDraft {
  const conditions = texts(at(study, 'conditions'), 'condition');
  const sponsors = at(study, 'sponsors');
  const said = (name: string): string | null => text(at(study, name));
  return trialDraft({
    id: said('nct_id'),
    registry: 'ClinicalTrials.gov',
    otherIds: texts(at(study, 'other_ids'), 'other_id'),
    publicTitle: said('title'),
    scientificTitle: null,
    acronym: said('acronym'),
    sponsors: [...texts(sponsors, 'lead_sponsor'), ...texts(sponsors, 'collaborator')],
    dates: [said('first_posted'), said('start_date')],
    address: said('url'),
    conditions,
    sections: [
      ['Conditions', conditions.length > 0 ? conditions.join('; ') : null],
      ['Interventions', said('interventions')],
      ['Outcomes', said('outcome_measures')],
      ['Study type', said('study_types')],
      ['Phase', said('phases')],
      ['Status', said('status')],
      ['Enrolment', said('enrollment')],
    ],
    rest: restOf(study, LISTED_PLACES),
  });
}
