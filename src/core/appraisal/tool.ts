import type { Answers } from '#core/appraisal/answers';
import { isJudgement, type Judgement } from '#core/appraisal/judgements';
import { APPRAISAL_TOOLS, type AppraisalToolWord } from '#core/vocabulary';

export const TOOL_IDS = APPRAISAL_TOOLS;
export type ToolId = AppraisalToolWord;

export interface Choice {
  /** What is stored: `PY`, or a letter of the scale. */
  readonly answer: string;
  readonly words: string;
}

/** A signalling question, in our own words with the number of the official tool. */
export interface AppraisalQuestion {
  readonly id: string;
  readonly text: string;
  readonly choices: readonly Choice[];
}

/** One question on the way to a suggestion, and what was answered. */
export interface PathStep {
  readonly question: string;
  readonly answer: string;
}

export interface Suggestion {
  /** None while something is missing, or where the tool leaves the judgement to a person. */
  readonly judgement: Judgement | null;
  /** The answers that led there, in the order in which the rule looked at them. */
  readonly path: readonly PathStep[];
  /** Questions still to be answered. The domain's own id: a person has to judge. */
  readonly missing: readonly string[];
  /** Of a scale that counts: how many stars were earned. None while something is missing. */
  readonly stars?: number;
}

export interface AppraisalDomain {
  readonly id: string;
  readonly name: string;
  readonly questions: readonly AppraisalQuestion[];
  /** Which of its questions are to be asked, given what was answered so far. */
  readonly asked: (answers: Answers) => readonly string[];
  readonly suggest: (answers: Answers) => Suggestion;
}

export interface AppraisalTool {
  readonly id: ToolId;
  readonly name: string;
  /** The official guidance, which decides where our words leave a doubt. */
  readonly guidance: string;
  /** What a domain can be judged, best first. */
  readonly judgements: readonly Judgement[];
  readonly domains: readonly AppraisalDomain[];
  /** From the judgements of all domains; none where the tool leaves the whole to a person. */
  readonly overall: (judgements: readonly Judgement[]) => Judgement | null;
}

export interface Appraisal {
  readonly domains: Readonly<Record<string, Judgement | null>>;
  readonly suggestions: Readonly<Record<string, Suggestion>>;
  /** None until every domain has a judgement. */
  readonly overall: Judgement | null;
  readonly missing: readonly string[];
}

/**
 * Judges every domain by the tool's own rules, and the whole. A person may differ, with a reason. Where the tool leaves
 * the whole to a person, it is read from the answers under `overall`.
 */
export function appraise(tool: AppraisalTool, answers: Answers): Appraisal {
  const suggestions = tool.domains.map(({ id, suggest }) => [id, suggest(answers)] as const);
  const judgements = suggestions.flatMap(([, { judgement }]) => judgement ?? []);
  const isJudged = judgements.length === tool.domains.length;
  const overall = isJudged ? (tool.overall(judgements) ?? stated(tool, answers.overall)) : null;
  const missing = suggestions.flatMap(([, suggestion]) => suggestion.missing);
  return {
    domains: Object.fromEntries(suggestions.map(([id, { judgement }]) => [id, judgement])),
    suggestions: Object.fromEntries(suggestions),
    overall,
    missing: isJudged && overall === null ? [...missing, 'overall'] : missing,
  };
}

function stated(tool: AppraisalTool, word: unknown): Judgement | null {
  return isJudgement(word) && tool.judgements.includes(word) ? word : null;
}
