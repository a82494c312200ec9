import { describe, expect, it } from 'vitest';
import { trialNumbersIn } from '#core/searching/trialNumbers';

describe('numbers of trials', () => {
  it.each([
    ['Registered as NCT01234567.', ['NCT01234567']],
    ['ClinicalTrials.gov: nct 01234567 and NCT-01234568', ['NCT01234567', 'NCT01234568']],
    ['ISRCTN 12345678; ISRCTN12345678', ['ISRCTN12345678']],
    ['(ACTRN12605000123456)', ['ACTRN12605000123456']],
    ['ChiCTR-TRC-12345678', ['CHICTRTRC12345678']],
    ['EudraCT number 2004-000446-20', ['EudraCT 2004-000446-20']],
    ['DRKS00001234, UMIN000012345', ['DRKS00001234', 'UMIN000012345']],
    ['CTRI/2012/08/002881', ['CTRI/2012/08/002881']],
    ['IRCT201205159568N3 and RBR-6k2d9h', ['IRCT201205159568N3', 'RBR-6K2D9H']],
    ['ANCT01234567, NCT0123456, 2004-000446-20 in 1234 adults', []],
  ])('are read from “%s” as their registers write them', (text, numbers) => {
    expect(trialNumbersIn(text)).toEqual(numbers);
  });
});
