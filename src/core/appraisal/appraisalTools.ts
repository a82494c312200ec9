import { JBI_CASE_SERIES, JBI_PREVALENCE } from '#core/appraisal/jbiLists';
import { NOS, NOS_DESIGNS } from '#core/appraisal/newcastleOttawa';
import { QUADAS2 } from '#core/appraisal/quadas2';
import { EFFECTS_OF_INTEREST, ROB2 } from '#core/appraisal/rob2';
import { ROBINS_I } from '#core/appraisal/robinsI';
import { ROBINS_I_V2 } from '#core/appraisal/robinsIV2';
import type { AppraisalTool } from '#core/appraisal/tool';
import type { AppraisalToolWord } from '#core/vocabulary';

interface Variant {
  readonly variant: string;
  readonly words: string;
  readonly tool: AppraisalTool;
}

/** A tool as a review chooses it. */
export interface OfferedTool {
  readonly tool: AppraisalToolWord;
  readonly name: string;
  readonly for: string;
  /** Which version of the tool the questions and rules are of. */
  readonly version: string;
  /** RoB 2 judges results (a study and an outcome); the others judge studies. */
  readonly judges: 'result' | 'study';
  readonly isDraft: boolean;
  /** The effect of interest or the design; one with an empty word where there is no choice. */
  readonly variants: readonly Variant[];
}

const EFFECT_WORDS = {
  assignment: 'effect of being assigned (intention to treat)',
  adherence: 'effect of adhering (per protocol)',
};

/** Every tool that a review can choose, in the order in which they are offered. */
export const OFFERED_TOOLS: readonly OfferedTool[] = [
  {
    tool: 'rob2',
    name: 'RoB 2',
    for: 'randomised trials, individually randomised and parallel',
    version: '22 August 2019',
    judges: 'result',
    isDraft: false,
    variants: EFFECTS_OF_INTEREST.map(variant => ({ variant, words: EFFECT_WORDS[variant], tool: ROB2[variant] })),
  },
  {
    tool: 'robins-i',
    name: 'ROBINS-I (2016)',
    for: 'studies of an intervention without randomisation',
    version: '1 August 2016',
    judges: 'study',
    isDraft: false,
    variants: EFFECTS_OF_INTEREST.map(variant => ({ variant, words: EFFECT_WORDS[variant], tool: ROBINS_I[variant] })),
  },
  {
    tool: 'robins-i-v2',
    name: 'ROBINS-I V2',
    for: 'studies of an intervention without randomisation',
    version: '20 November 2025, a draft',
    judges: 'study',
    isDraft: true,
    variants: EFFECTS_OF_INTEREST.map(variant => ({
      variant,
      words: EFFECT_WORDS[variant],
      tool: ROBINS_I_V2[variant],
    })),
  },
  {
    tool: 'nos',
    name: 'Newcastle–Ottawa Scale',
    for: 'cohort and case–control studies',
    version: '2000',
    judges: 'study',
    isDraft: false,
    variants: NOS_DESIGNS.map(variant => ({
      variant,
      words: variant === 'cohort' ? 'cohort studies' : 'case–control studies',
      tool: NOS[variant],
    })),
  },
  {
    tool: 'quadas-2',
    name: 'QUADAS-2',
    for: 'studies of diagnostic accuracy',
    version: '2011',
    judges: 'study',
    isDraft: false,
    variants: [{ variant: '', words: '', tool: QUADAS2 }],
  },
  {
    tool: 'jbi-prevalence',
    name: 'JBI list, prevalence',
    for: 'studies of prevalence',
    version: '2020',
    judges: 'study',
    isDraft: false,
    variants: [{ variant: '', words: '', tool: JBI_PREVALENCE }],
  },
  {
    tool: 'jbi-case-series',
    name: 'JBI list, case series',
    for: 'case series',
    version: '2020',
    judges: 'study',
    isDraft: false,
    variants: [{ variant: '', words: '', tool: JBI_CASE_SERIES }],
  },
];

/** The tool of a stored appraisal; none where this version of Pooled doesn't know it. */
export function findTool(tool: string, variant: string): { offered: OfferedTool; tool: AppraisalTool } | undefined {
  const offered = OFFERED_TOOLS.find(one => one.tool === tool);
  const found = offered?.variants.find(one => one.variant === variant);
  return offered && found ? { offered, tool: found.tool } : undefined;
}
