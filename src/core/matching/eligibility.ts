import type { ExamStep, VisaNeed, VisaRule } from '#core/people/vocabulary';

/** Whom a project asks for. A rule may exclude; it never raises or lowers a score. */
export interface EligibilityRules {
  readonly graduatedSince: number | null;
  readonly examStepsAsked: readonly ExamStep[];
  readonly visaRule: VisaRule | null;
}

/** What a person says of their path, as far as whoever asks may know it; null or empty where they say nothing. */
export interface PersonPath {
  readonly graduationYear: number | null;
  readonly examSteps: readonly ExamStep[];
  readonly visaNeed: VisaNeed | null;
}

export interface EligibilityCheck {
  readonly rule: string;
  /** Null where the person says nothing: a blank is never a no. */
  readonly isMet: boolean | null;
}

const EXAMS: Readonly<Record<ExamStep, string>> = {
  'step-1': 'Step 1',
  'step-2-ck': 'Step 2 CK',
  oet: 'OET Medicine',
  ecfmg: 'ECFMG certificate',
  'step-3': 'Step 3',
};

/** Every rule of a project with whether a person meets it. */
export function checkEligibility(rules: EligibilityRules, path: PersonPath): EligibilityCheck[] {
  const checks: EligibilityCheck[] = [];
  if (rules.graduatedSince !== null) {
    const isMet = path.graduationYear === null ? null : path.graduationYear >= rules.graduatedSince;
    checks.push({ rule: `Graduated in ${rules.graduatedSince} or later`, isMet });
  }
  for (const step of rules.examStepsAsked) {
    // Who names no step at all has said nothing; who names some has said which.
    const isMet = path.examSteps.length === 0 ? null : path.examSteps.includes(step);
    checks.push({ rule: `${EXAMS[step]} passed`, isMet });
  }
  if (rules.visaRule === 'no-need') {
    const isMet = path.visaNeed === null ? null : path.visaNeed === 'none';
    checks.push({ rule: 'Needs no visa', isMet });
  }
  return checks;
}

/** The rules that speak against a person, as one sentence; null where none does. */
export function whyNotEligible(rules: EligibilityRules, path: PersonPath): string | null {
  const unmet = checkEligibility(rules, path).filter(check => check.isMet === false);
  return unmet.length > 0 ? `Asked for and not met: ${unmet.map(check => check.rule.toLowerCase()).join(', ')}.` : null;
}
