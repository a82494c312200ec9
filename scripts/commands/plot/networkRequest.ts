import { z } from 'zod';
import { synthesisRequest } from '#contract/synthesisRequest';
import { Problem } from '#core/problem';
import type { DrawnNetwork } from '#core/reporting/figuresOfNetwork';
import { networkOf } from '#core/synthesis/request/networkOf';
import type { SynthesisRequest } from '#core/synthesis/request/synthesisRequest';
import { parseJson } from '#scripts/commands/plot/parseJson';

/** What the figures of a network take beside the request itself. */
const furtherWords = z.object({
  reference: z.exactOptional(z.string()).describe('the treatment that the others are compared with'),
  order: z.exactOptional(z.array(z.string())).describe('treatments from old to new, for network-funnel'),
});

export const networkRequestSchema = synthesisRequest.extend(furtherWords.shape);

export interface NetworkRequest {
  readonly drawn: DrawnNetwork;
  /** The one asked for, else that of most arms. */
  readonly reference: string;
  readonly order: readonly string[] | undefined;
  /** People who got each treatment, where arms say how many. */
  readonly people: ReadonlyMap<string, number>;
}

function peopleOf({ data, network }: SynthesisRequest): Map<string, number> {
  const people = new Map<string, number>();
  for (const row of data) {
    const treatment = String(row[network?.treatment ?? 'treatment'] ?? '');
    if (typeof row.ni === 'number') people.set(treatment, (people.get(treatment) ?? 0) + row.ni);
  }
  return people;
}

/** A synthesis request with a network, pooled. */
export function networkRequest(source: string): NetworkRequest {
  const { reference, order, ...rest } = parseJson(z.looseObject(furtherWords.shape), source);
  const request = parseJson(synthesisRequest, JSON.stringify(rest));
  const pooled = networkOf(request);
  if (!pooled || !request.measure)
    throw new Problem('invalid', 'this figure needs a request with a network: {"network": {}, "data": [arms]}');
  const { treatments } = pooled;
  const stranger = [...(order ?? []), ...(reference === undefined ? [] : [reference])].find(
    name => !treatments.includes(name),
  );
  if (stranger !== undefined) throw new Problem('invalid', `"${stranger}" is not among the treatments`);
  const arms = (name: string) => pooled.contrasts.filter(({ t1, t2 }) => t1 === name || t2 === name).length;
  const commonest = treatments.reduce((best, name) => (arms(name) > arms(best) ? name : best), treatments[0] ?? '');
  return {
    drawn: { ...pooled, measure: request.measure, level: request.level },
    reference: reference ?? commonest,
    order,
    people: peopleOf(request),
  };
}
