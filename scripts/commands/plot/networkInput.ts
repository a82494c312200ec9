import { z } from 'zod';
import { Problem } from '#core/problem';
import type { NetworkData } from '#core/reporting/networkFigure';
import { parseJson } from '#scripts/commands/plot/parseJson';

export const networkSchema = z.object({
  treatments: z
    .array(
      z.object({
        treatmentId: z.string(),
        name: z.string(),
        people: z.number().int().min(0).nullable().default(null),
      }),
    )
    .min(2),
  comparisons: z.array(z.object({ from: z.string(), to: z.string(), studies: z.number().int().min(1) })),
  referenceId: z.exactOptional(z.string()),
  notes: z.exactOptional(z.array(z.string())),
});

/** Counts of a network: people for each treatment, trials for each direct comparison. */
export function networkInput(source: string): NetworkData {
  const network = parseJson(networkSchema, source);
  const known = new Set(network.treatments.map(({ treatmentId }) => treatmentId));
  const used = [...network.comparisons.flatMap(({ from, to }) => [from, to]), network.referenceId ?? ''];
  const stranger = used.find(id => id !== '' && !known.has(id));
  if (stranger) throw new Problem('invalid', `"${stranger}" is not among the treatments`);
  return network;
}
