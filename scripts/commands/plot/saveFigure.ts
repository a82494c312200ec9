import { writeFile } from 'node:fs/promises';
import { Problem } from '#core/problem';
import { pdfOfSvg } from '#gateways/figures/pdfOfSvg';
import { hasFonts, pictureOfSvg } from '#gateways/figures/pictureOfSvg';

function needFonts(): void {
  if (hasFonts()) return;
  throw new Problem('unavailable', 'this machine has no font, which PNG and PDF need; install one, or write SVG');
}

/** `forest.svg`, or for one of several pages `forest-2.svg`. */
function pageName(out: string, place: number, count: number): string {
  return count === 1 ? out : out.replace(/(\.[^.]+)$/, `-${place + 1}$1`);
}

/** Writes a figure in the format that the file's ending names; several pages go to one PDF or to numbered files. */
export async function saveFigure(out: string, pages: readonly string[]): Promise<readonly string[]> {
  const ending = /\.([^./\\]+)$/.exec(out)?.[1]?.toLowerCase();
  if (ending !== 'svg' && ending !== 'png' && ending !== 'pdf') {
    throw new Problem('invalid', `${out} should end in .svg, .png or .pdf`);
  }
  if (ending !== 'svg') needFonts();
  const files =
    ending === 'pdf'
      ? [{ name: out, content: pdfOfSvg(pages) }]
      : pages.map((svg, place) => ({
          name: pageName(out, place, pages.length),
          content: ending === 'svg' ? svg : pictureOfSvg(svg),
        }));
  for (const { name, content } of files) {
    await writeFile(name, content).catch(() => {
      throw new Problem('invalid', `${name} can't be written`);
    });
  }
  return files.map(({ name }) => name);
}
