import { isEstimated, isPlain } from '#core/extraction/vocabulary';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Section } from '../../parts/Section.tsx';
import { AccuracyForm } from './AccuracyForm.tsx';
import { ArmNumbersForm } from './ArmNumbersForm.tsx';
import { DoseForm } from './DoseForm.tsx';
import { EstimateForm } from './EstimateForm.tsx';
import { type Extraction, kindWords, outcomeTitle, type Study } from './extraction.ts';
import { PlainForm } from './PlainForm.tsx';
import type { TellTrouble } from './StudyPage.tsx';

/** Every outcome of the review, with this study's numbers. */
export function OutcomesTab({
  reviewId,
  extraction,
  study,
  tellTrouble,
}: {
  reviewId: string;
  extraction: Extraction;
  study: Study;
  tellTrouble: TellTrouble;
}) {
  const { outcomes, studies } = extraction;
  const because = study.may.fill;
  if (outcomes.length === 0) {
    return (
      <>
        <p className="muted">Numbers belong to an outcome, and this review has none yet.</p>
        <ActionButton to="/reviews/$reviewId/extraction" params={{ reviewId }}>
          Go to the outcomes
        </ActionButton>
      </>
    );
  }
  return outcomes.map(outcome => (
    <Section
      key={outcome.outcomeId}
      title={outcomeTitle(outcome)}
      hint={[lowerFirst(kindWords(outcome.kind)), outcome.unit].filter(part => part !== '').join(', ')}
    >
      {isEstimated(outcome.kind) ? (
        <EstimateForm
          reviewId={reviewId}
          study={study}
          outcome={outcome}
          kind={outcome.kind}
          because={because}
          tellTrouble={tellTrouble}
        />
      ) : outcome.kind === 'accuracy' ? (
        <AccuracyForm reviewId={reviewId} study={study} outcome={outcome} because={because} tellTrouble={tellTrouble} />
      ) : outcome.kind === 'dose-response' ? (
        <DoseForm reviewId={reviewId} study={study} outcome={outcome} because={because} tellTrouble={tellTrouble} />
      ) : isPlain(outcome.kind) ? (
        <PlainForm
          reviewId={reviewId}
          study={study}
          studies={studies}
          outcome={outcome}
          kind={outcome.kind}
          because={because}
          tellTrouble={tellTrouble}
        />
      ) : (
        <ArmNumbersForm
          reviewId={reviewId}
          study={study}
          studies={studies}
          outcome={outcome}
          because={because}
          tellTrouble={tellTrouble}
        />
      )}
    </Section>
  ));
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
