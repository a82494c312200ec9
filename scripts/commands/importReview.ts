import { readFile } from 'node:fs/promises';
import { Problem } from '#core/problem';
import { unpackZip } from '#gateways/zip';
import type { Command } from '#scripts/command';
import { withDatabase } from '#scripts/withDatabase';
import { importReview } from '#services/reporting/importReview';

/** `pooled import-review ZIP`: reads an exported review into the database, whole or not at all. */
export const command: Command = {
  summary: 'read an exported review into the database',
  help: `pooled import-review ZIP

Reads a review that was exported as ZIP into the database of DATABASE_URL, or into the embedded one. All of it or nothing;
a review that is there already is refused.

Example: pooled import-review review.zip`,
  run: async (args, io) => {
    const [file, ...rest] = args;
    if (!file || rest.length > 0) throw new Problem('invalid', 'Call it as "pooled import-review ZIP".');
    const bytes = await readFile(file).catch(() => {
      throw new Problem('invalid', `The file ${file} can't be read.`);
    });
    const texts = await unpackZip(bytes);
    const imported = await withDatabase(ctx => importReview(ctx, texts));
    await io.print(JSON.stringify(imported));
    return 0;
  },
};
