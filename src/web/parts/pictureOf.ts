import { withResolution } from '#core/reporting/withResolution';

/** A unit of a figure is a pixel of CSS, 1/96 inch. */
const UNITS_PER_INCH = 96;
const DOTS_PER_INCH = 300;

/** Draws SVG text on white paper, with so many dots an inch. */
export async function canvasOf(svg: string, dotsPerInch: number): Promise<HTMLCanvasElement> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const scale = dotsPerInch / UNITS_PER_INCH;
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.naturalWidth * scale);
    canvas.height = Math.round(image.naturalHeight * scale);
    const brush = canvas.getContext('2d');
    if (!brush) throw new TypeError('canvasOf: the browser gave no canvas to draw on.');
    brush.fillStyle = '#ffffff';
    brush.fillRect(0, 0, canvas.width, canvas.height);
    brush.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Draws SVG text into a PNG of 300 dots an inch on white paper. */
export async function pictureOf(svg: string): Promise<Blob> {
  const canvas = await canvasOf(svg, DOTS_PER_INCH);
  const picture = await new Promise<Blob>((keep, refuse) => {
    canvas.toBlob(
      blob => (blob ? keep(blob) : refuse(new TypeError('pictureOf: the canvas gave no picture.'))),
      'image/png',
    );
  });
  const png = withResolution(new Uint8Array(await picture.arrayBuffer()), DOTS_PER_INCH);
  return new Blob([new Uint8Array(png)], { type: 'image/png' });
}
