import { registryText, type TrialFacts } from '#core/searching/trials/trialDraft';

/** The value of the first field that has one, by names without case, spaces and punctuation. */
export type TrialField = (...names: readonly string[]) => string | null;

function parts(cell: string | null, separator: RegExp): string[] {
  return (cell ?? '').split(separator).flatMap(part => registryText(part) ?? []);
}

/** A trial of WHO's ICTRP, in XML or as a row of a table: both have the same fields. */
export function readIctrpFields(field: TrialField, rest: TrialFacts['rest']): TrialFacts {
  const secondary = parts(field('secondaryids', 'secondaryid', 'otherrecords'), /[;|\n]/);
  return {
    id: field('trialid'),
    registry: field('sourceregister'),
    otherIds: secondary.filter(id => !/^(?:yes|no)$/i.test(id)),
    publicTitle: field('publictitle'),
    scientificTitle: field('scientifictitle'),
    acronym: field('acronym', 'scientificacronym'),
    sponsors: [field('primarysponsor'), ...parts(field('secondarysponsor', 'secondarysponsors'), /;/)].flatMap(
      sponsor => sponsor ?? [],
    ),
    dates: [field('dateregistration3'), field('dateregistration'), field('dateenrollement', 'dateenrollment')],
    address: field('webaddress', 'url'),
    conditions: parts(field('condition', 'conditions'), /[;|]/),
    sections: [
      ['Condition', field('condition', 'conditions')],
      ['Intervention', field('intervention', 'interventions')],
      ['Primary outcome', field('primaryoutcome', 'primaryoutcomes')],
      ['Secondary outcome', field('secondaryoutcome', 'secondaryoutcomes')],
      ['Inclusion criteria', field('inclusioncriteria')],
      ['Exclusion criteria', field('exclusioncriteria')],
      ['Study design', field('studydesign')],
      ['Study type', field('studytype')],
      ['Phase', field('phase')],
      ['Recruitment', field('recruitmentstatus')],
      ['Target size', field('targetsize')],
      ['Countries', field('countries')],
    ],
    rest,
  };
}

/** A cell that lists things between bars, as one text. */
function listed(cell: string | null): string | null {
  return cell?.replaceAll('|', '; ') ?? null;
}

/** A row of the table that ClinicalTrials.gov exports, as it is since 2023 or as it was before. */
export function readClinicalTrialsRow(field: TrialField, rest: TrialFacts['rest']): TrialFacts {
  return {
    id: field('nctnumber', 'nctid'),
    registry: 'ClinicalTrials.gov',
    otherIds: parts(field('otherids'), /\|/),
    publicTitle: field('studytitle', 'title', 'brieftitle'),
    scientificTitle: field('officialtitle'),
    acronym: field('acronym'),
    sponsors: [
      ...parts(field('sponsor', 'leadsponsor'), /\|/),
      ...parts(field('collaborators', 'sponsorcollaborators'), /\|/),
    ],
    dates: [field('firstposted', 'firstreceived'), field('startdate')],
    address: field('studyurl', 'url'),
    conditions: parts(field('conditions'), /\|/),
    sections: [
      ['Summary', field('briefsummary')],
      ['Conditions', listed(field('conditions'))],
      ['Interventions', listed(field('interventions'))],
      ['Primary outcomes', listed(field('primaryoutcomemeasures'))],
      ['Secondary outcomes', listed(field('secondaryoutcomemeasures'))],
      ['Other outcomes', listed(field('otheroutcomemeasures'))],
      ['Outcomes', listed(field('outcomemeasures'))],
      ['Study design', listed(field('studydesign', 'studydesigns'))],
      ['Study type', field('studytype')],
      ['Phase', field('phases')],
      ['Status', field('studystatus', 'status')],
      ['Enrolment', field('enrollment')],
    ],
    rest,
  };
}
