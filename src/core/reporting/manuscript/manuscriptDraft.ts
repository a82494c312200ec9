import type { Draft, DraftSection } from '#core/reporting/manuscript/draft';
import type { ManuscriptFacts } from '#core/reporting/manuscript/facts';
import {
  biasMethodSection,
  certaintyMethodSection,
  extractionSection,
  synthesisSection,
} from '#core/reporting/manuscript/methodsOfData';
import { eligibilitySection, protocolSection, searchSection } from '#core/reporting/manuscript/methodsOfSearch';
import { selectionSection } from '#core/reporting/manuscript/methodsOfSelection';
import { certaintySection, effectSection } from '#core/reporting/manuscript/resultsOfAnalyses';
import { biasSection, characteristicsSection, flowSection } from '#core/reporting/manuscript/resultsOfStudies';
import { bound, gap, say } from '#core/reporting/manuscript/sentences';

function contributionsSection({ contributions }: ManuscriptFacts): DraftSection {
  return {
    id: 'contributions',
    part: 'Other',
    title: 'Contributions',
    paragraphs: [
      [
        contributions === ''
          ? gap('contributions', 'The team has confirmed no roles yet.', 'Look at credit', 'credit')
          : say('contributions', [bound(contributions, 'Credit: roles that the team has confirmed', 'credit')]),
      ],
    ],
  };
}

/**
 * Methods and Results of a review, sentence by sentence, from its data alone. Each number knows where it comes from;
 * what the data don't say is a gap, never a sentence. Abstract, introduction and discussion are the authors' own.
 */
export function manuscriptDraft(facts: ManuscriptFacts): Draft {
  return {
    sections: [
      protocolSection(facts),
      eligibilitySection(facts),
      searchSection(facts),
      selectionSection(facts),
      extractionSection(facts),
      biasMethodSection(facts),
      synthesisSection(facts),
      certaintyMethodSection(facts),
      flowSection(facts),
      characteristicsSection(facts),
      biasSection(facts),
      effectSection(facts),
      certaintySection(facts),
      contributionsSection(facts),
    ],
  };
}
