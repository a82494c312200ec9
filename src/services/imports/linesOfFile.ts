import { createLineSplitter } from '#core/searching/tagged/lines';
import type { Context } from '#services/context';
import { type FileNature, MAX_UNPACKED_BYTES } from '#services/imports/readStoredFile';

const SHOWN = 160;

/** Cut without leaving half of a character, which PostgreSQL wouldn't keep. */
function shownOf(text: string): string {
  return text
    .replaceAll('\0', '')
    .trim()
    .slice(0, SHOWN)
    .replace(/[\ud800-\udbff]$/, '');
}

/** What a stored file says on some of its lines, cut to what fits a row: so that a person finds the place. */
export async function linesOfFile(
  ctx: Context,
  hash: string,
  nature: FileNature,
  wanted: ReadonlySet<number>,
): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  const lines = createLineSplitter((text, line) => {
    if (wanted.has(line)) found.set(line, shownOf(text));
  });
  for await (const text of ctx.files.decode(ctx.files.read(hash, MAX_UNPACKED_BYTES), nature.encoding)) {
    lines.write(text);
    if (found.size === wanted.size) break;
  }
  lines.end();
  return found;
}
