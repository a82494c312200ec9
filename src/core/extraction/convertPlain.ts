import { type Estimable, estimable, notEstimable } from '#core/estimable';
import type { Converter, Given, Worked } from '#core/extraction/convert';
import { armNumbersOf } from '#core/extraction/impossibleResult';
import { saidNumber as say } from '#core/extraction/saidNumber';

/** Events over a rate, which is told for so much person-time. */
function timeFromRate(given: Given): Estimable<Worked> {
  const [events, rate, per] = [given.of('events'), given.of('rate'), given.of('per')];
  const personTime = (events / rate) * per;
  return estimable({
    of: 'arm',
    numbers: armNumbersOf({ events, personTime }),
    sentence: `Person-time ${say(personTime)} from ${say(events)} events and ${say(rate)} per ${say(per)}`,
    assumptions: [],
    source: 'Cochrane Handbook 6.5, section 6.7, doi:10.1002/9781119536604',
  });
}

/** r of two measurements from the spread of their difference. Not estimable: no correlation gives such a spread. */
function correlationFromChange(given: Given): Estimable<Worked> {
  const [sdBefore, sdAfter, sdChange] = [given.of('sdBefore'), given.of('sdAfter'), given.of('sdChange')];
  const correlation = (sdBefore ** 2 + sdAfter ** 2 - sdChange ** 2) / (2 * sdBefore * sdAfter);
  if (!(Math.abs(correlation) < 1)) {
    return notEstimable(
      `SD of the changes: ${say(sdChange)} can’t be with SDs of ${say(sdBefore)} and ${say(sdAfter)}. Is it a standard error?`,
    );
  }
  return estimable({
    of: 'whole',
    numbers: {
      ...{ meanBefore: given.of('meanBefore'), sdBefore, meanAfter: given.of('meanAfter'), sdAfter },
      ...{ total: given.of('total'), correlation },
    },
    sentence: `r = ${say(correlation)} from SDs ${say(sdBefore)} before, ${say(sdAfter)} after and ${say(sdChange)} of the changes`,
    assumptions: [],
    source: 'Cochrane Handbook 6.5, section 6.5.2.8, doi:10.1002/9781119536604',
  });
}

/** Conversions that give the numbers of rates, and of one group before and after. */
export const PLAIN_CONVERTERS: Readonly<Record<'time-from-rate' | 'correlation-from-change', Converter>> = {
  'time-from-rate': timeFromRate,
  'correlation-from-change': correlationFromChange,
};
