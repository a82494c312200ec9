import { CONVERSION_FORMS, CONVERSIONS, type Conversion } from '#core/extraction/conversionForms';
import { kindOfOutcome } from '#core/extraction/kinds/outcomeKinds';
import type { OutcomeKind } from '#core/extraction/vocabulary';

/** Which conversions give the numbers of a kind of outcome. */
export function conversionsFor(kind: OutcomeKind): Conversion[] {
  const { conversions: shared = [] } = kindOfOutcome(kind);
  return CONVERSIONS.filter(conversion => CONVERSION_FORMS[conversion].kind === kind || shared.includes(conversion));
}
