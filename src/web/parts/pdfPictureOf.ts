import { canvasOf } from './pictureOf.ts';

/** On paper a figure is as wide as its units say, 96 to the inch; PDF counts 72 points to the inch. */
const POINTS_PER_UNIT = 72 / 96;
const DOTS_PER_INCH = 600;

/** The bytes of the picture without alpha, deflated as PDF wants them. */
async function pixelsOf(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const brush = canvas.getContext('2d');
  if (!brush) throw new TypeError('pdfPictureOf: the browser gave no canvas to draw on.');
  const { data } = brush.getImageData(0, 0, canvas.width, canvas.height);
  const rgb = new Uint8Array((data.length / 4) * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    rgb[to] = data[from] ?? 0;
    rgb[to + 1] = data[from + 1] ?? 0;
    rgb[to + 2] = data[from + 2] ?? 0;
  }
  const packed = new Blob([rgb]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** Draws SVG text onto one page of its own size, at 600 dots an inch and without loss. */
export async function pdfPictureOf(svg: string): Promise<Blob> {
  const canvas = await canvasOf(svg, DOTS_PER_INCH);
  const pixels = await pixelsOf(canvas);
  const scale = (POINTS_PER_UNIT * 96) / DOTS_PER_INCH;
  const [width, height] = [canvas.width, canvas.height].map(dots => (dots * scale).toFixed(2));
  const drawing = `q ${width} 0 0 ${height} 0 0 cm /F Do Q`;
  const objects: (string | readonly [string, Uint8Array])[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources << /XObject << /F 5 0 R >> >> /Contents 4 0 R >>`,
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    [
      `<< /Type /XObject /Subtype /Image /Width ${canvas.width} /Height ${canvas.height} /ColorSpace /DeviceRGB ` +
        `/BitsPerComponent 8 /Filter /FlateDecode /Length ${pixels.length} >>`,
      pixels,
    ],
  ];
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let length = 0;
  const write = (part: string | Uint8Array) => {
    const bytes = typeof part === 'string' ? encoder.encode(part) : part;
    parts.push(bytes);
    length += bytes.length;
  };
  write('%PDF-1.4\n');
  const places = objects.map((object, index) => {
    const at = length;
    write(`${index + 1} 0 obj\n`);
    if (typeof object === 'string') write(object);
    else {
      write(`${object[0]}\nstream\n`);
      write(object[1]);
      write('\nendstream');
    }
    write('\nendobj\n');
    return at;
  });
  const table = length;
  const rows = places.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  write(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`);
  write(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  return new Blob(
    parts.map(part => new Uint8Array(part)),
    { type: 'application/pdf' },
  );
}
