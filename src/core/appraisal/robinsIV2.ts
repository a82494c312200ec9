import { type GradedDomain, gradedDomain } from '#core/appraisal/gradedDomain';
import { type Judgement, worstOf } from '#core/appraisal/judgements';
import type { EffectOfInterest } from '#core/appraisal/rob2';
import {
  CLASSIFICATION,
  CONFOUNDING,
  MEASUREMENT,
  MISSING_DATA,
  REPORTED_RESULT,
  SELECTION,
  TRIAGE,
} from '#core/appraisal/robinsIV2Domains';
import type { AppraisalDomain, AppraisalTool } from '#core/appraisal/tool';

const JUDGEMENTS = [
  'low',
  'low-except-confounding',
  'moderate',
  'serious',
  'critical',
] as const satisfies readonly Judgement[];

const triage = gradedDomain(TRIAGE);

/** What the triage calls critical needs no further question. */
function afterTriage(table: GradedDomain): AppraisalDomain {
  const domain = gradedDomain(table);
  const isOver = (answers: Parameters<AppraisalDomain['suggest']>[0]) =>
    triage.suggest(answers).judgement === 'critical';
  return {
    ...domain,
    asked: answers => (isOver(answers) ? [] : domain.asked(answers)),
    suggest: answers => {
      if (!isOver(answers)) return domain.suggest(answers);
      return { judgement: 'critical', path: triage.suggest(answers).path, missing: [] };
    },
  };
}

function robinsIV2For(effect: EffectOfInterest): AppraisalTool {
  const domains = [CONFOUNDING[effect], CLASSIFICATION, SELECTION, MISSING_DATA, MEASUREMENT, REPORTED_RESULT];
  return {
    id: 'robins-i-v2',
    name: 'ROBINS-I V2, draft of November 2025',
    guidance: 'https://www.riskofbias.info/welcome/robins-i-v2',
    judgements: JUDGEMENTS,
    domains: [triage, ...domains.map(afterTriage)],
    overall: judgements => worstOf(judgements, JUDGEMENTS),
  };
}

/**
 * Risk of bias in a study of an intervention without randomisation, by the second version of ROBINS-I, which its authors
 * call a draft (20 November 2025). The rules here come of one public encoding of the tool and were not compared with a
 * second source: suggestions of this tool are marked as a draft wherever they are shown. Where that source has no rule, a
 * person judges.
 */
export const ROBINS_I_V2: Readonly<Record<EffectOfInterest, AppraisalTool>> = {
  assignment: robinsIV2For('assignment'),
  adherence: robinsIV2For('adherence'),
};
